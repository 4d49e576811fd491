// What delivery agents say: the reasons of deferred, bounced and sent deliveries.
//
// Placeholders, filled by put_reason(): %h server name, %i its address, %6 an IPv6
// address, %d recipient's domain, %r recipient, %s sender, %q a queue ID of the server's
// own, %n a number. The clue is a line of the same process before the status line.

#ifndef GENERATOR_TEXTS_H
#define GENERATOR_TEXTS_H

enum Code {
    CODE_DNS, CODE_TIMEOUT, CODE_REFUSED, CODE_NO_SESSION, CODE_CLOSED, CODE_CERTIFICATE,
    CODE_OTHER, CODE_COUNT
};

static const char *const code_names[CODE_COUNT] = {
    "4.4.312", "4.4.315", "4.4.316", "4.4.317", "4.4.318", "4.7.320", "other",
};

// Of a thousand deferred attempts; to a remote server, and to this host's own mailboxes.
enum Route { ROUTE_REMOTE, ROUTE_LOCAL, ROUTE_COUNT };

static const unsigned short code_shares[ROUTE_COUNT][CODE_COUNT] = {
    [ROUTE_REMOTE] = { 130, 190, 80, 90, 90, 30, 390 },
    [ROUTE_LOCAL] = { 0, 0, 300, 0, 0, 0, 700 },
};

enum Agent { AGENT_SMTP, AGENT_LMTP, AGENT_LOCAL, AGENT_ERROR, AGENT_COUNT };

static const char *const agent_names[AGENT_COUNT] = { "smtp", "lmtp", "local", "error" };

enum Relay { RELAY_NONE, RELAY_SERVER, RELAY_SOCKET, RELAY_SERVICE };

typedef struct {
    enum Code code;
    enum Route route;
    enum Agent agent;
    enum Relay relay;
    const char *dsn;
    const char *text;
    const char *clue;
} DeferralText;

#define SMTP(code, relay, dsn, text, clue) \
    { code, ROUTE_REMOTE, AGENT_SMTP, relay, dsn, text, clue }
#define LOCAL(code, agent, relay, dsn, text) \
    { code, ROUTE_LOCAL, agent, relay, dsn, text, NULL }

