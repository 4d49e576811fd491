"""How deferred mail ends, mail that never was deferred, and mail that waits behind other mail."""

from scenario import Recipient, Scenario, Script, mx, other, transport

REFUSED = transport("4.4.316", "remote", "connect")
UNANSWERED = transport("4.4.315", "network", "connect")


def after_deferral(name, about, fate, then, **more):
    return Scenario(name, about, (REFUSED,), fate, hosts=mx(network="refused"), then=then, **more)


def second_in_line(name, about, deferral, **more):
    """Two messages: the second comes while the queue manager avoids the destination."""
    return Scenario(name, about, then="submit-second", separate_messages=True, transport="one-by-one:", recipients=(
        Recipient(f"first@{name}.test", (deferral,)), Recipient(f"second@{name}.test", (deferral,))), **more)


SCENARIOS = [
    Scenario("sent", "Accepted at once.", fate="sent", hosts=mx()),
    Scenario("user-unknown", "Refused for good: bounces.", fate="bounced",
             hosts=mx(Script(rcpt="550 5.1.1 <user@user-unknown.test>: Recipient address rejected: User unknown"))),
    Scenario("deferred-then-bounced", "Greylisted first, then refused for good.",
             (other("greylisted", "rcpt", "recipient"),), "bounced",
             hosts=mx(Script(rcpt=["450 4.2.0 Greylisted, please come back in 5 minutes",
                                   "550 5.1.1 <user@deferred-then-bounced.test>: User unknown"]))),
    Scenario("probe-accepted", "An address probe that is accepted: no delivery.", fate="probed", hosts=mx(),
             probe=True),
    Scenario("probe-deferred", "An address probe that meets greylisting: no deferral.", fate="probed", probe=True,
             hosts=mx(Script(rcpt="450 4.2.0 Greylisted, please come back in 5 minutes"))),
    after_deferral("returns", "Refused, then the server is back.", "sent", "host-returns"),
    Scenario("returns-from-silence", "SYN dropped, then the server is back.", (UNANSWERED,), "sent",
             hosts=mx(network="dropped"), then="host-returns"),
    after_deferral("held", "Put on hold after the first deferral.", "held", "hold"),
    after_deferral("deleted", "Deleted after the first deferral.", "deleted", "delete"),
    after_deferral("force-expired", "Expired by the administrator after the first deferral.", "expired", "expire"),
    after_deferral("requeued", "Requeued after the first deferral: goes on under a new queue ID.",
                   "waiting", "requeue", attempts=3),
    second_in_line("second-refused", "A second message meets a refusing destination.", REFUSED,
                   hosts=mx(network="refused")),
    second_in_line("second-dropped", "A second message meets a silent destination.", UNANSWERED,
                   hosts=mx(network="dropped")),
    second_in_line("second-blocked", "A second message meets a server that greets with 554.",
                   transport("4.4.317", "remote", "greeting", "sender", category="reputation"),
                   hosts=mx(Script(greeting="554 5.7.1 Your address {client} has a poor reputation"))),
    second_in_line("second-certificate", "A second message meets an expired certificate.",
                   transport("4.7.320", "remote", "certificate", refinement="certificate-expired",
                             refined_by_companion=True),
                   hosts=mx(Script(tls="expired")), tls="secure"),
    second_in_line("second-hang", "A second message meets a server that never greets.",
                   transport("4.4.318", "remote", "greeting"), hosts=mx(Script(greeting="HANG"))),
]
