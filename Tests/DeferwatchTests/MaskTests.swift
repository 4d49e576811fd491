import MailFlow
import Testing

@testable import deferwatch

@Suite struct MaskTests {
    private static let mask = Mask(isOn: true, salt: 42)

    @Test(arguments: [
        "host said: 450 <carol.smith@example.com> later",
        "to=\"carol smith\"@example.com",
        "to=\"carol@home\"@example.com",
        "see https://example.net/?email=carol%40example.com",
        "cannot update mailbox /var/mail/carol for user carol. unable to lock",
        "maildir delivery failed: create maildir file /home/carol/Maildir/tmp/1: Permission denied",
        "user=<carol> over quota",
        "mailbox carol is full",
        "SRS0=x=y=example.org=carol@example.com",
    ])
    func `no local part stays in a text`(text: String) {
        let masked = Self.mask.text(text)
        #expect(!masked.contains("carol"), "\(masked)")
        #expect(!masked.contains("smith"), "\(masked)")
    }

    @Test func `a known local part goes wherever it stands as a word`() {
        let masked = Self.mask.text("quota of carol, not caroline", about: ["carol@example.com"])
        #expect(!masked.contains("carol,"))
        #expect(masked.contains("caroline"))
    }

    @Test(arguments: [
        "User unknown in virtual mailbox table", "mailbox is full",
        "connect to mx1.example.com[192.0.2.1]:25: Connection refused",
        "connect to mx[/var/spool/postfix/private/lmtp]: No such file",
    ])
    func `texts without addresses stay as they are`(text: String) {
        #expect(text == Self.mask.text(text))
    }

    @Test func `domains stay, and one address is one hash`() {
        let masked = Self.mask.address("carol@example.com")
        #expect(masked.hasSuffix("@example.com"))
        #expect(Self.mask.text("<carol@example.com>") == "<\(masked)>")
        #expect(Mask(isOn: true, salt: 43).address("carol@example.com") != masked)
        #expect("" == Self.mask.address(""))
    }

    @Test func `no form shows a local part`() throws {
        let reason = "host said: 450 <carol@example.com> carol@example.com"
        let snapshot = try SampleReport.snapshot(
            reason: reason,
            recipient: "carol@example.com",
            sender: "carol@example.org"
        )
        let report = SampleReport.report(Self.mask.snapshot(snapshot))
        for form in try SampleReport.forms(report) {
            #expect(!form.text.contains("carol"), "\(form.name)")
        }
        var event = try SampleReport.event()
        event.reason = reason
        event.recipient = "carol@example.com"
        event.originalRecipient = "carol"
        event.sender = "carol@example.org"
        event.tried[0].reason = "said: carol is full"
        event.reply?.text = "mailbox of carol"
        let writer = EventWriter(mask: Self.mask)
        var csv = CSVWriter(mask: Self.mask)
        let lines = [writer.line(event), csv.line(event)]
        for line in lines {
            #expect(!String(decoding: line, as: UTF8.self).contains("carol"))
        }
    }

    @Test func `without the option everything passes`() throws {
        let snapshot = try SampleReport.snapshot()
        #expect(snapshot == Mask(isOn: false).snapshot(snapshot))
    }
}
