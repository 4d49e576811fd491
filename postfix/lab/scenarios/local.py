"""Causes on this machine: filters, mail store, maps, settings."""

from dataclasses import replace

from scenario import Recipient, Scenario, Script, local_failure, mx, other, transport

REFUSED_HERE = transport("4.4.316", "local", "connect")
LOCAL_CONFIGURATION = local_failure("local-configuration")
# near_side.py serves these; see FILTERS and SOCKETS there.
SOCKETS = "lmtp:unix:/var/spool/lab"


def by_error(name, about, next_hop, deferral=LOCAL_CONFIGURATION, **more):
    """Postfix itself puts the mail off: the first report is already from postfix/error."""
    return Scenario(name, about, (deferral,), transport=next_hop, reported_by_error=True, **more)


def in_local_test(name, about, address, deferral, **more):
    return Scenario(name, about, recipients=(Recipient(address, (deferral,)),), domain="local.test", **more)


SCENARIOS = [
    Scenario("filter-down", "The content filter does not run.",
             (REFUSED_HERE,), hosts=mx(), filter="scan:[127.0.0.1]:10024"),
    Scenario("filter-hangs", "The content filter accepts and says nothing.",
             (transport("4.4.318", "local", "greeting"),), hosts=mx(), filter="scan:[127.0.0.1]:10025"),
    Scenario("filter-fails", "The content filter cannot process the message.",
             (local_failure(stage="end-of-data"),), hosts=mx(), filter="scan:[127.0.0.1]:10027"),
    Scenario("filter-passes", "Reinjected by the content filter, then greylisted by the destination, then sent.",
             (other("greylisted", "rcpt", "recipient"),), fate="sent", filter="scan:[127.0.0.1]:10028",
             hosts=mx(Script(rcpt=["450 4.2.0 Greylisted, please come back in 5 minutes", "250 2.1.5 Ok"]))),
    Scenario("filter-returns", "The content filter is down, comes back, and the mail leaves.",
             (REFUSED_HERE,), fate="sent", hosts=mx(), filter="scan:[127.0.0.1]:10029", then="start-filter"),
    Scenario("lmtp-missing", "The mail store's UNIX socket is missing.",
             (REFUSED_HERE,), transport=f"{SOCKETS}/missing"),
    Scenario("lmtp-stale", "The mail store's UNIX socket has no server.",
             (REFUSED_HERE,), transport=f"{SOCKETS}/stale"),
    Scenario("lmtp-down", "The mail store does not run, over TCP.",
             (REFUSED_HERE,), transport="lmtp:inet:[127.0.0.1]:10040"),
    Scenario("lmtp-shuts-down", "The mail store greets with 421: trouble of its own.",
             (transport("4.4.317", "local", "greeting", category="local-delivery"),),
             transport=f"{SOCKETS}/shuts-down"),
    Scenario("lmtp-over-quota", "The mail store says at RCPT TO that the mailbox is full.",
             (local_failure("mailbox-full", "rcpt", "recipient"),), transport=f"{SOCKETS}/over-quota"),
    Scenario("lmtp-over-quota-late", "The mail store says after the message that the mailbox is full.",
             (local_failure("mailbox-full", "end-of-data", "recipient"),), transport=f"{SOCKETS}/over-quota-late"),
    Scenario("lmtp-hangs", "The mail store accepts and never answers RCPT TO.",
             (transport("4.4.318", "local", "rcpt"),), transport=f"{SOCKETS}/hangs"),
    Scenario("pipe-tempfail", "A pipe(8) command exits with 75.", (local_failure(),), transport="tempfail:"),
    Scenario("pipe-tempfail-says", "A pipe(8) command says why, and exits with 75.",
             (local_failure(),), transport="tempfail-says:"),
    Scenario("pipe-slow", "A pipe(8) command runs into its time limit, under soft_bounce=yes.",
             (local_failure(),), transport="slow:"),
    in_local_test("mailbox-locked", "local(8): the mailbox stays locked by a stale lock file.",
                  "games@local.test", local_failure()),
    in_local_test("mailbox-unwritable", "local(8): the mailbox belongs to somebody else.",
                  "news@local.test", local_failure()),
    in_local_test("alias-tempfail", "local(8): a command from aliases(5) exits with 75.",
                  "tempfail@local.test", local_failure()),
    in_local_test("unknown-local-user-soft", "local(8): no such user, under soft_bounce=yes.",
                  "ghost@local.test", local_failure("recipient-unknown"), transport="soft-local:"),
    Scenario("full-disk", "virtual(8): the mail store's disk is full.", (local_failure(),), body_bytes=200_000),
    Scenario("unwritable", "virtual(8): the maildir's parent is not ours.", (local_failure(),)),
    by_error("transport-missing", "transport_maps names a service that master.cf lacks.", "nosuch:"),
    by_error("transport-parked", "The transport is in defer_transports.", "parked:"),
    by_error("retry-transport", "transport_maps sends the mail to retry(8) with our own words.",
             "retry:4.3.2 Mail for this domain is held back until the move is done",
             replace(LOCAL_CONFIGURATION, known_by_daemon=True),
             # smtpd would already tell the client.
             by_pickup=True),
    Scenario("tls-engine", "Our own CA file is missing: no TLS engine, and TLS is required.",
             (transport("4.4.317", "local", "starttls"),), hosts=mx(Script(tls="valid")), transport="no-engine:"),
    Scenario("tls-policy-map", "Our own TLS policy map is out of reach.",
             (transport("4.4.317", "local", "starttls"),), hosts=mx(Script(tls="valid")), transport="bad-policy:"),
    Scenario("password-table", "Our own table of SASL passwords is out of reach.",
             (local_failure("local-configuration", "-"),), transport="bad-passwords:",
             hosts=mx(Script(extensions=("AUTH PLAIN LOGIN",)))),
    Scenario("loops-soft", "The MX is this machine, under soft_bounce=yes.",
             (local_failure("loop", "dns"),), transport="soft:",
             dns={("@", "MX"): [(10, "mx.loops-soft.test")], ("mx", "A"): ["127.0.0.1"]}),
]
