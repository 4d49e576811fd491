import Deferrals

/// Replies found after the bank was first complete: what its rows had missed or misread.
extension RemoteReplyTests {
    static let laterFinds: [Expected] = [
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .rcpt,
            [
                "host mx.example.com[192.0.2.101] said: 554 5.7.1 <user@example.com>: Recipient address rejected: Policy Rejection- Quota Exceeded. (in reply to RCPT TO command)"
            ]
        ),
        verdict(
            .reputation,
            .sender,
            .remote,
            .greeting,
            [
                "connect to mx2.mail.example.com[192.0.2.64]: server refused to talk to me: 451 Message temporarily deferred - 4.16.50  ",
                "delivery temporarily suspended: connect to mx2.mail.example.com[192.0.2.64]: server refused to talk to me: 451 Message temporarily deferred - 4.16.50  ",
            ]
        ),
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .greeting,
            [
                "connect to mx1.example.com[192.0.2.1]: server refused to talk to me: 450 too many connections from your IP (port 25)"
            ]
        ),
        verdict(
            .recipientUnknown,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mx.example.com[192.0.2.103] said: 554 Sorry, no mailbox here by that name. (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.104] said: 550-Callout verification failed: 550 550 invalid recipient (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .mailboxUnavailable,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mx.example.com[192.0.2.105] said: 554 30 Sorry, your message to user@example.com cannot be delivered. This mailbox is disabled (554.30). (in reply to RCPT TO command)"
            ]
        ),
        verdict(
            .remoteSystem,
            .message,
            .remote,
            .rcpt,
            [
                "host mx.example.com[192.0.2.106] said: 450 4.1.1 <user@example.com>: Recipient address rejected: unverified address: conversation with mail.example.com[192.0.2.67] timed out while receiving the initial server greeting (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.107] said: 451 4.3.0 System I/O error (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .senderAuthentication,
            .sender,
            .remote,
            .endOfData,
            [
                "host mx.example.com[192.0.2.109] said: 451 4.7.5 DKIM key retrieval failed (in reply to end of DATA command)",
                "host mx.example.com[192.0.2.110] said: 450 4.4.0 <user@example.com> Temporary DMARC DNS lookup failure (G1E) (in reply to end of DATA command)",
            ]
        ),
    ].flatMap(\.self)
}