static const DeferralText deferral_texts[] = {
    SMTP(CODE_DNS, RELAY_NONE, "4.4.3",
         "Host or domain name not found. Name service error for name=%d type=MX: "
         "Host not found, try again", NULL),
    SMTP(CODE_DNS, RELAY_NONE, "4.4.3",
         "Host or domain name not found. Name service error for name=%h type=A: "
         "Host not found, try again", NULL),
    SMTP(CODE_DNS, RELAY_NONE, "4.4.3",
         "Host or domain name not found. Name service error for name=%h type=AAAA: "
         "Host not found, try again", "warning: no MX host for %d has a valid address record"),
    SMTP(CODE_DNS, RELAY_NONE, "4.4.3",
         "Name service error for name=%d type=MX: "
         "Malformed or unexpected name server reply", NULL),
    SMTP(CODE_DNS, RELAY_NONE, "4.4.4",
         "unable to look up host %h: Temporary failure in name resolution", NULL),
    SMTP(CODE_DNS, RELAY_NONE, "4.7.5", "TLSA lookup error for %h:25",
         "warning: DANE TLSA lookup problem: Host or domain name not found. "
         "Name service error for name=_25._tcp.%h type=TLSA: Host not found, try again"),

    SMTP(CODE_TIMEOUT, RELAY_NONE, "4.4.1", "connect to %h[%i]:25: Connection timed out",
         "connect to %h[%i]:25: Connection timed out"),
    SMTP(CODE_TIMEOUT, RELAY_NONE, "4.4.1", "connect to %h[%i]:25: Connection timed out",
         "connect to %h[%i]:25: Connection timed out"),
    SMTP(CODE_TIMEOUT, RELAY_NONE, "4.4.1", "connect to %h[%i]:25: No route to host",
         "connect to %h[%i]:25: No route to host"),
    SMTP(CODE_TIMEOUT, RELAY_NONE, "4.4.1", "connect to %h[%6]:25: Network is unreachable",
         "connect to %h[%6]:25: Network is unreachable"),

    SMTP(CODE_REFUSED, RELAY_NONE, "4.4.1", "connect to %h[%i]:25: Connection refused",
         "connect to %h[%i]:25: Connection refused"),
    SMTP(CODE_REFUSED, RELAY_NONE, "4.4.1", "connect to %h[%6]:25: Connection refused",
         "connect to %h[%6]:25: Connection refused"),
    LOCAL(CODE_REFUSED, AGENT_LMTP, RELAY_NONE, "4.4.1",
          "connect to " OWN_DOMAIN "[private/dovecot-lmtp]: No such file or directory"),
    LOCAL(CODE_REFUSED, AGENT_LMTP, RELAY_NONE, "4.4.1",
          "connect to 127.0.0.1[127.0.0.1]:10024: Connection refused"),

    SMTP(CODE_NO_SESSION, RELAY_SERVER, "4.7.0",
         "host %h[%i] refused to talk to me: 421 4.7.0 %h Error: too many connections from "
         "203.0.113.25", NULL),
    SMTP(CODE_NO_SESSION, RELAY_SERVER, "4.7.1",
         "host %h[%i] refused to talk to me: 554 5.7.1 Service unavailable; Client host "
         "[203.0.113.25] blocked using a block list; see https://%d/lookup?q=%n", NULL),
    SMTP(CODE_NO_SESSION, RELAY_SERVER, "4.0.0",
         "host %h[%i] refused to talk to me: 450 Connection timed out waiting for a worker", NULL),
    SMTP(CODE_NO_SESSION, RELAY_SERVER, "4.7.4",
         "TLS is required, but was not offered by host %h[%i]", NULL),
    SMTP(CODE_NO_SESSION, RELAY_SERVER, "4.7.0",
         "TLS is required, but host %h[%i] refused to start TLS: 454 4.7.0 TLS not available "
         "due to local problem", NULL),
    SMTP(CODE_NO_SESSION, RELAY_SERVER, "4.7.5", "Cannot start TLS: handshake failure",
         "SSL_connect error to %h[%i]:25: Connection reset by peer"),

    SMTP(CODE_CLOSED, RELAY_SERVER, "4.4.2",
         "lost connection with %h[%i] while receiving the initial server greeting", NULL),
    SMTP(CODE_CLOSED, RELAY_SERVER, "4.4.2",
         "lost connection with %h[%i] while sending RCPT TO", NULL),
    SMTP(CODE_CLOSED, RELAY_SERVER, "4.4.2",
         "lost connection with %h[%i] while sending end of data -- "
         "message may be sent more than once", NULL),
    SMTP(CODE_CLOSED, RELAY_SERVER, "4.4.2",
         "conversation with %h[%i] timed out while receiving the initial server greeting", NULL),
    SMTP(CODE_CLOSED, RELAY_SERVER, "4.4.2",
         "conversation with %h[%i] timed out while sending message body", NULL),

    SMTP(CODE_CERTIFICATE, RELAY_SERVER, "4.7.5", "Server certificate not verified",
         "certificate verification failed for %h[%i]:25: self-signed certificate"),
    SMTP(CODE_CERTIFICATE, RELAY_SERVER, "4.7.5", "Server certificate not verified",
         "server certificate verification failed for %h[%i]:25: certificate has expired"),
    SMTP(CODE_CERTIFICATE, RELAY_SERVER, "4.7.5", "Server certificate not verified",
         "server certificate verification failed for %h[%i]:25: num=62:hostname mismatch"),
    SMTP(CODE_CERTIFICATE, RELAY_NONE, "4.7.5", "no TLSA records found", NULL),
    SMTP(CODE_CERTIFICATE, RELAY_NONE, "4.7.5", "non DNSSEC destination", NULL),
    SMTP(CODE_CERTIFICATE, RELAY_NONE, "4.7.5", "TLSA records unusable", NULL),

    SMTP(CODE_OTHER, RELAY_SERVER, "4.2.0",
         "host %h[%i] said: 450 4.2.0 <%r>: Recipient address rejected: Greylisted, see "
         "http://%d/greylist/help/%n.html (in reply to RCPT TO command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.7.1",
         "host %h[%i] said: 451 4.7.1 Greylisting in action, please come back in 00:04:%n "
         "(in reply to RCPT TO command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.2.1",
         "host %h[%i] said: 450-4.2.1 The user you are trying to contact is receiving mail at a "
         "rate that 450-4.2.1 prevents additional messages from being delivered. Please resend "
         "your 450 4.2.1 message at a later time. %q.%n - gsmtp (in reply to RCPT TO command)",
         NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.7.500",
         "host %h[%i] said: 451 4.7.500 Server busy. Please try again later from [203.0.113.25]. "
         "(S77719) [%q.prod.protection.outlook.com] (in reply to RCPT TO command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.7.0",
         "host %h[%i] said: 421 4.7.0 [TSS04] Messages from 203.0.113.25 temporarily deferred due "
         "to unexpected volume or user complaints (in reply to MAIL FROM command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.2.2",
         "host %h[%i] said: 452 4.2.2 <%r>: mailbox full, over quota by %n bytes "
         "(in reply to RCPT TO command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.3.1",
         "host %h[%i] said: 452 4.3.1 Insufficient system storage (in reply to MAIL FROM command)",
         NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.4.1",
         "host %h[%i] said: 451 4.4.1 Connection timed out (in reply to RCPT TO command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.1.8",
         "host %h[%i] said: 450 4.1.8 <%s>: Sender address rejected: Domain not found "
         "(in reply to RCPT TO command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.7.1",
         "host %h[%i] said: 450 4.7.1 Client host rejected: cannot find your hostname, "
         "[203.0.113.25] (in reply to RCPT TO command)", NULL),
    SMTP(CODE_OTHER, RELAY_SERVER, "4.0.0",
         "host %h[%i] said: 451 Temporary local problem - please try later "
         "(in reply to end of DATA command)", NULL),
    LOCAL(CODE_OTHER, AGENT_LMTP, RELAY_SOCKET, "4.2.2",
          "host " OWN_DOMAIN "[private/dovecot-lmtp] said: 452 4.2.2 <%r> Quota exceeded "
          "(mailbox for user is full) (in reply to end of DATA command)"),
    LOCAL(CODE_OTHER, AGENT_LMTP, RELAY_SOCKET, "4.2.0",
          "host " OWN_DOMAIN "[private/dovecot-lmtp] said: 451 4.2.0 <%r> "
          "Internal error occurred. Refer to server log for more information. "
          "(in reply to end of DATA command)"),
    LOCAL(CODE_OTHER, AGENT_LOCAL, RELAY_SERVICE, "4.3.0",
          "temporary failure. Command output: procmail: Lock failure on \"/var/mail/%n.lock\""),
    LOCAL(CODE_OTHER, AGENT_ERROR, RELAY_NONE, "4.3.0", "mail transport unavailable"),
};

