import NIOCore
import PolicyService
import Testing

@Suite struct PolicyReplyTests {
    private func reply(_ action: PolicyAction, _ text: String) -> String {
        String(buffer: PolicyReply.encoded(action, text: text))
    }

    @Test func `replies end in two line feeds and have a word`() {
        #expect("action=DUNNO\n\n" == reply(.dunno, ""))
        #expect("action=DUNNO\n\n" == reply(.dunno, "ignored"))
        let text = "4.4.315 example.org: no connection (Deferwatch R); retry later"
        #expect("action=DEFER_IF_PERMIT \(text)\n\n" == reply(.deferIfPermit, text))
        #expect("action=PREPEND X-Deferwatch: a\n\n" == reply(.prepend, "X-Deferwatch: a"))
    }

    @Test(arguments: PolicyAction.allCases)
    func `no text makes Postfix take the answer for a permit`(action: PolicyAction) {
        var numbers = SeededNumbers(state: 11)
        var texts = ["", " ", "\n", "OK", "450", "\r\n\r\n", "\0", "x\naction=OK\n\n", "\u{2028}é"]
        for _ in 0..<300 {
            let count = Int.random(in: 0..<400, using: &numbers)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            texts.append(String(decoding: bytes, as: UTF8.self))
        }
        for text in texts {
            let sent = reply(action, text)
            let lines = sent.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            #expect(3 == lines.count && lines[1].isEmpty && lines[2].isEmpty)
            #expect(sent.hasPrefix("action=" + action.rawValue))
            let line = sent.dropLast(2).dropFirst(7)
            #expect(line.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
            #expect(line.utf8.count <= action.rawValue.utf8.count + 1 + PolicyReply.longestText)
            #expect(line == action.rawValue || line.hasPrefix(action.rawValue + " "))
            #expect(line.last != " ")
            if action != .dunno { #expect(line.utf8.count > action.rawValue.utf8.count + 1) }
        }
    }

    @Test func `a header without a name is not sent`() {
        #expect("action=PREPEND X-Deferwatch: seen\n\n" == reply(.prepend, "no header"))
        #expect("action=PREPEND X-Deferwatch: seen\n\n" == reply(.prepend, "two words: x"))
    }
}
