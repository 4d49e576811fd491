import ByteScan
import PolicyService
import Testing

@Suite struct PolicyRequestDecoderTests {
    /// All that a stream in pieces of these sizes comes to: requests, then the error if there is one.
    private func decode(
        _ bytes: [UInt8],
        pieces: [Int],
        limits: RequestLimits = RequestLimits()
    ) -> (requests: [PolicyRequest], error: PolicyProtocolError?) {
        var decoder = PolicyRequestDecoder(limits: limits)
        var found: [PolicyRequest] = []
        var rest = bytes[...]
        var turn = 0
        do {
            while !rest.isEmpty {
                let piece = Array(rest.prefix(pieces[turn % pieces.count]))
                decoder.append(piece.span)
                while try decoder.next() { found.append(decoder.request) }
                rest = rest.dropFirst(piece.count)
                turn += 1
            }
            try decoder.endOfStream()
            return (found, nil)
        } catch {
            return (found, error)
        }
    }

    private func expectSample(_ request: PolicyRequest) {
        for (attribute, value) in Samples.attributes {
            #expect(value == request.text(attribute), "\(attribute.name)")
        }
        #expect(.rcpt == request.protocolState)
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test func `the captured request gives every attribute`() throws {
        let (requests, error) = decode(Samples.wire, pieces: [4_096])
        #expect(nil == error)
        try #require(requests.count == 1)
        expectSample(requests[0])
        #expect(PolicyAttribute.allCases.count == Samples.attributes.count)
        #expect(12_345 == requests[0].number(.size))
        #expect(nil == requests[0].number(.queueID))
    }

    @Test(arguments: 1...12) func `any read size gives the same`(size: Int) throws {
        let (requests, error) = decode(Samples.wire + Samples.wire, pieces: [size])
        #expect(nil == error)
        try #require(requests.count == 2)
        requests.forEach(expectSample)
    }

    @Test func `a cut at any byte gives the same`() throws {
        let other = PolicyRequest.wireBytes(Samples.changed([.recipient: "carol@example.net"]))
        let both = Samples.wire + other
        for cut in 1..<both.count {
            let (requests, error) = decode(both, pieces: [cut, both.count])
            #expect(nil == error)
            try #require(requests.count == 2, "cut at \(cut)")
            #expect("bob@example.com" == requests[0].text(.recipient))
            #expect("carol@example.net" == requests[1].text(.recipient))
            #expect("3.12-20260821" == requests[1].text(.mailVersion))
        }
    }

    @Test func `many requests in one segment come one by one`() {
        let stream = [[UInt8]](repeating: Samples.wire, count: 90).flatMap { $0 }
        let (requests, error) = decode(stream, pieces: [stream.count])
        #expect(nil == error)
        #expect(90 == requests.count)
        requests.suffix(2).forEach(expectSample)
    }

    @Test func `a request stays as it was while the next one is read`() throws {
        var decoder = PolicyRequestDecoder()
        let first = Samples.wire
        decoder.append(first.span)
        #expect(try decoder.next())
        let kept = decoder.request
        let second = bytes("request=smtpd_access_policy\nsender=x@y\n\n")
        decoder.append(second.span)
        #expect(try decoder.next())
        expectSample(kept)
        #expect("x@y" == decoder.request.text(.sender))
        #expect(nil == decoder.request.text(.recipient))
    }

    @Test(arguments: [
        ("sender=a=b@example.org", "a=b@example.org"), ("sender=", ""), ("sender==", "="),
        ("sender=\"a b\"@x", "\"a b\"@x"), ("sender=x@y \r", "x@y \r"), ("sender= x", " x"),
        ("sender=first\nsender=second", "first"), ("sender=\nsender=second", ""),
        ("Sender=other\nsender=x", "x"), ("sender\t=no\nsender=x", "x"),
        ("a_name_that_is_longer_than_24_bytes=1\nsender=x", "x"),
        ("sender=J\u{fc}rgen@b\u{fc}cher.example", "J\u{fc}rgen@b\u{fc}cher.example"),
    ])
    func `values are kept byte for byte`(lines: String, expected: String) throws {
        let (requests, error) = decode(
            bytes("request=smtpd_access_policy\n\(lines)\n\n"),
            pieces: [7]
        )
        #expect(nil == error)
        #expect([expected] == requests.map { $0.text(.sender) })
    }

    @Test func `absent is not empty`() throws {
        let request = try Samples.request([.saslUsername: nil, .ccertSubject: ""])
        #expect(nil == request[.saslUsername])
        #expect(nil != request[.ccertSubject])
        #expect(request.isEmpty(.saslUsername) && request.isEmpty(.ccertSubject))
    }

    @Test(arguments: [
        ("sender\n\n", PolicyProtocolError.lineWithoutEquals), ("=x\n\n", .emptyName),
        ("request=smtpd_access_policy\nsender=a\0b\n\n", .nulByte), ("sender=a\0", .nulByte),
        ("\n", .missingRequest), ("sender=x\n\n", .missingRequest),
        ("\r\n\r\n", .lineWithoutEquals),
        ("request=\n\n", .unknownRequest("")), ("request=junk\n\n", .unknownRequest("junk")),
        ("request=smtpd_access_policy \n\n", .unknownRequest("smtpd_access_policy ")),
        ("request=smtpd_access_policy", .endInsideRequest(byteCount: 27)),
        ("request=smtpd_access_policy\nsender=x\n", .endInsideRequest(byteCount: 37)),
    ])
    func `broken requests are told apart`(text: String, expected: PolicyProtocolError) {
        for size in 1...12 {
            let (requests, error) = decode(bytes(text), pieces: [size])
            #expect(0 == requests.count)
            #expect(expected == error)
        }
    }

    @Test func `the end in the middle of a second request is an error`() {
        let (requests, error) = decode(Samples.wire + bytes("request=x"), pieces: [10_000])
        #expect(1 == requests.count)
        #expect(.endInsideRequest(byteCount: 9) == error)
    }

    @Test func `a NUL byte concerns its own request alone`() {
        for size in [1, 64, 10_000] {
            let (requests, error) = decode(Samples.wire + bytes("a=\0\n\n"), pieces: [size])
            #expect(1 == requests.count)
            #expect(.nulByte == error)
        }
    }

    @Test func `limits hold to the byte`() {
        var limits = RequestLimits()
        limits.lineBytes = 100
        limits.requestBytes = 400
        limits.attributes = 5
        let head = "request=smtpd_access_policy\n"
        let fits = "sender=" + String(repeating: "x", count: 93)
        for size in [1, 64, 4_096] {
            #expect(
                nil == decode(bytes("\(head)\(fits)\n\n"), pieces: [size], limits: limits).error
            )
            let long = decode(bytes("\(head)\(fits)x\n\n"), pieces: [size], limits: limits)
            #expect(.lineTooLong(limit: 100) == long.error)
            let four = (1...4).map { "u\($0)=\n" }.joined()
            #expect(nil == decode(bytes("\(head)\(four)\n"), pieces: [size], limits: limits).error)
            let many = decode(bytes("\(head)\(four)u5=\n\n"), pieces: [size], limits: limits)
            #expect(.tooManyAttributes(limit: 5) == many.error)
            let lines = [String](repeating: fits, count: 4).joined(separator: "\n")
            let large = decode(bytes("\(head)\(lines)\n\n"), pieces: [size], limits: limits)
            #expect(.requestTooLong(limit: 400) == large.error)
        }
    }

