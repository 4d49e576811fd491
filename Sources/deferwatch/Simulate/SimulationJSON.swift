import Deferrals
import MailFlow

/// What a simulation came to, as one JSON document.
enum SimulationJSON {
    static func bytes(_ result: SimulationResult, _ rules: SimulatedRules) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.field("schema", "deferwatch.simulate/1")
            json.field("from", result.first.map(Int.init))
            json.field("until", result.last.map(Int.init))
            json.field("recipients_asked", result.asked)
            json.field("messages_not_asked", result.notAsked)
            json.field("messages_left_out", result.leftOut)
            json.field("people_recipients", result.people)
            json.field("messages_deferred", result.messages)
            json.field("probes", result.probes)
            json.field("assumes_queues", rules.assumesQueues)
            json.key("total")
            append(result.total, name: nil, to: &json)
            json.key("rules")
            append(result.byRule, to: &json)
            json.key("destinations")
            append(result.byDestination, to: &json)
            appendRest(result, rules, to: &json)
        }
        json.newline()
        return json.bytes
    }

    private static func appendRest(
        _ result: SimulationResult,
        _ rules: SimulatedRules,
        to json: inout JSONText
    ) {
        json.key("other_answers")
        json.array(result.otherAnswers.sorted { $0.key < $1.key }) { json, answer in
            json.object { json in
                json.field("answer", answer.key)
                json.field("recipients", answer.value)
            }
        }
        json.key("transitions")
        json.array(result.transitions) { json, change in
            json.object { json in
                json.field("at", Int(change.at))
                json.field("destination", change.domain)
                json.field("subject", change.subject.rawValue)
                json.field("from", change.from.rawValue)
                json.field("to", change.to.rawValue)
                json.field("code", change.code?.text)
            }
        }
        json.field("transitions_left_out", result.transitionsLeftOut)
        json.key("not_evaluated")
        json.array(rules.notEvaluated) { json, left in
            json.object { json in
                json.field("rule", left.rule)
                json.key("conditions")
                json.array(left.conditions) { $0.string($1) }
            }
        }
    }

    private static func append(
        _ sums: [String: SimulationResult.Sums],
        to json: inout JSONText
    ) {
        let sorted = sums.sorted { ($1.value.deferred, $0.key) < ($0.value.deferred, $1.key) }
        json.array(sorted) { json, each in append(each.value, name: each.key, to: &json) }
    }

    private static func append(
        _ sums: SimulationResult.Sums,
        name: String?,
        to json: inout JSONText
    ) {
        json.object { json in
            if let name { json.field("name", name) }
            json.field("deferred", sums.deferred)
            json.field("false_positives", sums.falsePositives)
            json.field("unknown", sums.unknown)
            json.field("tries_saved", sums.savedTries)
            json.field("seconds", Int(sums.seconds))
            json.field("longest_seconds", Int(sums.longest))
            json.field("still_out", sums.stillOut)
        }
    }
}
