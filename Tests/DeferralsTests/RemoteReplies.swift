import Deferrals

/// Source: Postfix logs, queue listings and bounces in public repositories and forums; addresses and
/// names replaced.
extension RemoteReplyTests {
    static let aboutUs: [Expected] = [
        verdict(
            .authentication,
            .host,
            .local,
            .auth,
            [
                "SASL authentication failed; server smtp.gmail.com[192.0.2.109] said: 535-5.7.1 Username and Password not accepted. Learn more at                   ?535 5.7.1 http://mail.google.com/support/bin/answer.py?answer=14257 y8sm185328vch.5",
                "SASL authentication failed; server smtp.exmail.qq.com[192.0.2.90] said: 535 Error: authentication failed, system busy",
                "SASL authentication failed; server smtp.myisp.example[192.0.2.30] said: 535 Incorrect authentication data",
            ]
        ),
        verdict(
            .dnsOfSender,
            .sender,
            .remote,
            .greeting,
            [
                "host mx00.gmx.net[192.0.2.114] refused to talk to me: 554-gmx.net (mxgmx007) Nemesis ESMTP Service not available 554-No SMTP service 554 invalid DNS PTR resource record",
                "host srv3-sao.example.com.br[192.0.2.116] refused to talk to me: 450 Client host rejected: cannot find your hostname, [192.0.2.5]",
            ]
        ),
        verdict(
            .dnsOfSender,
            .sender,
            .remote,
            .mail,
            [
                "host smtp.breitband.example[192.0.2.250] said: 450 4.1.8 <www-data@datahub.bzn.local>: Sender address rejected: Domain not found (in reply to MAIL FROM command)"
            ]
        ),
        verdict(
            .dnsOfSender,
            .sender,
            .remote,
            .rcpt,
            [
                "host mailin-03.mx.aol.com[192.0.2.161] said: 421 4.2.1 :  (DNS:NR)  http://postmaster.info.aol.com/errors/421dnsnr.html (in reply to RCPT TO command)",
                "host fiordland.example.com[192.0.2.145] said: 450 <root@localhost.localdomain>: Sender address rejected: Domain not found (in reply to RCPT TO command)",
                "host prometheus.example.net[192.0.2.89] said: 450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.126] (in reply to RCPT TO command)",
                "host mx00.1and1.co.uk[192.0.2.169] said: 421 invalid sender domain 'build.local' (misconfigured dns?) (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .rateLimited,
            .recipient,
            .remote,
            .rcpt,
            [
                "host gmail-smtp-in.l.google.com[192.0.2.27] said: 450-4.2.1 The Gmail user you are trying to contact is receiving 450-4.2.1 mail at a rate that prevents additional messages from 450-4.2.1 being delivered. Please resend your message at a later 450-4.2.1 time; if the user is able to receive mail at that time, 450 4.2.1 your message will be delivered. s1si6984646uge (in reply to RCPT TO command)"
            ]
        ),
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .auth,
            [
                "SASL authentication failed; server smtp.sendgrid.net[192.0.2.30] said: 451 Authentication failed: Maximum credits exceeded"
            ]
        ),
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .endOfData,
            [
                "host gmail-smtp-in.l.google.com[192.0.2.114] said: 421-4.7.0 [192.0.2.177] Our system has detected an unusual amount of 421-4.7.0 unsolicited mail originating from your IP address. To protect our 421-4.7.0 users from spam, mail sent from your IP address has been temporarily 421-4.7.0 blocked. Please visit http://www.google.com/mail/help/bulk_mail.html 421 4.7.0 to review our Bulk Email Senders Guidelines. u9si7180564muf.9 (in reply to end of DATA command)",
                "host alt1.gmail-smtp-in.l.google.com[192.0.2.27] said: 421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address (in reply to end of DATA command)",
                "host smtp.office365.com[192.0.2.1] said: 432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. [Hostname=P212321.PROD.OUTLOOK.COM] (in reply to end of DATA command)",
                "host smtp.mail.ru[192.0.2.20] said: 451 Ratelimit exceeded for mailbox . Try again later. (in reply to end of DATA command)",
                "host mx.example.net[192.0.2.22] said: 451 4.7.7 Please try again later. IP rate-limited. (in reply to end of DATA command)",
            ]
        ),
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .greeting,
            [
                "delivery temporarily suspended: host mx1.comcast.net[192.0.2.80] refused to talk to me: 421 resimta-po-18v.sys.comcast.net resimta-po-18v.sys.comcast.net 192.0.2.239 Throttled - try again later. TFaqdRTZSZ3s0 Please see http://postmaster.comcast.net/smtp-error-codes.php#RL000001",
                "host ex228.example.dev[192.0.2.228] refused to talk to me: 421 4.7.0 mx1 Error: too many connections from 192.0.2.1",
            ]
        ),
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .mail,
            [
                "host hotmail-com.olc.protection.outlook.com[192.0.2.33] said: 451 4.7.652 The mail server [192.0.2.52] has exceeded the maximum number of connections.    (S3115) [DU6PEPF0000A7E0.eurprd02.prod.outlook.com 2024-08-01T10:08:00.000Z] (in reply to MAIL FROM command)",
                "host mx2.comcast.net[192.0.2.80] said: 421 4.7.0 too many connections (in reply to MAIL FROM command)",
                "host mx1.qq.com[192.0.2.22] said: 550 Connection frequency limited [Q1YzZ3kxdnRYYnpkbVZ0MAo+QTMzMTMzRjUxNzQ4Cg/MTI3MTY2MDge= Blocked IP 192.0.2.22]. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722 (in reply to MAIL FROM command)",
            ]
        ),
        verdict(
            .rateLimited,
            .sender,
            .remote,
            .rcpt,
            [
                "host hotmail-com.olc.protection.outlook.com[192.0.2.33] said: 451 4.7.500 Server busy. Please try again later from [192.0.2.2]. (AS761) (in reply to RCPT TO command)",
                "host example-com.mail.protection.outlook.com[192.0.2.10] said: 451 4.7.500 Server busy. Please try again later from [192.0.2.10]. (S77) (in reply to RCPT TO command)",
                "host mx2.emailsrvr.com[192.0.2.1] said: 451 4.7.1 Received too many messages from a new or untrusted IP: 192.0.2.10 (Z31/80343E8) (G28) (in reply to RCPT TO command)",
                "host mailstore1.secureserver.net[192.0.2.9] said: 550 5.1.1 <user@example.com>  - 192.0.2.222 has sent to too many recipients this hour. IB607  <http://x.co/rlbounce> (in reply to RCPT TO command)",
                "host mail2.example.fr[192.0.2.121] said: 421 4.7.0 st11p00im-smtpin005.me.com Error: too many errors (in reply to RCPT TO command)",
                "host mx1.example.net[192.0.2.9] said: 452 4.3.2 Connection rate limit exceeded. (in reply to RCPT TO command)",
                "host smtp.example.com[192.0.2.190] said: 450 too many connections from your IP (rate controlled) (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .reputation,
            .sender,
            .remote,
            .endOfData,
            [
                "host mx2.sbcglobal.am0.yahoodns.net[192.0.2.192] said: 451 Message temporarily deferred - [160] (in reply to end of DATA command)"
            ]
        ),
        verdict(
            .reputation,
            .sender,
            .remote,
            .greeting,
            [
                "host mx1.mail.ukl.yahoo.com[192.0.2.7] refused to talk to me: 451 Message temporarily deferred - 4.16.50",
                "host b.mx.mail.yahoo.com[192.0.2.7] refused to talk to me: 553 Mail from 192.0.2.92 not allowed - 5.7.1 [BL21] Connections not accepted from IP addresses on Spamhaus PBL; see http://postmaster.yahoo.com/550-bl21.html",
                "host mx6.mail.icloud.com[192.0.2.79] refused to talk to me: 550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.220",
                "host mx00.emig.gmx.net[192.0.2.9] refused to talk to me: 550-Requested action not taken: mailbox unavailable 550-Reject due to policy restrictions. 550 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.13&c=poli",
                "host mx01.t-online.de[192.0.2.73] refused to talk to me: 554 IP:192.0.2.44 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.)",
                "host mx1.microchip.iphmx.com[192.0.2.91] refused to talk to me: 554-mgate4.unileoben.ac.at 554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
                "host mx2.kent.edu.gslb.pphosted.com[192.0.2.10] refused to talk to me: 554 mx.kent.edu.pph5a.pphosted.com ESMTP Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.142",
                "host gateway-f1.isp.att.net[192.0.2.16] refused to talk to me: 550 Error - Blocked for abuse. See http://att.net/blocks",
                "host inbound.example.net[192.0.2.4] refused to talk to me: 550 Rejected: 192.0.2.46, listed at http://csi.cloudmark.com/reset-request for remediation.",
                "host mailin-02.mx.aol.com[192.0.2.100] refused to talk to me: 554- (RTR:BL)  https://postmaster.aol.com/error-codes#554rtrbl 554  Connecting IP: 192.0.2.7",
                "host mail.example.net[192.0.2.174] refused to talk to me: 554 Service unavailable; Client host [pc-11.sta.example.net] blocked using Barracuda Reputation; http://bbl.barracudacentral.com/q.cgi?ip=192.0.2.5",
                "host cdptpa-smtpin02.mail.rr.com[192.0.2.244] refused to talk to me: 554  5.7.1 - ERROR: Mail refused - <192.0.2.72> - See  http://www.spamhaus.org/query/bl?ip=192.0.2.72",
            ]
        ),
        verdict(
            .reputation,
            .sender,
            .remote,
            .mail,
            [
                "host eur.olc.protection.outlook.com[192.0.2.73] said: 451 4.7.650 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S3113) [5NY1SSJFSTZJRJBG.eurprd02.prod.outlook.com 2024-05-09T23:34:45.000Z GLXTWVLGZHZNHVXY] (in reply to MAIL FROM command)",
                "host mta7.am0.yahoodns.net[192.0.2.94] said: 421 4.7.0 [TSS04] Messages from 192.0.2.161 temporarily deferred due to unexpected volume (in reply to MAIL FROM command)",
                "host mx-eu.mail.am0.yahoodns.net[192.0.2.9] said: 421 4.7.0 [TSS05] Messages from 192.0.2.9 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes (in reply to MAIL FROM command)",
                "host mx1.free.fr[192.0.2.17] said: 451 too many errors from your ip (192.0.2.17), please visit http://postmaster.free.fr/ (in reply to MAIL FROM command)",
            ]
        ),
        verdict(
            .reputation,
            .sender,
            .remote,
            .rcpt,
            [
                "host av.waw.example.pl[192.0.2.146] said: 550 5.7.1 <user@example.pl>: Recipient address rejected: temporarily blocked because of previous errors - retrying too fast. penalty: 30 seconds x 0 retries. (in reply to RCPT TO command)",
                "host mx.example.net[192.0.2.8] said: 550 rejected because 192.0.2.181 is in a black list at zen.spamhaus.org Listed by CSS, see https://check.spamhaus.org/query/ip/192.0.2.181 (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .senderAuthentication,
            .sender,
            .remote,
            .endOfData,
            [
                "host vps.transip.email[192.0.2.250] said: 421 4.7.0 No valid 'x-transip-mail-auth' DNS record found for 'example.org'. (8D9WKA15KCh22) (in reply to end of DATA command)",
                "host gmail-smtp-in.l.google.com[192.0.2.27] said: 451-4.7.26 Unauthenticated email from email.example.ru is not accepted due 451-4.7.26 to domain's DMARC policy, but temporary DNS failures prevent 451-4.7.26 authentication. 451 4.7.26 https://support.google.com/mail/?p=DmarcRejection 38308e7fff4ca-2f03d187980si3400341fa.593 - gsmtp (in reply to end of DATA command)",
            ]
        ),
    ].flatMap(\.self)

    static let aboutThem: [Expected] = [
        verdict(
            .content,
            .message,
            .remote,
            .endOfData,
            [
                "host 126mx00.mxmail.netease.com[192.0.2.4] said: 554 DT:SPM 126 smtp5,jtKowAAnI4CgTxpbogAOAA--.26S2 1528450981,please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.183&hostid=smtp5&time=1528450981 (in reply to end of DATA command)",
                "host 163mx03.mxmail.netease.com[192.0.2.1] said: 451 DT:SPM 163 mx40,WsCowAAnEhlCoEVa5GjcAA--.20089S3 1514512452, please try again 15min later (in reply to end of DATA command)",
            ]
        ),
        verdict(
            .greylisted,
            .recipient,
            .remote,
            .endOfData,
            [
                "host mx.example.com[192.0.2.8] said: 452 4.2.1 mail 1A2B3C4D from 192.0.2.200 temporary greylist embargoed (in reply to end of DATA command)"
            ]
        ),
        verdict(
            .greylisted,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mail.example.ie[192.0.2.132] said: 450 <user@example.info>: Recipient address rejected: Greylisted for 180 seconds (see http://isg.ee.ethz.ch/tools/postgrey/help/example.fr.html) (in reply to RCPT TO command)",
                "host birdsnet.example.br[192.0.2.6] said: 450 Rcpt to <> - You are greylisted. Try again later (in reply to RCPT TO command)",
                "host mx2.mdbrasil.com.br[192.0.2.9] said: 454 Falha tempor?ria, pol?tica SoftFail (greylisting). (#5.7.1) (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .greylisted,
            .sender,
            .remote,
            .greeting,
            [
                "host smtpxx.example.com[192.0.2.100] refused to talk to me: 421 4.7.0 [GL01] Message from (192.0.2.100) temporarily deferred - 4.16.50."
            ]
        ),
        verdict(
            .localDelivery,
            .host,
            .local,
            .endOfData,
            [
                "host mail.example.gr[private/dovecot-lmtp] said: 451 4.3.0 <test@example.gr> Temporary internal error (in reply to end of DATA command)",
                "host 127.0.0.1[127.0.0.1] said: 451 4.5.0 id=11249-03 - Temporary MTA failure on relaying, From MTA() during fwd-connect (Negative greeting:  at (eval 134) line 479.): id=11249-03 (in reply to end of DATA command)",
                "host 127.0.0.1[127.0.0.1] said: 450 4.4.1 Can't connect to 127.0.0.1 port 10035, Operation now in progress at /usr/sbin/amavisd-new line 2912, <GEN11> line 237., id=12043-01 (in reply to end of DATA command)",
            ]
        ),
        verdict(
            .mailboxFull,
            .recipient,
            .local,
            .rcpt,
            [
                "host mail.example.local[127.0.0.1] said: 452 4.2.2 Over quota (in reply to RCPT TO command)"
            ]
        ),
        verdict(
            .mailboxFull,
            .recipient,
            .remote,
            .rcpt,
            [
                "host alt1.gmail-smtp-in.l.google.com[192.0.2.26] said: 452-4.2.2 The email account that you tried to reach is over quota. Please direct 452-4.2.2 the recipient to 452 4.2.2 http://support.google.com/mail/bin/answer.py?answer=6558 v4si727563qct.119 (in reply to RCPT TO command)",
                "host mx1.example.com[192.0.2.26] said: 452-4.2.2 The recipient's inbox is out of storage space. Please direct the 452-4.2.2 recipient to 452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp 2adb3069b0e04-5b2f62e5bf2si3023960e87.215 - gsmtp (in reply to RCPT TO command)",
                "host in1-smtp.messagingengine.com[192.0.2.22] said: 451 4.7.1 <user@example.fm>: Recipient address rejected: User is over quota (in reply to RCPT TO command)",
                "host 192.0.2.72[192.0.2.72] said: 422 4.2.2 Quota limit exceeded (in reply to RCPT TO command)",
                "host mail.tutanota.de[192.0.2.3] said: 522 5.7.1 <a@tutanota.com>: Recipient address rejected: Recipient mailbox full (in reply to RCPT TO command)",
                "host mx.a1.example.at[192.0.2.3] said: 550 5.2.2 <a@aon.example>: Recipient address rejected: <a@aon.example> Quota exceeded (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .mailboxUnavailable,
            .recipient,
            .remote,
            .data,
            [
                "host msgin.t.facebook.com[192.0.2.18] said: 421 4.7.1 RCP-T4 http://postmaster.facebook.com/response_codes?ip=192.0.2.213#unavailable Recipient account is unavailable (in reply to DATA command)"
            ]
        ),
        verdict(
            .mailboxUnavailable,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mx.example.net[192.0.2.5] said: 450 4.2.1 Mailbox busy, come back (in reply to RCPT TO command)"
            ]
        ),
        verdict(
            .recipientUnknown,
            .recipient,
            .remote,
            .rcpt,
            [
                "host mail5.example.gt[192.0.2.22] said: 450 4.1.1 <user@example.gt>...  <user@example.gt>: Recipient address rejected: User unknown in local recipient table (in reply to RCPT TO command)"
            ]
        ),
        verdict(
            .remoteSystem,
            .destination,
            .remote,
            .endOfData,
            [
                "host example-org.mail.protection.outlook.com[192.0.2.5] said: 451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions. ATTR5 [AM4PEPF00000002.EURPRD83.prod.outlook.com] (in reply to end of DATA command)"
            ]
        ),
        verdict(
            .remoteSystem,
            .destination,
            .remote,
            .greeting,
            [
                "host mta5.am0.yahoodns.net[192.0.2.54] refused to talk to me: 420 Resources unavailable temporarily. Please try later (mta1060.mail.sp2.yahoo.com)",
                "host mx-sec.example.com.br[192.0.2.76] refused to talk to me: 450 Server configuration problem, sorry",
            ]
        ),
        verdict(
            .remoteSystem,
            .message,
            .remote,
            .data,
            [
                "host boing001.example.com[192.0.2.140] said: 451 qq write error or disk full (#4.3.0) (in reply to DATA command)"
            ]
        ),
        verdict(
            .remoteSystem,
            .message,
            .remote,
            .endOfData,
            [
                "host smtpz4.laposte.net[192.0.2.66] said: 421 4.2.1 Service refuse. Veuillez essayer plus tard. Service refused, please try later. LPN007_505 (in reply to end of DATA command)",
                "host mx.yandex.ru[192.0.2.89] said: 451 4.7.1 Sorry, the service is currently unavailable. Please come back later. 8o4KRFlt-8o4Kls3x (in reply to end of DATA command)",
                "host mx.example.org[192.0.2.8] said: 421 4.3.0 Upstream error, please check https://example.com/email-routing/postmaster for possible reasons why. yrtPbwx4hZz2 (in reply to end of DATA command)",
                "host example-com.mail.protection.outlook.com[192.0.2.10] said: 451 4.7.0 Temporary server error. Please try again later. PRX9 RemoteHost: PH7P222CA0012. ErrorCode 10054 [SA2PEPF000015C7.namprd03.prod.outlook.com 2024-07-31T13:33:32.734Z 08PEPF00636PEPF00D7] (in reply to end of DATA command)",
            ]
        ),
        verdict(
            .remoteSystem,
            .message,
            .remote,
            .mail,
            [
                "host foo.example.com[192.0.2.4] said: 451 4.3.0 <bounces@example.org.au>: Temporary lookup failure (in reply to MAIL FROM command)"
            ]
        ),
        verdict(
            .remoteSystem,
            .message,
            .remote,
            .rcpt,
            [
                "host mail2.example.de[192.0.2.157] said: 452 4.3.1 Insufficient system storage (in reply to RCPT TO command)",
                "host mail-abs.example.com.au[192.0.2.5] said: 421 4.3.2 System not accepting network messages (in reply to RCPT TO command)",
                "host example-com.mail.protection.outlook.com[192.0.2.10] said: 451 4.3.2 Temporary server error. Please try again later ATTR17 [DU6PEPF0000B61C.eurprd02.prod.outlook.com 2024-08-01T09:32:01.894Z 08DCAFB9AE5EA650] (in reply to RCPT TO command)",
            ]
        ),
        verdict(
            .tooManyRecipients,
            .message,
            .remote,
            .rcpt,
            [
                "host company-com.mail.protection.outlook.com[192.0.2.4] said: 452 4.5.3 Too many recipients (AS780090) [.protection.outlook.com] (in reply to RCPT TO command)"
            ]
        ),
    ].flatMap(\.self)

    static func verdict(
        _ category: Category,
        _ scope: Scope,
        _ origin: Origin,
        _ stage: Stage?,
        _ reasons: [String]
    ) -> [Expected] {
        reasons.map {
            Expected(reason: $0, category: category, scope: scope, origin: origin, stage: stage)
        }
    }
}
