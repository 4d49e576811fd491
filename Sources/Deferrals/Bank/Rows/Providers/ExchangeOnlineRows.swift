extension PatternBank {
    /// Microsoft 365: Exchange Online and its protection service, as destination and as relay.
    static let exchangeOnlineRows: [PatternRow] = [
        PatternRow(
            "exo.suspicious-ip",
            .reply,
            #"^4\d\d 4\.7\.[5-8]\d\d Access denied, please try"#,
            category: .reputation,
            source:
                "learn.microsoft.com, Fix NDR error 451 4.7.500-699 (ASxxx); public Postfix logs",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.61] said: 451 4.7.550 Access denied, please try again later. For more information see https://aka.ms/EXOSmtpErrors AS(5501) [DB5EUR03FT000.eop-EUR03.prod.protection.outlook.com] (in reply to MAIL FROM command)",
                "host example-com.mail.protection.outlook.com[192.0.2.62] said: 451 4.7.850 Access denied, please try again later [AM4PEPF00000001.EURPRD83.prod.outlook.com] (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host example-com.mail.protection.outlook.com[192.0.2.63] said: 451 4.7.0 Temporary server error. Please try again later. PRX4 (in reply to RCPT TO command)",
                "host mx.example.com[192.0.2.64] said: 421 Server busy, too many connections (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "exo.server-busy",
            .reply,
            #"^4\d\d 4\.7\.[5-8]\d\d Server busy"#,
            category: .rateLimited,
            source:
                "learn.microsoft.com, Fix NDR error 451 4.7.500-699 (ASxxx); public Postfix logs",
            matches: [
                "host hotmail-com.olc.protection.outlook.com[192.0.2.60] said: 451 4.7.500 Server busy. Please try again later from [192.0.2.200]. (AS843) (in reply to RCPT TO command)"
            ],
            rejects: [
                "host mx.example.com[192.0.2.64] said: 421 Server busy, too many connections (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exo.ipv6-authentication",
            .reply,
            #"pass either SPF or DKIM validation"#,
            category: .senderAuthentication,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.65] said: 450 4.7.26 Service does not accept messages sent over IPv6 [2001:db8::25] unless they pass either SPF or DKIM validation (message not signed) [DB3EUR04FT000.eop-eur04.prod.protection.outlook.com] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.ipv6-ptr",
            .reply,
            #"sending IPv6 address \["#,
            category: .dnsOfSender,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.66] said: 450 4.7.25 Service unavailable, sending IPv6 address [2001:db8::25] must have reverse DNS record [VE1EUR03FT000.eop-EUR03.prod.protection.outlook.com] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exo.authentication-level",
            .reply,
            #"the required authentication level"#,
            category: .senderAuthentication,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.67] said: 550 5.7.515 Access denied, sending domain example.com does not meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender. [AM3PEPF00000001.eurprd83.prod.outlook.com] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.no-subscription",
            .reply,
            #"hosted tenant which has no mail-enabled"#,
            category: .remoteSystem,
            scope: .destination,
            source: "learn.microsoft.com, NDR codes in Exchange Online; public Postfix logs",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.68] said: 451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions. ATTR5 [DB1PEPF00000001.eurprd03.prod.outlook.com 2026-01-01T10:00:00.000Z 08DE000000000000] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exo.wrong-region",
            .reply,
            #"Mail sent to the wrong Office"#,
            category: .remoteSystem,
            scope: .destination,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.69] said: 451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35. For more information please go to https://go.microsoft.com/fwlink/?linkid=865268 [HE1EUR01FT000.eop-EUR01.prod.protection.outlook.com] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exo.server-error",
            .reply,
            #"Temporary server error\. Please try again later\.? +(?:ATTR|PRX)"#,
            category: .remoteSystem,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.70] said: 451 4.7.0 Temporary server error. Please try again later. PRX4 NextHop:AM0PR01MB0000 [AM9P192CA0000.EURP192.PROD.OUTLOOK.COM] (in reply to end of DATA command)",
                "host example-com.mail.protection.outlook.com[192.0.2.71] said: 451 4.4.3 Temporary server error. Please try again later ATTR18 [DB5EUR01FT000.eop-EUR01.prod.protection.outlook.com] (in reply to RCPT TO command)",
                "SASL authentication failed; server smtp.office365.com[192.0.2.72] said: 451 4.7.0 Temporary server error. Please try again later. PRX2 [AM6P193CA0000.EURP193.PROD.OUTLOOK.COM]",
            ],
            rejects: [
                "host mx.example.com[192.0.2.73] said: 451 4.7.0 Try again later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exo.too-many-recipients",
            .reply,
            #"Too many recipients.{0,3}\(AS"#,
            category: .tooManyRecipients,
            source: "public Postfix queue listings",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.74] said: 452 4.5.3 Too many recipients (AS780090) [DB5EUR03FT000.eop-EUR03.prod.protection.outlook.com] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exo.concurrent-sending",
            .reply,
            #"Concurrent connections limit exceeded"#,
            category: .rateLimited,
            source: "learn.microsoft.com, Exchange Online limits; public Postfix logs",
            matches: [
                "host smtp.office365.com[192.0.2.75] said: 432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. [Hostname=AM0PR01MB0000.eurprd01.prod.exchangelabs.com] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.recipient-threads",
            .reply,
            #"recipient thread limit exceeded"#,
            category: .rateLimited,
            scope: .recipient,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.76] said: 432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded [DB7PR01MB0000.eurprd01.prod.exchangelabs.com] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.sender-threads",
            .reply,
            #"sender thread limit exceeded"#,
            category: .rateLimited,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host smtp.office365.com[192.0.2.77] said: 432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded [Hostname=AM0PR01MB0000.eurprd01.prod.exchangelabs.com] (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.send-as-denied",
            .reply,
            #"5\.2\.252 SendAsDenied"#,
            category: .senderRejected,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host smtp.office365.com[192.0.2.89] said: 554 5.2.252 SendAsDenied; app@example.com not allowed to send as alerts@example.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.organization-queue",
            .reply,
            #"Organization queue quota exceeded"#,
            category: .remoteSystem,
            source: "smtpfieldmanual.com, Outlook",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.79] said: 450 4.7.3 Organization queue quota exceeded. [DB5EUR03FT041.eop-EUR03.prod.protection.outlook.com] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exo.store-quota",
            .reply,
            #"STOREDRV.{1,120}(?:quota|mailbox full)"#,
            category: .mailboxFull,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.78] said: 452 4.2.2 STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionQuotaExceeded; Failed to process message due to a permanent exception with message Cannot open mailbox (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.store",
            .reply,
            #"STOREDRV[.;]"#,
            category: .mailboxUnavailable,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.79] said: 432 4.2.0 STOREDRV.Deliver; mailbox database is offline [DB7PR01MB0000.eurprd01.prod.exchangelabs.com] (in reply to end of DATA command)"
            ],
            rejects: [
                "host smtp.office365.com[192.0.2.80] said: 554 5.2.252 SendAsDenied; app@example.com not allowed to send as alerts@example.com; STOREDRV.Submission.Exception:SendAsDeniedException (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.recipient-rate",
            .reply,
            #"recipient has exceeded their limit for the number"#,
            category: .rateLimited,
            scope: .recipient,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.81] said: 554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour. For more information go to https://aka.ms/554-5-2-122 (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.tenant-limit",
            .reply,
            #"tenant (?:has )?exceeded its"#,
            category: .rateLimited,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host smtp.office365.com[192.0.2.82] said: 550 5.7.233 Your message can't be sent because your tenant exceeded its daily limit for sending email to external recipients (tenant external recipient rate limit) (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.no-recipient",
            .reply,
            #"5\.4\.1 .{0,90}Recipient address rejected: Access denied"#,
            category: .recipientUnknown,
            source: "learn.microsoft.com, NDR 5.4.1: directory-based edge blocking",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.83] said: 550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors [AM4PEPF00000001.EURPRD83.prod.outlook.com 2026-01-01T10:00:00.000Z 08DE000000000000] (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "exo.banned-ip",
            .reply,
            #"Access denied, banned send"#,
            category: .reputation,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.84] said: 550 5.7.606 Access denied, banned sending IP [192.0.2.200]. To request removal from this list please visit https://sender.office.com/ and follow the directions. For more information please go to  http://go.microsoft.com/fwlink/?LinkID=526655 AS(1430) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exo.traffic-not-accepted",
            .reply,
            #"traffic not accepted from this IP"#,
            category: .reputation,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.85] said: 550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653 AS(7230) (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exo.login-disabled",
            .reply,
            #"5\.7\.139 Authentication unsuccessful"#,
            origin: .local,
            category: .authentication,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "SASL authentication failed; server smtp.office365.com[192.0.2.86] said: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [AM0P190CA0000.EURP190.PROD.OUTLOOK.COM 2026-01-01T10:00:00.000Z 08DE000000000000]"
            ]
        ),
        PatternRow(
            "exo.not-logged-in",
            .reply,
            #"5\.7\.57 .{0,10}Client (?:was )?not authenticated"#,
            origin: .local,
            category: .authentication,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host smtp.office365.com[192.0.2.87] said: 530 5.7.57 Client not authenticated to send mail. [AM0P190CA0000.EURP190.PROD.OUTLOOK.COM] (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "exo.send-as",
            .reply,
            #"not have permissions to send as this sender"#,
            category: .senderRejected,
            source: "learn.microsoft.com, NDR codes in Exchange Online",
            matches: [
                "host smtp.office365.com[192.0.2.88] said: 550 5.7.60 SMTP; Client does not have permissions to send as this sender (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "exo.no-recipients",
            .reply,
            #"All recipient addresses rejected : Access denied"#,
            category: .recipientUnknown,
            source: "smtp.codes, Microsoft: none of the recipients is in the directory",
            matches: [
                "host example-com.mail.protection.outlook.com[192.0.2.25] said: 550 5.4.1 All recipient addresses rejected : Access denied [DM3NAM02FT009.eop-nam02.prod.protection.outlook.com] (in reply to DATA command)"
            ]
        ),
        PatternRow(
            "exo.old-tls",
            .reply,
            #"^421 4\.7\.66 TLS 1\.0 and 1\.1 are not supported\b"#,
            category: .localConfiguration,
            scope: .sender,
            source: "learn.microsoft.com, opt-in to legacy TLS for SMTP AUTH; public bug reports",
            matches: [
                "host smtp.office365.com[192.0.2.26] said: 421 4.7.66 TLS 1.0 and 1.1 are not supported.  Please upgrade/update your client to support TLS 1.2. Visit https://aka.ms/smtp_auth_tls. [MAXPR0101CA0021.INDPRD01.PROD.OUTLOOK.COM] (in reply to MAIL FROM command)"
            ],
            rejects: [
                "host mx1.example.net[192.0.2.25] said: 451 4.7.0 Temporary server error. Please try again later. PRX4 (in reply to MAIL FROM command)"
            ]
        ),
    ]
}
