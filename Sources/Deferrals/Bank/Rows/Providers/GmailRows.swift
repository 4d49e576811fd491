extension PatternBank {
    /// Gmail and Google Workspace.
    ///
    /// Their replies have many lines: the code can stand between any two words of a sentence.
    static let gmailRows: [PatternRow] = [
        PatternRow(
            "gmail.login-trouble",
            .reply,
            #"Cannot authenticate due to a? ?temporary system"#,
            origin: .remote,
            category: .authentication,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "SASL authentication failed; server smtp.gmail.com[192.0.2.11] said: 454 4.7.0 Cannot authenticate due to a temporary system problem. Try again later. x1si133abc.33 - gsmtp"
            ]
        ),
        PatternRow(
            "gmail.receiving-rate",
            .reply,
            #"user you are trying to contact is (?:4\d\d-4\.2\.1 )?receiving"#,
            category: .rateLimited,
            scope: .recipient,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail; public Postfix logs",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.12] said: 450-4.2.1 The user you are trying to contact is receiving mail at a rate that 450-4.2.1 prevents additional messages from being delivered. Please resend your 450-4.2.1 message at a later time. If the user is able to receive mail at that 450-4.2.1 time, your message will be delivered. For more information, please 450-4.2.1 visit 450 4.2.1  https://support.google.com/mail/answer/6592 1si9232024lfi.103 - gsmtp (in reply to RCPT TO command)",
                "host gmail-smtp-in.l.google.com[192.0.2.13] said: 450-4.2.1 The user you are trying to contact is receiving mail too quickly. 450-4.2.1 Please resend your message at a later time. For more information, please 450-4.2.1 visit 450 4.2.1  https://support.google.com/mail/answer/22839 x1si101abc.1 - gsmtp (in reply to RCPT TO command)",
            ],
            rejects: [
                "host mx.example.com[192.0.2.14] said: 450 4.2.1 Mailbox busy (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gmail.relay-peak",
            .reply,
            #"Peak SMTP relay limit exceeded"#,
            category: .rateLimited,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host smtp-relay.gmail.com[192.0.2.15] said: 450 4.2.1 Peak SMTP relay limit exceeded for customer. This is a temporary error. For more information on SMTP relay limits, please contact your administrator or visit https://support.google.com/a/answer/6140680 x1si102abc.2 - gsmtp (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "gmail.daily-quota",
            .reply,
            #"5\.4\.5 Daily (?:SMTP relay|user sending|sending) .{0,25}exceeded"#,
            category: .rateLimited,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host smtp.gmail.com[192.0.2.16] said: 550-5.4.5 Daily user sending limit exceeded. For more information on Gmail 550-5.4.5 sending limits go to 550 5.4.5  https://support.google.com/a/answer/166852 x1si103abc.3 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.rate-url",
            .reply,
            #"unusual rate of.{1,60}one of your.{1,20}URL"#,
            category: .rateLimited,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.17] said: 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail containing 421-4.7.28 one of your URL domains. To protect our users from spam, mail with 421-4.7.28 the URL has been temporarily rate limited. 421 4.7.28  https://support.google.com/mail/?p=UnsolicitedRateLimitError x1si104abc.4 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.rate-domain",
            .reply,
            #"unusual rate of.{1,60}from.{1,12}your.{1,12}(?:SPF|DKIM) domain"#,
            category: .rateLimited,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.18] said: 421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating 421-4.7.28 from your DKIM domain [example.com      36]. To protect our users from 421-4.7.28 spam, mail sent from your domain has been temporarily rate limited. 421 4.7.28  https://support.google.com/mail/?p=UnsolicitedRateLimitError x1si105abc.5 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.rate-ip",
            .reply,
            #"has detected an unusual (?:rate|amount) of"#,
            category: .rateLimited,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail; public Postfix logs",
            matches: [
                "host alt1.gmail-smtp-in.l.google.com[192.0.2.19] said: 421-4.7.28 [192.0.2.200      15] Our system has detected an unusual rate of 421-4.7.28 unsolicited mail originating from your IP address. To protect our 421-4.7.28 users from spam, mail sent from your IP address has been temporarily 421-4.7.28 rate limited. Please visit 421-4.7.28  https://support.google.com/mail/?p=UnsolicitedRateLimitError to 421 4.7.28 review our Bulk Email Senders Guidelines. x1si107abc.7 - gsmtp (in reply to end of DATA command)",
                "host gmail-smtp-in.l.google.com[192.0.2.20] said: 421-4.7.0 [192.0.2.200] Our system has detected an unusual amount of unsolicited 421-4.7.0 mail originating from your IP address. To protect our users from 421-4.7.0 spam, mail sent from your IP address has been temporarily blocked. 421-4.7.0 Please visit http://www.google.com/mail/help/bulk_mail.html to review 421 4.7.0 our Bulk Email Senders Guidelines. x1si108abc.8 (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "gmail.same-message-id",
            .reply,
            #"messages with the same Message-ID"#,
            category: .rateLimited,
            scope: .message,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.21] said: 421-4.7.28 Gmail has detected this message exceeded its quota for sending 421-4.7.28 messages with the same Message-ID: <1@example.com>. To best protect our 421-4.7.28 users from spam, the message has been temporarily rejected. 421 4.7.28  https://support.google.com/mail/answer/188131 x1si109abc.9 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.unauthenticated",
            .reply,
            #"rate limited because it is unauthenticated"#,
            category: .senderAuthentication,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail; public Postfix logs",
            matches: [
                "host alt1.aspmx.l.google.com[192.0.2.22] said: 421-4.7.26 This mail has been rate limited because it is unauthenticated. Gmail 421-4.7.26 requires all senders to authenticate with either SPF or DKIM. 421-4.7.26  421-4.7.26  Authentication results: 421-4.7.26  DKIM = did not pass 421-4.7.26  SPF [mail.example.com] with ip: [192.0.2.200] = did not 421-4.7.26 pass 421-4.7.26  421-4.7.26  For instructions on setting up authentication, go to 421 4.7.26  https://support.google.com/mail/answer/81126#authentication x1si110abc.10 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.tls-expected",
            .reply,
            #"4\.7\.29 Your email has been rate limited"#,
            category: .localConfiguration,
            scope: .sender,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.23] said: 421-4.7.29 Your email has been rate limited because this message wasn't sent over a 421-4.7.29 TLS connection. Gmail requires all bulk email senders to use TLS/SSL for SMTP 421-4.7.29 connections. 421 4.7.29  https://support.google.com/mail/answer/81126 x1si114abc.14 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.reverse-dns",
            .reply,
            #"4\.7\.23 (?:Your email|This mail) has been rate limited"#,
            category: .dnsOfSender,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.24] said: 421-4.7.23 Your email has been rate limited because the sending IP address 421-4.7.23 doesn't have a PTR record, or the PTR record's forward DNS entry 421-4.7.23 doesn't match the sending IP address. (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.authentication-results",
            .reply,
            #"4\.7\.\d\d (?:Your email|This mail) has been rate limited because"#,
            category: .senderAuthentication,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.24] said: 421-4.7.27 Your email has been rate limited because SPF authentication didn't 421-4.7.27 pass for this message. Gmail requires all bulk email senders to 421-4.7.27 authenticate with SPF. 421 4.7.27  https://support.google.com/mail/answer/81126 x1si111abc.11 - gsmtp (in reply to end of DATA command)",
                "host gmail-smtp-in.l.google.com[192.0.2.25] said: 421-4.7.32 Your email has been rate limited because the From: header (RFC5322) 421-4.7.32 in this message isn't aligned with either the authenticated SPF or DKIM 421-4.7.32 organizational domain. 421 4.7.32  https://support.google.com/mail/answer/81126 x1si112abc.12 - gsmtp (in reply to end of DATA command)",
                "host gmail-smtp-in.l.google.com[192.0.2.26] said: 421 4.7.32 This mail has been rate limited because there is no DMARC alignment (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "gmail.tls-for-domain",
            .reply,
            #"TLS required for RCPT domain"#,
            category: .localConfiguration,
            scope: .sender,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host aspmx.l.google.com[192.0.2.26] said: 421 4.7.0 TLS required for RCPT domain, closing connection. https://support.google.com/mail/answer/6330403 x1si115abc.15 - gsmtp (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gmail.spf-record",
            .reply,
            #"4\.7\.24 The SPF record of the sending"#,
            category: .senderAuthentication,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.27] said: 451-4.7.24 The SPF record of the sending domain has one or more suspicious 451-4.7.24 entries. To protect our users from spam, mail sent from your domain 451-4.7.24 has been temporarily rejected. 451 4.7.24  https://support.google.com/mail/answer/81126#authentication x1si116abc.16 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.dmarc-policy",
            .reply,
            #"4\.7\.26 Unauthenticated email from"#,
            category: .senderAuthentication,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.28] said: 451-4.7.26 Unauthenticated email from example.com is not accepted due to 451-4.7.26 domain's DMARC policy. Please contact the administrator of example.com 451-4.7.26 domain if this was a legitimate mail. To learn about the DMARC 451 4.7.26 initiative, go to https://support.google.com/mail/?p=DmarcRejection x1si117abc.17 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.no-ptr",
            .reply,
            #"4\.7\.(?:0|23) (?:\[[^\]]{2,60}\] )?The (?:sending )?IP address"#,
            category: .dnsOfSender,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.29] said: 421-4.7.0 [192.0.2.200] The IP address sending this message does not have a PTR 421-4.7.0 record, or the corresponding forward DNS entry does not match the sending 421-4.7.0 IP. 421 4.7.0  https://support.google.com/mail/answer/81126#ip-practices x1si118abc.18 - gsmtp (in reply to end of DATA command)",
                "host gmail-smtp-in.l.google.com[192.0.2.30] said: 421-4.7.23 The sending IP address for this message doesn't have a PTR record, or 421-4.7.23 the PTR record's forward DNS entry doesn't match the sending IP address. 421 4.7.23  https://support.google.com/mail/answer/81126#ip-practices x1si119abc.19 - gsmtp (in reply to end of DATA command)",
            ]
        ),
        PatternRow(
            "gmail.no-authentication",
            .reply,
            #"This message does not have authentication information"#,
            category: .senderAuthentication,
            source: "support.google.com/mail/answer/81126; sisimai, mail of Gmail",
            matches: [
                "host mx1.example.net[192.0.2.25] said: 550-5.7.1 This message does not have authentication information or fails to pass 550-5.7.1 authentication checks. To best protect our users from spam, the 550-5.7.1 message has been blocked. Please visit 550-5.7.1 https://support.google.com/mail/answer/81126#authentication for more 550 5.7.1 information. 37si3479471pgw.590 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.low-reputation",
            .reply,
            #"due to the very low reputation"#,
            category: .reputation,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.31] said: 421-4.7.0 [192.0.2.200      12] Our system has detected that this message is 421-4.7.0 suspicious due to the very low reputation of the sending IP address. 421-4.7.0 To protect our users from spam, mail sent from your IP address has been 421-4.7.0 temporarily rate limited. 421 4.7.0  https://support.google.com/mail/answer/188131 x1si120abc.20 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.suspicious-content",
            .reply,
            #"due to the nature of the content"#,
            category: .content,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.32] said: 421-4.7.0 [192.0.2.200      19] Our system has detected that this message is 421-4.7.0 suspicious due to the nature of the content and/or the links within. 421-4.7.0 To best protect our users from spam, the message has been blocked. 421 4.7.0  https://support.google.com/mail/answer/188131 x1si121abc.21 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.try-later",
            .reply,
            #"4\.7\.0 Try again later, closing connection"#,
            category: .rateLimited,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail: a sign of too many connections or messages at once",
            matches: [
                "host smtp-relay.gmail.com[192.0.2.33] said: 421-4.7.0 Try again later, closing connection. (EHLO) 421-4.7.0  For more information, go to 421 4.7.0  https://support.google.com/a/answer/3221692 x1si122abc.22 - gsmtp (in reply to EHLO command)",
                "host smtp.gmail.com[192.0.2.34] said: 421 4.7.0 Try again later, closing connection. x1si123abc.23 - gsmtp (in reply to MAIL FROM command)",
            ],
            rejects: [
                "host mx.example.com[192.0.2.35] said: 421 4.7.0 Try again later (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gmail.not-a-gateway",
            .reply,
            #"IP not in whitelist for RCPT domain"#,
            category: .reputation,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host aspmx.l.google.com[192.0.2.36] said: 421-4.7.0 IP not in whitelist for RCPT domain, closing connection. 421 4.7.0 https://support.google.com/a/answer/60752 x1si124abc.24 - gsmtp (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gmail.over-quota",
            .reply,
            #"4\.2\.2 The (?:email account that you tried to reach is|recipient's inbox is out)"#,
            category: .mailboxFull,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail; public Postfix logs",
            matches: [
                "host alt1.gmail-smtp-in.l.google.com[192.0.2.37] said: 452-4.2.2 The recipient's inbox is out of storage space. Please direct the 452-4.2.2 recipient to 452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp x1si125abc.25 - gsmtp (in reply to RCPT TO command)",
                "host alt1.gmail-smtp-in.l.google.com[192.0.2.38] said: 452-4.2.2 The email account that you tried to reach is over quota. Please direct 452-4.2.2 the recipient to 452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp x1si126abc.26 - gsmtp (in reply to RCPT TO command)",
            ]
        ),
        PatternRow(
            "gmail.from-header",
            .reply,
            #"addresses in From: header (?:5\d\d\S* )?are not accepted"#,
            category: .content,
            source: "sisimai, mail of Gmail",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.27] said: 550-5.7.1 [192.0.2.222 13] Messages with multiple 550 5.7.1 addresses in From: header are not accepted. v14si1155795plk.134 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.system-problem",
            .reply,
            #"Temporary System Problem"#,
            category: .remoteSystem,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail; public Postfix logs",
            matches: [
                "host alt1.gmail-smtp-in.l.google.com[192.0.2.39] said: 421-4.3.0 Temporary System Problem. Try again later. For more information, go to 421 4.3.0  https://support.google.com/a/answer/3221692 x1si127abc.27 - gsmtp (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gmail.temporarily-rejected",
            .reply,
            #"Mail server (?:has )?temporarily rejected"#,
            category: .remoteSystem,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host aspmx.l.google.com[192.0.2.40] said: 451-4.3.0 Mail server temporarily rejected message. For more information, go to 451 4.3.0  https://support.google.com/a/answer/3221692 x1si128abc.28 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.one-domain-each",
            .reply,
            #"Multiple destination domains per transaction"#,
            category: .tooManyRecipients,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host aspmx.l.google.com[192.0.2.41] said: 451-4.3.0 Multiple destination domains per transaction is unsupported.  Please 451-4.3.0 try again. For more information, go to 451 4.3.0  https://support.google.com/a/answer/3221692 x1si129abc.29 - gsmtp (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gmail.policy-size",
            .reply,
            #"Domain policy size per transaction exceeded"#,
            category: .tooManyRecipients,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host aspmx.l.google.com[192.0.2.42] said: 452-4.5.3 Domain policy size per transaction exceeded, please try this 452-4.5.3 recipient in a separate transaction. 452 4.5.3  https://support.google.com/a/answer/7282433 x1si130abc.30 - gsmtp (in reply to RCPT TO command)"
            ]
        ),
        PatternRow(
            "gmail.connection-expired",
            .reply,
            #"Connection expired, try reconnecting"#,
            category: .remoteSystem,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host aspmx.l.google.com[192.0.2.43] said: 421 4.7.0 Connection expired, try reconnecting. https://support.google.com/a/answer/3221692 x1si131abc.31 - gsmtp (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "gmail.login-rate",
            .reply,
            #"Too many login attempts"#,
            origin: .remote,
            category: .authentication,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "SASL authentication failed; server smtp.gmail.com[192.0.2.44] said: 454 4.7.0 Too many login attempts, please try again later. https://support.google.com/mail/answer/7126229 x1si132abc.32 - gsmtp"
            ]
        ),
        PatternRow(
            "gmail.bad-credentials",
            .reply,
            #"Username and Password not accepted"#,
            origin: .local,
            category: .authentication,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail; public Postfix logs",
            matches: [
                "SASL authentication failed; server smtp.gmail.com[192.0.2.45] said: 535-5.7.8 Username and Password not accepted. For more information, go to?535 5.7.8  https://support.google.com/mail/?p=BadCredentials x1si134abc.34 - gsmtp"
            ]
        ),
        PatternRow(
            "gmail.app-password",
            .reply,
            #"^534-5\.7\.(?:9|14) "#,
            origin: .local,
            category: .authentication,
            source:
                "support.google.com/a/answer/3726730, SMTP errors in Gmail; public Postfix logs",
            matches: [
                "SASL authentication failed; server smtp.gmail.com[192.0.2.46] said: 534-5.7.9 Application-specific password required. Learn more at?534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor x1si135abc.35 - gsmtp"
            ]
        ),
        PatternRow(
            "gmail.relay-credentials",
            .reply,
            #"Invalid credentials for relay"#,
            origin: .local,
            category: .authentication,
            source: "support.google.com/a/answer/3726730, SMTP errors in Gmail",
            matches: [
                "host smtp-relay.gmail.com[192.0.2.47] said: 550-5.7.1 Invalid credentials for relay [192.0.2.200]. The IP address you've 550-5.7.1 registered in your G Suite SMTP Relay service doesn't match domain of 550-5.7.1 the account this email is being sent from. 550 5.7.1  https://support.google.com/a/answer/6140680#maildenied x1si136abc.36 - gsmtp (in reply to MAIL FROM command)"
            ]
        ),
        PatternRow(
            "gmail.unsafe-content",
            .reply,
            #"blocked because its content presents a potential"#,
            category: .content,
            source: "support.google.com/mail/?p=BlockedMessage; sisimai, rhost google",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.48] said: 552-5.7.0 This message was blocked because its content presents a potential 552-5.7.0 security issue. Please visit 552-5.7.0  https://support.google.com/mail/?p=BlockedMessage to review our message 552 5.7.0 content and attachment content guidelines. x1si137abc.37 - gsmtp (in reply to end of DATA command)"
            ]
        ),
        PatternRow(
            "gmail.no-from-header",
            .reply,
            #"Messages missing a valid address in From"#,
            category: .content,
            source: "smtp.codes, Google; support.google.com/a/answer/3726730",
            matches: [
                "host gmail-smtp-in.l.google.com[192.0.2.25] said: 550 5.7.1 [192.0.2.200 14] Messages missing a valid address in From: header, or having no From: header, are not accepted. - gsmtp (in reply to end of DATA command)"
            ]
        ),
    ]
}
