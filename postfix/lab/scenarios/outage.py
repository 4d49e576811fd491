"""Destinations that are all well while our own resolver, then our own way out, is not; and an expiry."""

from scenario import Scenario, Script, local_failure, mx, other, transport

EDGE = ("postfix-edge",)
NO_ANSWER_FROM_DNS = transport("4.4.312", "network", "dns")
UNANSWERED = transport("4.4.315", "network", "connect")
REFUSED = transport("4.4.316", "remote", "connect")


def scenario(name, about, deferrals, fate, **more):
    # Nobody but pickup listens in that instance's namespace.
    return Scenario(name, about, deferrals, fate, instances=EDGE, by_pickup=True, **more)


SCENARIOS = [
    *(scenario(f"calm-{n}", "Sent before the outage.", (), "sent", hosts=mx()) for n in range(1, 7)),
    *(scenario(f"outage-{n}", "Our resolver is silent, then our packets are lost, then all is well.",
               (NO_ANSWER_FROM_DNS, UNANSWERED), "sent", hosts=mx()) for n in range(1, 13)),
    scenario("expires", "Refused until the queue lifetime is over; the second try meets the outage.",
             (REFUSED, UNANSWERED, REFUSED), "expired", hosts=mx(network="refused")),
    scenario("bounce-fails", "Greylisted, then refused for good, but our own bounce(8) cannot write its file.",
             (other("greylisted", "rcpt", "recipient"), local_failure()), "waiting",
             hosts=mx(Script(rcpt=["450 4.2.0 Greylisted, please come back in 5 minutes",
                                   "550 5.1.1 <user@bounce-fails.test>: User unknown"]))),
]