#define DEFERRAL_TEXTS (sizeof deferral_texts / sizeof deferral_texts[0])

typedef struct {
    enum Relay relay;
    const char *dsn;
    const char *text;
} FinalText;

static const FinalText bounce_texts[] = {
    { RELAY_SERVER, "5.1.1",
      "host %h[%i] said: 550 5.1.1 <%r>: Recipient address rejected: User unknown in virtual "
      "mailbox table (in reply to RCPT TO command)" },
    { RELAY_SERVER, "5.7.1",
      "host %h[%i] said: 550 5.7.1 Message rejected as spam by content filtering. %q "
      "(in reply to end of DATA command)" },
    { RELAY_SERVER, "5.2.2",
      "host %h[%i] said: 552 5.2.2 <%r>: user is over quota (in reply to RCPT TO command)" },
    { RELAY_NONE, "5.4.4",
      "Host or domain name not found. Name service error for name=%d type=A: Host not found" },
    { RELAY_NONE, "5.1.0", "Domain %d does not accept mail (nullMX)" },
};

static const FinalText sent_texts[] = {
    { RELAY_SERVER, "2.0.0", "250 2.0.0 Ok: queued as %q" },
    { RELAY_SERVER, "2.0.0", "250 2.0.0 Ok: queued as %q" },
    { RELAY_SERVER, "2.0.0", "250 OK id=1%n-000%q-2B" },
    { RELAY_SERVER, "2.0.0", "250 2.0.0 OK  1741%n a640c23a62f3a-%q.%n - gsmtp" },
    { RELAY_SERVER, "2.6.0",
      "250 2.6.0 <%n.%q@%h> [Hostname=%q.prod.outlook.com] %n bytes in 0.21, "
      "48.811 KB/sec Queued mail for delivery" },
    { RELAY_SERVER, "2.0.0", "250 2.0.0 %q Message accepted for delivery" },
};

static const FinalText local_sent_text = {
    RELAY_SOCKET, "2.0.0", "250 2.0.0 <%r> %q Saved",
};

static const FinalText local_bounce_text = {
    RELAY_SOCKET, "5.1.1",
    "host " OWN_DOMAIN "[private/dovecot-lmtp] said: 550 5.1.1 <%r> User doesn't exist "
    "(in reply to RCPT TO command)",
};

// Servers tried before the one that the status line names.
static const char *const earlier_server_texts[] = {
    "connect to %h[%i]:25: Connection timed out",
    "connect to %h[%i]:25: Connection refused",
    "connect to %h[%6]:25: Network is unreachable",
};

static const char *const earlier_reply_texts[] = {
    "host %h[%i] said: 451 4.3.0 Temporary server error, try later (in reply to MAIL FROM command)",
    "host %h[%i] refused to talk to me: 421 4.3.2 Service not available, try again later",
    "lost connection with %h[%i] while receiving the initial server greeting",
};

#endif
