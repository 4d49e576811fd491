import Deferrals

/// Explanations as one JSON document.
struct ExplainJSON {
    let language: Language
    /// `--own`.
    let own: OwnDomains

    func bytes(of found: [Explained]) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.explain/1")
            json.field("language", language.rawValue)
            json.key("explanations")
            json.array(found) { write($1, &$0) }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ explained: Explained, _ json: inout JSONText) {
        let guidance = explained.guidance(language)
        json.object { json in
            write(explained.verdict, &json)
            json.field("status", explained.status)
            json.field("reason", explained.reason)
            json.key("reply")
            if let reply = explained.reply {
                json.object { json in
                    json.field("code", reply.code)
                    json.field("enhanced", reply.enhanced)
                    json.field("text", reply.text)
                }
            } else {
                json.null()
            }
            json.key("tried")
            json.array(explained.tried) { json, server in
                json.object { json in
                    json.field("host", server.host)
                    json.field("address", server.address)
                    json.field("port", server.port)
                    json.field("code", server.code.text)
                    json.field("reason", server.reason)
                }
            }
            json.key("companions")
            json.array(explained.companions) { $0.string($1) }
            json.field("lines", explained.count)
            write(guidance, &json)
            if let isOwn = explained.isOwn(own) {
                json.field("own", isOwn)
            } else {
                json.key("own")
                json.null()
            }
        }
    }

    private func write(_ verdict: Explained.Verdict, _ json: inout JSONText) {
        json.field("code", verdict.code.text)
        json.field("name", verdict.code.localizedName(language))
        json.field("refinement", verdict.refinement?.rawValue)
        json.field("refinement_code", verdict.refinement?.number)
        json.field("origin", verdict.origin?.rawValue)
        json.field("stage", verdict.stage?.rawValue)
        json.field("category", verdict.category?.rawValue)
        json.field("scope", verdict.scope?.rawValue)
        json.field("suspended", verdict.isSuspended)
        json.field("pattern", verdict.pattern)
        json.field("server", verdict.server)
    }

    private func write(_ guidance: Guidance, _ json: inout JSONText) {
        json.field("title", guidance.name)
        json.field("meaning", guidance.meaning)
        json.key("causes")
        json.array(guidance.causes) { $0.string($1) }
        json.key("fixes_own")
        json.array(guidance.fixesOwn) { write($1, &$0) }
        json.key("fixes_partner")
        json.array(guidance.fixesPartner) { write($1, &$0) }
        json.key("responsible")
        json.array(guidance.responsible) { $0.string($1.rawValue) }
    }

    private func write(_ fix: Fix, _ json: inout JSONText) {
        json.object { json in
            json.field("text", fix.text)
            json.key("commands")
            json.array(fix.commands) { $0.string($1) }
        }
    }
}
