import ByteScan
import PolicyService
import Testing

@Suite struct RuleValueTests {
    @Test(arguments: [
        ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false),
        ("192.0.2.0/24", "::ffff:192.0.2.9", true), ("192.0.2.7", "192.0.2.7", true),
        ("0.0.0.0/0", "203.0.113.1", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("::/0", "2001:db8::1", true), ("2001:db8::/32", "2001:db8:ffff::", true),
        ("2001:db8::/32", "2001:db9::", false), ("[2001:db8::]/33", "2001:db8:8000::", false),
        ("fe80::/10", "fe80::1%eth0", true), ("::1", "::1", true),
        ("127.0.0.0/8", "127.9.9.9", true),
        ("2001:db8:1:2:3:4:5:6", "2001:DB8:1:2:3:4:5:6", true),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", true),
        ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8", true),
    ])
    func `networks hold addresses`(network: String, address: String, expected: Bool) throws {
        let found = try #require(IPAddress(address))
        #expect(expected == (try NetworkPrefix(network).contains(found)))
    }

    @Test(arguments: [
        "", "unknown", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.1234", "1..2.3", ":", ":::", "1:2",
        "1::2::3", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1.2.3", "1:2:3:4:5:6:7:1.2.3.4",
        "::1:",
        "1.2.3.4 ", "1:2:3:4:5:6:7:8::",
    ])
    func `what is no address is none`(text: String) {
        #expect(nil == IPAddress(text))
    }

    @Test func `loopback is known`() throws {
        for text in ["127.0.0.1", "127.255.0.1", "::1", "::ffff:127.0.0.1"] {
            #expect(try #require(IPAddress(text)).isLoopback)
        }
        for text in ["128.0.0.1", "::2", "::", "192.0.2.1"] {
            #expect(try !#require(IPAddress(text)).isLoopback)
        }
        #expect(try NetworkPrefix("127.0.0.0/8").isLoopback && NetworkPrefix("::1").isLoopback)
        #expect(try !NetworkPrefix("0.0.0.0/0").isLoopback && !NetworkPrefix("::/64").isLoopback)
    }

    @Test func `networks that are none say why`() {
        for text in ["192.0.2.0/33", "192.0.2.0/", "192.0.2.0/+8", "x/8", "2001:db8::/129", "/8"] {
            #expect(throws: PolicyValueError.badNetwork(text)) { try NetworkPrefix(text) }
        }
        #expect(throws: PolicyValueError.hostBits("192.0.2.1/24")) {
            try NetworkPrefix("192.0.2.1/24")
        }
    }

    @Test(arguments: [
        ("example.org", "example.org", true), ("Example.ORG", "eXample.org", true),
        ("example.org", "a.example.org", false), (".example.org", "a.example.org", true),
        (".example.org", "a.b.EXAMPLE.org", true), (".example.org", "example.org", false),
        (".example.org", "badexample.org", false), ("*", "anything.example", true),
    ])
    func `domains fit`(pattern: String, domain: String, expected: Bool) throws {
        let bytes = Array(domain.utf8)
        let range = ByteRange(0, bytes.count)
        #expect(expected == (try DomainPattern(pattern).matches(bytes.span, range)))
    }

    @Test(arguments: ["", ".", "a..b", "a b", "a@b", "example.org.", "..a", "a,b"])
    func `what is no domain is refused`(text: String) {
        #expect(throws: PolicyValueError.badDomain(text)) { try DomainPattern(text) }
    }

    @Test(arguments: [
        ("alice@example.org", true), ("ALICE@EXAMPLE.ORG", true), ("bob@example.org", false),
        ("@example.org", true), ("@example.net", false), ("@.org", true), ("@.example.org", false),
    ])
    func `addresses fit`(pattern: String, expected: Bool) throws {
        let request = try Samples.request()
        let range = try #require(request[.sender])
        let found = try AddressPattern(pattern)
            .matches(request.bytes.span, address: range, domain: request.senderDomain)
        #expect(expected == found)
        #expect(throws: PolicyValueError.badAddress("alice")) { try AddressPattern("alice") }
    }

    @Test(arguments: [
        "OK", "FILTER", "reject", "discard", "redirect", "BCC", "permit", "450", "550 no", "relay",
        "filter smtp:[x]",
    ])
    func `dangerous actions are not offered`(word: String) {
        #expect(throws: PolicyValueError.actionNotOffered(word)) { try RuleAction(word: word) }
    }

    @Test func `actions are read in either case`() throws {
        for action in RuleAction.allCases {
            #expect(action == (try RuleAction(word: action.rawValue.uppercased())))
        }
        #expect(throws: PolicyValueError.self) { try RuleAction(word: "deferr") }
        #expect(throws: PolicyValueError.self) { try RuleAction(word: "") }
    }

    @Test(arguments: [
        ("unix:/run/x/policy", PolicyListener.unix(path: "/run/x/policy")),
        ("inet:127.0.0.1:10040", .inet(address: "127.0.0.1", port: 10_040)),
        ("inet:localhost:1", .inet(address: "127.0.0.1", port: 1)),
        ("inet:[::1]:10040", .inet(address: "::1", port: 10_040)),
    ])
    func `listeners are written as in main.cf`(text: String, expected: PolicyListener) throws {
        #expect(expected == (try PolicyListener(text)))
    }

    @Test(arguments: ["", "unix:", "inet:", "inet:1", "inet::1", "inet:127.0.0.1:70000", "tcp:a:1"])
    func `other listeners are refused`(text: String) {
        #expect(throws: PolicyValueError.badListener(text)) { try PolicyListener(text) }
    }
}
