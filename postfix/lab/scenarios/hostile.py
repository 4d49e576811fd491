"""Replies and addresses made to mislead a reader of the log."""

from dataclasses import replace

from scenario import Recipient, Scenario, Script, mx, other, transport
from scenarios.replies import refusal

FAKE_LINE = ("Nov 23 08:00:00 mta1 postfix/smtp[1]: ABCDEF0123: to=<ceo@victim.test>, relay=none, delay=1, "
             "delays=0/0/1/0, dsn=4.4.1, status=deferred (connect to mx.victim.test[203.0.113.99]:25: "
             "Connection refused)")
QUOTED = '"a, to=<x@y.test>, relay=x, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (ok"@quoted.test'
GREYLISTED = other("greylisted", "rcpt", "recipient")


def misleading(name, about, reply, category="greylisted", scope="recipient"):
    return refusal(name, about, "rcpt", reply, category, scope)


def cut(scenario):
    """The log line ends before Postfix says which command the reply was for."""
    deferral = replace(scenario.deferrals[0], stage="-")
    scenario.recipients = tuple(Recipient(r.address, (deferral,), r.fate) for r in scenario.recipients)
    return scenario


SCENARIOS = [
    misleading("claims-sent", "The reply closes the bracket and says status=sent.",
               "450 4.2.0 Greylisted), status=sent (250 2.0.0 Ok: queued as 4ABCDE"),
    misleading("claims-bounce", "The reply holds the fields of another recipient's bounce.",
               "450 4.2.0 Greylisted) to=<other@victim.test>, relay=mx.victim.test[203.0.113.99]:25, delay=0, "
               "delays=0/0/0/0, dsn=5.1.1, status=bounced (unknown user"),
    misleading("claims-line", "The reply holds a whole log line.", f"450 4.2.0 Greylisted {FAKE_LINE}"),
    misleading("claims-command", "The reply names another command than the one it is for.",
               "450 4.2.0 Greylisted (in reply to end of DATA command)"),
    misleading("claims-timeout", "The reply speaks of a time-out: that of their back end.",
               "451 4.4.1 Temporary local problem, back end does not answer: Connection timed out",
               "remote-system", "message"),
    misleading("claims-refusal", "The reply looks like a refused connection.",
               "450 4.2.0 Greylisted: connect to mx.victim.test[203.0.113.99]:25: Connection refused"),
    misleading("claims-loss", "The reply looks like a lost connection.",
               "450 4.2.0 Greylisted: lost connection with mx.victim.test while sending RCPT TO"),
    misleading("claims-dns", "The reply looks like a failed look-up.",
               "450 4.2.0 Greylisted; Host or domain name not found. Name service error for name=victim.test "
               "type=MX: Host not found, try again"),
    misleading("claims-certificate", "The reply looks like a certificate trouble.",
               "450 4.2.0 Greylisted; Server certificate not verified; Cannot start TLS: handshake failure"),
    misleading("claims-suspension", "The reply looks like Postfix's own suspension.",
               "450 4.2.0 Greylisted; delivery temporarily suspended: connect to mx.victim.test[203.0.113.99]:25: "
               "No route to host"),
    Scenario("claims-refusal-at-greeting", "The greeting looks like a refused connection.",
             (transport("4.4.317", "remote", "greeting", category="remote-system"),),
             hosts=mx(Script(greeting="421 4.3.2 Service shutting down) connect to mx.victim.test[203.0.113.99]:25: "
                                      "Connection refused"))),
    misleading("markup", "Format characters, markup and formulas.",
               "450 4.2.0 Greylisted %s%n%d <script>alert(1)</script> =1+2|cmd \"'`$(id)`' \\x1b[31m ;,"),
    misleading("control-bytes", "Control bytes, a terminal's escape sequence among them.",
               b"450 4.2.0 Greylisted \x07bell \x1b[31mred\x1b[0m \x08back\ttab \x7fdel"),
    misleading("utf8-reply", "Valid UTF-8: C1 controls, line separator, right-to-left override, wide characters.",
               "450 4.2.0 Greylisted: bitte sp\u00e4ter \u7070\u540d\u5355 \u202eesrever \u009b31m \u2028next "
               "\u0085line \U0001f4ee"),
    misleading("broken-utf8", "Bytes that are no UTF-8.",
               b"450 4.2.0 Greylisted \xff\xfe \xc3( \xe2\x82 \xed\xa0\x80 \xc0\xaf end"),
    cut(misleading("five-kilobytes", "A reply of 5 KB in one line.", "450 4.2.0 Greylisted " + "spam and eggs " * 360)),
    cut(misleading("five-kilobytes-wide", "A reply of 5 KB in three-byte characters: cut inside one.",
                   "450 4.2.0 Greylisted " + "\n4.2.0 ".join(["\u7070\u540d\u5355" * 90] * 6))),
    Scenario("sent-says-deferred", "A 250 reply that says status=deferred: no deferral.", fate="sent",
             hosts=mx(Script(end_of_data="250 2.0.0 Ok), status=deferred (connect to mx.victim.test"
                                         "[203.0.113.99]:25: Connection refused"))),
    Scenario("quoted", "A quoted local part that holds the fields of a delivery.",
             hosts=mx(Script(rcpt="450 4.2.0 Greylisted, please come back in 5 minutes")),
             recipients=(Recipient(QUOTED, (GREYLISTED,)),)),
    Scenario("quoted-deferred", "A quoted local part that says status=deferred, accepted.",
             hosts=mx(), recipients=(Recipient(
                 '"b>, relay=none, delay=0, delays=0/0/0/0, dsn=4.4.1, status=deferred (x"@quoted-deferred.test',
                 (), "sent"),)),
]
