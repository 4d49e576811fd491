import MailFlow
import Testing

@Suite struct AddressDomainTests {
    @Test(arguments: [
        ("user@Example.COM", "example.com"),
        (#""a@b"@example.org"#, "example.org"),
        ("user@[192.0.2.1]", "[192.0.2.1]"),
        ("user@", nil),
        ("user", nil),
        ("", nil),
    ])
    func `an address's domain is behind its last at sign`(address: String, domain: String?) {
        #expect(AddressDomain.of(address) == domain)
    }
}
