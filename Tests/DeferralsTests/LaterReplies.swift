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
        verdict(
            .senderRejected,
            .message,
            .remote,
            .mail,
            [
                "host mx.example.com[192.0.2.111] said: 450 4.2.0 mailbox unavailable (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.111] said: 550 5.1.1 <app@example.org>: no such user (in reply to MAIL FROM command)",
            ]
        ),
        verdict(
            .mailboxFull,
            .message,
            .remote,
            .mail,
            [
                "host mx.example.com[192.0.2.111] said: 452 4.2.2 Over quota (in reply to MAIL FROM command)"
            ]
        ),
        verdict(
            .dnsOfSender,
            .sender,
            .remote,
            .mail,
            [
                "host mx.example.com[192.0.2.111] said: 450-Requested mail action not taken: mailbox unavailable 450 Invalid DNS MX or A/AAAA resource record 450 For explanation visit https://postmaster.web.de/en/case?c=r1602 (in reply to MAIL FROM command)"
            ]
        ),
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .mail,
            [
                "host mx.example.com[192.0.2.111] said: 421 4.7.1 Messages from 192.0.2.200 deferred due to excessive volume (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.111] said: 451 4.7.1 <app@example.org>: Sender address rejected: too many messages, try in an hour (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.111] said: 421 4.3.2 Maximum number of concurrent connections exceeded (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.111] said: 421 Rate-control is active for your address (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.111] said: 421 Çok fazla eşzamanlı bağlantı (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.111] said: 421 Zu viele gleichzeitige Verbindungen (in reply to MAIL FROM command)",
                "host mx.example.com[192.0.2.111] said: 421 Слишком много подключений (in reply to MAIL FROM command)",
            ]
        ),
        verdict(
            .mailboxFull,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mx.example.com[192.0.2.111] said: 450 Al?c?n?n posta kutusu dolu (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.111] said: 450 Posta kutusu kotas?? a????ld?? (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.111] said: 452 El usuario ha excedido la cuota (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.111] said: 452 user@example.com is over his quota (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .recipientUnknown,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mx.example.com[192.0.2.111] said: 550 Kullanici bulunamadi (in reply to RCPT TO command)"
            ]
        ),
        verdict(
            .protocol,
            .message,
            .remote,
            .mail,
            [
                "host mx.example.com[192.0.2.24] said: 451 4.5.1 Command not implemented (in reply to MAIL FROM command)"
            ]
        ),
        // Phrases that a line's end has cut.
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .greeting,
            [
                "host mx.example.com[192.0.2.21] refused to talk to me: 421-4.7.0 mx.example.com Error: too many 421-4.7.0 connections from your address 421 4.7.0 try again later",
                "host mx.example.com[192.0.2.21] refused to talk to me: 421-mx.example.com 421-Too many 421 connections from your host",
            ]
        ),
        verdict(
            .mailboxFull,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mx.example.com[192.0.2.21] said: 452-4.2.2 The recipient's mailbox 452-4.2.2  452 4.2.2 is full. (in reply to RCPT TO command)"
            ]
        ),
    ].flatMap(\.self)
}
