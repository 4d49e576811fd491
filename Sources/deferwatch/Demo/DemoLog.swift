/// Lines that a real Postfix wrote in the lab, of `logs-samples`: one message for each code and more.
enum DemoLog {
    /// The year that its lines lack.
    static let year = 2026

    static let text = """
        Nov 23 13:30:55 mta1 postfix/smtpd[533]: DA6F9114: client=unknown[127.0.0.1]
        Nov 23 13:30:55 mta1 postfix/cleanup[550]: DA6F9114: message-id=<servfail.postfix@lab.example>
        Nov 23 13:30:55 mta1 postfix/qmgr[280]: DA6F9114: from=<sender@lab.example>, size=385, nrcpt=1 (queue active)
        Nov 23 13:30:56 mta1 postfix/smtp[553]: DA6F9114: to=<user@servfail.test>, relay=none, delay=0.25, delays=0.01/0.22/0.02/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=servfail.test type=MX: Host not found, try again)
        Nov 23 13:30:56 mta1 postfix/smtpd[551]: 202BD15E: client=unknown[127.0.0.1]
        Nov 23 13:30:56 mta1 postfix/cleanup[550]: 202BD15E: message-id=<syn-dropped.postfix@lab.example>
        Nov 23 13:30:56 mta1 postfix/qmgr[280]: 202BD15E: from=<sender@lab.example>, size=394, nrcpt=1 (queue active)
        Nov 23 13:30:56 mta1 postfix/smtpd[540]: 137DC150: client=unknown[127.0.0.1]
        Nov 23 13:30:56 mta1 postfix/cleanup[555]: 137DC150: message-id=<refused.postfix@lab.example>
        Nov 23 13:30:56 mta1 postfix/qmgr[280]: 137DC150: from=<sender@lab.example>, size=382, nrcpt=1 (queue active)
        Nov 23 13:30:56 mta1 postfix/smtp[584]: 137DC150: to=<user@refused.test>, relay=none, delay=0.35, delays=0.07/0.24/0.03/0, dsn=4.4.1, status=deferred (connect to mx.refused.test[198.51.100.9]:25: Connection refused)
        Nov 23 13:30:56 mta1 postfix/smtp[584]: connect to mx.refused.test[198.51.100.9]:25: Connection refused
        Nov 23 13:30:56 mta1 postfix/smtpd[551]: 4D36A1BE: client=unknown[127.0.0.1]
        Nov 23 13:30:56 mta1 postfix/cleanup[550]: 4D36A1BE: message-id=<greeting-shutdown.postfix@lab.example>
        Nov 23 13:30:56 mta1 postfix/qmgr[280]: 4D36A1BE: from=<sender@lab.example>, size=412, nrcpt=1 (queue active)
        Nov 23 13:30:56 mta1 postfix/smtp[613]: 4D36A1BE: to=<user@greeting-shutdown.test>, relay=mx.greeting-shutdown.test[198.51.100.38]:25, delay=0.32, delays=0.01/0.23/0.08/0, dsn=4.3.2, status=deferred (host mx.greeting-shutdown.test[198.51.100.38] refused to talk to me: 421 4.3.2 mx.greeting-shutdown.test Service shutting down and closing transmission channel)
        Nov 23 13:30:56 mta1 postfix/smtpd[540]: EEE6E24E: client=unknown[127.0.0.1]
        Nov 23 13:30:56 mta1 postfix/cleanup[550]: EEE6E24E: message-id=<lost-at-end.postfix@lab.example>
        Nov 23 13:30:56 mta1 postfix/qmgr[280]: EEE6E24E: from=<sender@lab.example>, size=394, nrcpt=1 (queue active)
        Nov 23 13:30:56 mta1 postfix/smtpd[578]: 719A220B: client=unknown[127.0.0.1]
        Nov 23 13:30:56 mta1 postfix/cleanup[555]: 719A220B: message-id=<certificate-expired.postfix@lab.example>
        Nov 23 13:30:56 mta1 postfix/qmgr[280]: 719A220B: from=<sender@lab.example>, size=418, nrcpt=1 (queue active)
        Nov 23 13:30:57 mta1 postfix/smtp[553]: EEE6E24E: to=<user@lost-at-end.test>, relay=mx.lost-at-end.test[198.51.100.75]:25, delay=0.75, delays=0/0.2/0.53/0.02, dsn=4.4.2, status=deferred (lost connection with mx.lost-at-end.test[198.51.100.75] while sending end of data -- message may be sent more than once)
        Nov 23 13:30:57 mta1 postfix/smtp[671]: 719A220B: to=<user@certificate-expired.test>, relay=mx.certificate-expired.test[198.51.100.52]:25, delay=1.3, delays=0.03/0.57/0.66/0, dsn=4.7.5, status=deferred (Server certificate not verified)
        Nov 23 13:30:57 mta1 postfix/smtp[671]: Untrusted TLS connection established to mx.certificate-expired.test[198.51.100.52]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature ECDSA (prime256v1) server-digest SHA256
        Nov 23 13:30:57 mta1 postfix/smtp[671]: server certificate verification failed for mx.certificate-expired.test[198.51.100.52]:25: certificate has expired
        Nov 23 13:30:57 mta1 postfix/smtpd[533]: ADA6D27A: client=unknown[127.0.0.1]
        Nov 23 13:30:57 mta1 postfix/cleanup[550]: ADA6D27A: message-id=<greylisted-then-sent.postfix@lab.example>
        Nov 23 13:30:57 mta1 postfix/qmgr[280]: ADA6D27A: from=<sender@lab.example>, size=421, nrcpt=1 (queue active)
        Nov 23 13:30:57 mta1 postfix/smtpd[588]: B736A28D: client=unknown[127.0.0.1]
        Nov 23 13:30:57 mta1 postfix/cleanup[555]: B736A28D: message-id=<mailbox-full.postfix@lab.example>
        Nov 23 13:30:57 mta1 postfix/qmgr[280]: B736A28D: from=<sender@lab.example>, size=397, nrcpt=1 (queue active)
        Nov 23 13:30:57 mta1 postfix/smtp[663]: ADA6D27A: to=<user@greylisted-then-sent.test>, relay=mx.greylisted-then-sent.test[198.51.100.81]:25, delay=0.05, delays=0.02/0/0.02/0.01, dsn=4.7.1, status=deferred (host mx.greylisted-then-sent.test[198.51.100.81] said: 451 4.7.1 Greylisting in action, please come back later (in reply to RCPT TO command))
        Nov 23 13:30:57 mta1 postfix/smtp[672]: B736A28D: to=<user@mailbox-full.test>, relay=mx.mailbox-full.test[198.51.100.82]:25, delay=0.03, delays=0.03/0/0/0, dsn=4.2.2, status=deferred (host mx.mailbox-full.test[198.51.100.82] said: 452 4.2.2 <user@mailbox-full.test>: Mailbox is full (in reply to RCPT TO command))
        Nov 23 13:30:58 mta1 postfix/smtpd[568]: 6CB0F3EF: client=unknown[127.0.0.1]
        Nov 23 13:30:58 mta1 postfix/cleanup[595]: 6CB0F3EF: message-id=<sent.postfix@lab.example>
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 6CB0F3EF: from=<sender@lab.example>, size=373, nrcpt=1 (queue active)
        Nov 23 13:30:58 mta1 postfix/smtp[696]: 6CB0F3EF: to=<user@sent.test>, relay=mx.sent.test[198.51.100.154]:25, delay=0.01, delays=0/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 22CF637F8B)
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 6CB0F3EF: removed
        Nov 23 13:30:58 mta1 postfix/smtpd[578]: 7F854406: client=unknown[127.0.0.1]
        Nov 23 13:30:58 mta1 postfix/cleanup[550]: 7F854406: message-id=<returns.postfix@lab.example>
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 7F854406: from=<sender@lab.example>, size=382, nrcpt=1 (queue active)
        Nov 23 13:30:58 mta1 postfix/smtp[672]: 7F854406: to=<user@returns.test>, relay=none, delay=0.01, delays=0/0/0/0, dsn=4.4.1, status=deferred (connect to mx.returns.test[198.51.100.159]:25: Connection refused)
        Nov 23 13:30:58 mta1 postfix/smtp[672]: connect to mx.returns.test[198.51.100.159]:25: Connection refused
        Nov 23 13:30:58 mta1 postfix/smtpd[533]: 6D6453F0: client=unknown[127.0.0.1]
        Nov 23 13:30:58 mta1 postfix/cleanup[601]: 6D6453F0: message-id=<user-unknown.postfix@lab.example>
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 6D6453F0: from=<sender@lab.example>, size=397, nrcpt=1 (queue active)
        Nov 23 13:30:58 mta1 postfix/smtp[708]: 6D6453F0: to=<user@user-unknown.test>, relay=mx.user-unknown.test[198.51.100.155]:25, delay=0, delays=0/0/0/0, dsn=5.1.1, status=bounced (host mx.user-unknown.test[198.51.100.155] said: 550 5.1.1 <user@user-unknown.test>: Recipient address rejected: User unknown (in reply to RCPT TO command))
        Nov 23 13:30:58 mta1 postfix/bounce[597]: 6D6453F0: sender non-delivery notification: 6E2DF3F2
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 6D6453F0: removed
        Nov 23 13:30:58 mta1 postfix/smtpd[568]: 0C07F30D: client=unknown[127.0.0.1]
        Nov 23 13:30:58 mta1 postfix/cleanup[601]: 0C07F30D: message-id=<gmail-unauthenticated.postfix@lab.example>
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 0C07F30D: from=<sender@lab.example>, size=424, nrcpt=1 (queue active)
        Nov 23 13:30:58 mta1 postfix/smtp[705]: 0C07F30D: to=<user@gmail-unauthenticated.test>, relay=mx.gmail-unauthenticated.test[198.51.100.112]:25, delay=0.06, delays=0.06/0/0/0, dsn=4.7.26, status=deferred (host mx.gmail-unauthenticated.test[198.51.100.112] said: 421-4.7.26 This mail has been rate limited because it is unauthenticated. Gmail 421 4.7.26 requires all senders to authenticate with either SPF or DKIM. 5si3 - gsmtp (in reply to end of DATA command))
        Nov 23 13:30:58 mta1 postfix/smtpd[588]: 1F159321: client=unknown[127.0.0.1]
        Nov 23 13:30:58 mta1 postfix/cleanup[601]: 1F159321: message-id=<yahoo-complaints.postfix@lab.example>
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 1F159321: from=<sender@lab.example>, size=409, nrcpt=1 (queue active)
        Nov 23 13:30:58 mta1 postfix/smtp[553]: 1F159321: to=<user@yahoo-complaints.test>, relay=mx.yahoo-complaints.test[198.51.100.117]:25, delay=0.03, delays=0.03/0/0/0, dsn=4.7.0, status=deferred (host mx.yahoo-complaints.test[198.51.100.117] said: 421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes (in reply to MAIL FROM command))
        Nov 23 13:30:58 mta1 postfix/smtpd[547]: 4AB743B4: client=unknown[127.0.0.1]
        Nov 23 13:30:58 mta1 postfix/cleanup[601]: 4AB743B4: message-id=<lmtp-missing.postfix@lab.example>
        Nov 23 13:30:58 mta1 postfix/qmgr[280]: 4AB743B4: from=<sender@lab.example>, size=397, nrcpt=1 (queue active)
        Nov 23 13:30:58 mta1 postfix/lmtp[895]: 4AB743B4: to=<user@lmtp-missing.test>, relay=none, delay=0.05, delays=0/0.04/0/0, dsn=4.4.1, status=deferred (connect to mta1.lab.example[/var/spool/lab/missing]: No such file or directory)
        Nov 23 13:30:59 mta1 postfix/smtp[594]: 202BD15E: to=<user@syn-dropped.test>, relay=none, delay=3.4, delays=0.08/0.25/3/0, dsn=4.4.1, status=deferred (connect to mx.syn-dropped.test[198.51.100.11]:25: Connection timed out)
        Nov 23 13:30:59 mta1 postfix/smtp[594]: connect to mx.syn-dropped.test[198.51.100.11]:25: Connection timed out
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: DA6F9114: from=<sender@lab.example>, size=385, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/smtp[696]: DA6F9114: to=<user@servfail.test>, relay=none, delay=8.6, delays=8.3/0.21/0.03/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=servfail.test type=MX: Host not found, try again)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 202BD15E: from=<sender@lab.example>, size=394, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 7F854406: from=<sender@lab.example>, size=382, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 137DC150: from=<sender@lab.example>, size=382, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/smtp[594]: 7F854406: to=<user@returns.test>, relay=mx.returns.test[198.51.100.159]:25, delay=5.8, delays=5.7/0.08/0.04/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 242C0B94A9)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 7F854406: removed
        Nov 23 13:31:04 mta1 postfix/smtp[717]: 137DC150: to=<user@refused.test>, relay=none, delay=8.3, delays=8.1/0.19/0/0, dsn=4.4.1, status=deferred (connect to mx.refused.test[198.51.100.9]:25: Connection refused)
        Nov 23 13:31:04 mta1 postfix/smtp[717]: connect to mx.refused.test[198.51.100.9]:25: Connection refused
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 4D36A1BE: from=<sender@lab.example>, size=412, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/smtp[717]: 4D36A1BE: to=<user@greeting-shutdown.test>, relay=mx.greeting-shutdown.test[198.51.100.38]:25, delay=8.1, delays=7.9/0.13/0.05/0, dsn=4.3.2, status=deferred (host mx.greeting-shutdown.test[198.51.100.38] refused to talk to me: 421 4.3.2 mx.greeting-shutdown.test Service shutting down and closing transmission channel)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: EEE6E24E: from=<sender@lab.example>, size=394, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/smtp[613]: EEE6E24E: to=<user@lost-at-end.test>, relay=mx.lost-at-end.test[198.51.100.75]:25, delay=7.5, delays=7.2/0.21/0.05/0, dsn=4.4.2, status=deferred (lost connection with mx.lost-at-end.test[198.51.100.75] while sending end of data -- message may be sent more than once)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 719A220B: from=<sender@lab.example>, size=418, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/smtp[553]: 719A220B: to=<user@certificate-expired.test>, relay=mx.certificate-expired.test[198.51.100.52]:25, delay=7.9, delays=7.7/0.09/0.06/0, dsn=4.7.5, status=deferred (Server certificate not verified)
        Nov 23 13:31:04 mta1 postfix/smtp[553]: Untrusted TLS connection established to mx.certificate-expired.test[198.51.100.52]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature ECDSA (prime256v1) server-digest SHA256
        Nov 23 13:31:04 mta1 postfix/smtp[553]: server certificate verification failed for mx.certificate-expired.test[198.51.100.52]:25: certificate has expired
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: B736A28D: from=<sender@lab.example>, size=397, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: ADA6D27A: from=<sender@lab.example>, size=421, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/smtp[584]: B736A28D: to=<user@mailbox-full.test>, relay=mx.mailbox-full.test[198.51.100.82]:25, delay=6.5, delays=6.4/0/0.08/0.01, dsn=4.2.2, status=deferred (host mx.mailbox-full.test[198.51.100.82] said: 452 4.2.2 <user@mailbox-full.test>: Mailbox is full (in reply to RCPT TO command))
        Nov 23 13:31:04 mta1 postfix/smtp[680]: ADA6D27A: to=<user@greylisted-then-sent.test>, relay=mx.greylisted-then-sent.test[198.51.100.81]:25, delay=6.6, delays=6.5/0/0.1/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 242B3C46FA)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: ADA6D27A: removed
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 0C07F30D: from=<sender@lab.example>, size=424, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 1F159321: from=<sender@lab.example>, size=409, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/smtp[622]: 0C07F30D: to=<user@gmail-unauthenticated.test>, relay=mx.gmail-unauthenticated.test[198.51.100.112]:25, delay=6.2, delays=6.1/0/0.1/0, dsn=4.7.26, status=deferred (host mx.gmail-unauthenticated.test[198.51.100.112] said: 421-4.7.26 This mail has been rate limited because it is unauthenticated. Gmail 421 4.7.26 requires all senders to authenticate with either SPF or DKIM. 5si3 - gsmtp (in reply to end of DATA command))
        Nov 23 13:31:04 mta1 postfix/smtp[679]: 1F159321: to=<user@yahoo-complaints.test>, relay=mx.yahoo-complaints.test[198.51.100.117]:25, delay=6.3, delays=6.1/0.19/0.01/0, dsn=4.7.0, status=deferred (host mx.yahoo-complaints.test[198.51.100.117] said: 421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes (in reply to MAIL FROM command))
        Nov 23 13:31:04 mta1 postfix/qmgr[280]: 4AB743B4: from=<sender@lab.example>, size=397, nrcpt=1 (queue active)
        Nov 23 13:31:04 mta1 postfix/lmtp[898]: 4AB743B4: to=<user@lmtp-missing.test>, relay=none, delay=5.9, delays=5.9/0.01/0/0, dsn=4.4.1, status=deferred (connect to mta1.lab.example[/var/spool/lab/missing]: No such file or directory)
        Nov 23 13:31:07 mta1 postfix/smtp[707]: 202BD15E: to=<user@syn-dropped.test>, relay=none, delay=11, delays=8.1/0.18/3/0, dsn=4.4.1, status=deferred (connect to mx.syn-dropped.test[198.51.100.11]:25: Connection timed out)
        Nov 23 13:31:07 mta1 postfix/smtp[707]: connect to mx.syn-dropped.test[198.51.100.11]:25: Connection timed out
        Nov 23 13:31:09 mta1 postfix/qmgr[280]: 0C07F30D: from=<sender@lab.example>, size=424, nrcpt=1 (queue active)
        Nov 23 13:31:09 mta1 postfix/smtp[553]: 0C07F30D: to=<user@gmail-unauthenticated.test>, relay=mx.gmail-unauthenticated.test[198.51.100.112]:25, delay=11, delays=11/0/0.02/0, dsn=4.7.26, status=deferred (host mx.gmail-unauthenticated.test[198.51.100.112] said: 421-4.7.26 This mail has been rate limited because it is unauthenticated. Gmail 421 4.7.26 requires all senders to authenticate with either SPF or DKIM. 5si3 - gsmtp (in reply to end of DATA command))
        Nov 23 13:31:09 mta1 postfix/qmgr[280]: 1F159321: from=<sender@lab.example>, size=409, nrcpt=1 (queue active)
        Nov 23 13:31:09 mta1 postfix/smtp[717]: 1F159321: to=<user@yahoo-complaints.test>, relay=mx.yahoo-complaints.test[198.51.100.117]:25, delay=11, delays=11/0/0.04/0, dsn=4.7.0, status=deferred (host mx.yahoo-complaints.test[198.51.100.117] said: 421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes (in reply to MAIL FROM command))
        Nov 23 13:31:09 mta1 postfix/qmgr[280]: 4AB743B4: from=<sender@lab.example>, size=397, nrcpt=1 (queue active)
        Nov 23 13:31:09 mta1 postfix/lmtp[895]: 4AB743B4: to=<user@lmtp-missing.test>, relay=none, delay=11, delays=11/0/0/0, dsn=4.4.1, status=deferred (connect to mta1.lab.example[/var/spool/lab/missing]: No such file or directory)
        """
}