    @Test func `a line of a MiB is refused early`() {
        let stream =
            bytes("request=smtpd_access_policy\nsender=")
            + [UInt8](repeating: 0x78, count: 1 << 20)
        var decoder = PolicyRequestDecoder()
        var taken = 0
        do {
            for start in stride(from: 0, to: stream.count, by: 4_096) {
                let piece = Array(stream[start..<min(start + 4_096, stream.count)])
                taken += piece.count
                decoder.append(piece.span)
                #expect(try !decoder.next())
            }
            Issue.record("the line passed")
        } catch {
            #expect(.lineTooLong(limit: 16 << 10) == error)
            #expect(taken <= 24 << 10)
        }
    }

    @Test func `random bytes never stop it`() {
        var numbers = SeededNumbers(state: 5)
        let alphabet = bytes("request=smtpd_access_policy\n\n=\nsender=\r\0@.")
        for _ in 0..<2_000 {
            let stream = (0..<Int.random(in: 0..<200, using: &numbers)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
            }
            let whole = decode(stream, pieces: [max(1, stream.count)])
            let pieces = decode(stream, pieces: [Int.random(in: 1...12, using: &numbers)])
            #expect(whole.error == pieces.error || pieces.error == nil && whole.requests.isEmpty)
            #expect(whole.requests.count == pieces.requests.count)
        }
    }

    @Test(arguments: [
        ("bob@example.com", "example.com", "bob"),
        ("x\"y@z\"@Example.COM.", "Example.COM", "x\"y@z\""),
        ("postmaster", nil, "postmaster"), ("", nil, ""), ("bob@", nil, "bob"),
        ("bob@.", nil, "bob"),
        ("@example.com", "example.com", ""),
    ])
    func `addresses are cut at the last at sign`(
        address: String,
        domain: String?,
        localPart: String
    ) throws {
        let request = try Samples.request([.recipient: address])
        #expect(domain == request.recipientDomain.map { request.bytes.span.text($0) })
        #expect(localPart == request.localPart(of: .recipient).map { request.bytes.span.text($0) })
    }
}
