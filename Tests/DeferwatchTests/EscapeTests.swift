import Testing

@testable import deferwatch

/// Whoever sends us mail writes into our log: what is shown is harmless.
@Suite struct EscapeTests {
    private static func isHarmless(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0 != "\n" && Escape.isDangerous($0) }
    }

    @Test func `no form lets a character through that moves, hides or turns text`() throws {
        let snapshot = try SampleReport.snapshot(
            domain: SampleReport.hostile,
            reason: SampleReport.hostile,
            recipient: SampleReport.hostile,
            sender: SampleReport.hostile
        )
        let report = SampleReport.report(snapshot, file: SampleReport.hostile)
        for form in try SampleReport.forms(report) {
            #expect(Self.isHarmless(form.text), "\(form.name)")
        }
    }

    @Test func `terminal escapes show what was there`() {
        #expect(#"a\u{1b}[1m\u{9b}\u{202e}b"# == Escape.terminal("a\u{1B}[1m\u{9B}\u{202E}b"))
        #expect("çğ 日本" == Escape.terminal("çğ 日本"))
    }

    @Test func `HTML has no tag, attribute or entity of the log's`() {
        #expect("&lt;b x=&quot;&#39;&quot;&gt;&amp;amp;" == Escape.html("<b x=\"'\">&amp;"))
    }

    @Test(arguments: [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u{FF1D}1",
    ])
    func `no CSV field begins as a formula`(text: String) {
        #expect(Escape.csv(text).hasPrefix("\"'"))
    }

    @Test func `CSV doubles quotes and keeps to one line`() {
        #expect(#""say ""hi"", \u{a}then""# == Escape.csv("say \"hi\", \nthen"))
    }

    @Test func `a Markdown code span cannot be left`() {
        #expect(#"`a\u{60}b\u{7c}c`"# == Escape.markdownCode("a`b|c"))
        #expect("–" == Escape.markdownCode(""))
    }

    @Test(arguments: ["\u{301}", "\u{20DD}", "\u{FE0F}"])
    func `a mark on a special character hides it from nobody`(mark: String) {
        let csv = Escape.csv("a\"\(mark),=1")
        #expect(csv.unicodeScalars.filter { $0 == "\"" }.count == 4, "\(csv)")
        let code = Escape.markdownCode("a`\(mark)|\(mark)[x](http://a.example/)")
        #expect(code.unicodeScalars.filter { $0 == "`" || $0 == "|" }.count == 2, "\(code)")
        let words = Escape.markdown("[x\(mark)]\(mark)(y)")
        #expect(words.unicodeScalars.filter { $0 == "\\" }.count == 2, "\(words)")
        let line = PluginResult(.warning, "a|\(mark)b", [.init(label: "c|\(mark)d", value: 1)]).line
        #expect(line.unicodeScalars.filter { $0 == "|" }.count == 1, "\(line)")
    }

    @Test func `no domain in a headline becomes a link`() {
        let words = Escape.markdown("Mostly www.evil.example: see https://evil.example")
        #expect(!words.contains("www.") && !words.contains("://"))
    }

    @Test func `JSON strings hold escapes where a terminal would act`() throws {
        let snapshot = try SampleReport.snapshot(reason: "a\u{9B}b\u{202E}c\u{E0041}")
        let json = try JSONReport.text(SampleReport.report(snapshot))
        #expect(json.contains(#"a\u009bb\u202ec\udb40\udc41"#))
    }
}
