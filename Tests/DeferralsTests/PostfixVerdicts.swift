@testable import Deferrals

extension PostfixTextsTests {
    static func verdict(
        _ reason: String,
        _ code: DeferralCode,
        _ origin: Origin,
        _ stage: Stage?,
        _ scope: Scope,
        _ category: Category? = nil,
        refinement: Refinement? = nil,
        isNetworkAgent: Bool = true
    ) -> Verdict {
        Verdict(
            reason: reason,
            code: code,
            origin: origin,
            stage: stage,
            scope: scope,
            category: category,
            refinement: refinement,
            isNetworkAgent: isNetworkAgent
        )
    }

    static let resolverTexts: [Verdict] = [
        // SERVFAIL, REFUSED and a time-out read the same.
        verdict(
            "Host or domain name not found. Name service error for name=example.com type=MX: Host not found, try again",
            .dnsQueryFailed,
            .network,
            .dns,
            .destination
        ),
        verdict(
            "Host or domain name not found. Name service error for name=example.com type=A: Host not found",
            .dnsQueryFailed,
            .network,
            .dns,
            .destination
        ),
        verdict(
            "Name service error for name=example.com type=MX: Malformed or unexpected name server reply",
            .dnsQueryFailed,
            .network,
            .dns,
            .destination
        ),
        verdict(
            "unable to look up host mx1.example.com: Connection refused",
            .dnsQueryFailed,
            .network,
            .dns,
            .destination
        ),
        verdict(
            "unable to look up host mx1.example.com: Operation timed out",
            .dnsQueryFailed,
            .network,
            .dns,
            .destination
        ),
        verdict(
            "Error looking up name=example.com type=MX: DNS reply filter drops all results",
            .dnsQueryFailed,
            .local,
            .dns,
            .host
        ),
        verdict(
            "TLSA lookup error for mx1.example.com:25",
            .dnsQueryFailed,
            .network,
            .dns,
            .destination,
            refinement: .dnssecInvalid
        ),
    ]

    static let connectTexts: [Verdict] = [
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Connection timed out",
            .connectionTimedOut,
            .network,
            .connect,
            .destination
        ),
        // musl and BSD.
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Operation timed out",
            .connectionTimedOut,
            .network,
            .connect,
            .destination
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: No route to host",
            .connectionTimedOut,
            .network,
            .connect,
            .destination
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Host is unreachable",
            .connectionTimedOut,
            .network,
            .connect,
            .destination
        ),
        verdict(
            "connect to mx1.example.com[2001:db8::1]:25: Network is unreachable",
            .connectionTimedOut,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Connection refused",
            .connectionRefused,
            .remote,
            .connect,
            .destination
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Permission denied",
            .connectionRefused,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mta1.example.com[private/dovecot-lmtp]: No such file or directory",
            .connectionRefused,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mta1.example.com[/run/lmtp.sock]: Connection refused",
            .connectionRefused,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to 127.0.0.1[127.0.0.1]:10024: Connection refused",
            .connectionRefused,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Connection reset by peer",
            .connectionClosed,
            .remote,
            .connect,
            .destination
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Broken pipe",
            .connectionClosed,
            .remote,
            .connect,
            .destination
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Software caused connection abort",
            .connectionClosed,
            .remote,
            .connect,
            .destination
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Cannot assign requested address",
            .connectionTimedOut,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: No buffer space available",
            .connectionTimedOut,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mx1.example.com[2001:db8::1]:25: Address family not supported by protocol",
            .connectionTimedOut,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mx1.example.com[192.0.2.1]:25: Network is down",
            .connectionTimedOut,
            .local,
            .connect,
            .host
        ),
        // A route of ours into a WireGuard tunnel.
        verdict(
            "connect to mx1.example.com[198.51.100.25]:25: Required key not available",
            .connectionTimedOut,
            .local,
            .connect,
            .host
        ),
        verdict(
            "connect to mx1.example.com[198.51.100.25]:25: Destination address required",
            .connectionTimedOut,
            .local,
            .connect,
            .host
        ),
    ]
}
