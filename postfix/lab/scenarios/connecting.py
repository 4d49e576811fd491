"""Servers that cannot be reached, and several servers with mixed fates."""

from scenario import CLOSE, HANG, SERVFAIL, Host, Scenario, Script, mx, other, transport

REFUSED = transport("4.4.316", "remote", "connect")
UNANSWERED = transport("4.4.315", "network", "connect")
NO_ROUTE_OF_OURS = transport("4.4.315", "local", "connect")

GREYLISTS = Script(rcpt="450 4.2.0 Greylisted, please come back in 5 minutes")


def after(deferral, **codes):
    """The same diagnosis, reached after other servers failed in the same attempt."""
    return deferral.__class__(**{**vars(deferral), "tried": tuple(codes.items())})


GREYLISTED = other("greylisted", "rcpt", "recipient")

SCENARIOS = [
    Scenario("refused", "Nothing listens on port 25: RST.", (REFUSED,), hosts=mx(network="refused")),
    Scenario("port-unreachable", "A firewall answers with ICMP port unreachable.",
             (REFUSED,), hosts=mx(network="icmp-port")),
    Scenario("syn-dropped", "A firewall swallows the SYN.", (UNANSWERED,), hosts=mx(network="dropped")),
    Scenario("host-unreachable", "A router answers with ICMP host unreachable.",
             (UNANSWERED,), hosts=mx(network="icmp-host")),
    Scenario("admin-prohibited", "A firewall answers with ICMP administratively prohibited.",
             (UNANSWERED,), hosts=mx(network="icmp-prohibited")),
    Scenario("route-unreachable", "Our routing table has an unreachable route.",
             (UNANSWERED,), hosts=mx(network="route-unreachable")),
    Scenario("route-prohibit", "Our routing table has a prohibit route.",
             (transport("4.4.316", "local", "connect"),), hosts=mx(network="route-prohibit")),
    Scenario("route-blackhole", "Our routing table has a blackhole route.",
             (NO_ROUTE_OF_OURS,), hosts=mx(network="route-blackhole")),
    Scenario("no-ipv4-route", "Our routing table has no route to the network.",
             (NO_ROUTE_OF_OURS,), hosts=mx(network="no-route")),
    Scenario("no-ipv6-route", "The server has an IPv6 address only, we have no IPv6 route.",
             (NO_ROUTE_OF_OURS,), hosts=mx(ipv6="only-no-route")),
    Scenario("refused-then-no-ipv6-route", "Refused over IPv4, then no route over IPv6.",
             (after(NO_ROUTE_OF_OURS, mx="4.4.316"),), hosts=mx(network="refused", ipv6="no-route")),
    Scenario("dropped-then-no-ipv6-route", "SYN dropped over IPv4, then no route over IPv6.",
             (after(NO_ROUTE_OF_OURS, mx="4.4.315"),), hosts=mx(network="dropped", ipv6="no-route")),
    Scenario("ipv6-greylisted", "A server with an IPv6 address only, which greylists.",
             (GREYLISTED,), hosts=mx(GREYLISTS, ipv6="only")),
    Scenario("all-refused", "Both servers refuse.", (after(REFUSED, mx1="4.4.316"),),
             hosts={"mx1": Host(network="refused"), "mx2": Host(network="refused")}),
    Scenario("refused-dropped-greylisted", "The third server answers, and greylists.",
             (after(GREYLISTED, mx1="4.4.316", mx2="4.4.315"),),
             hosts={"mx1": Host(network="refused"), "mx2": Host(network="dropped"), "mx3": Host(GREYLISTS)}),
    Scenario("greeting-then-dropped", "The first server greets with 421, the second's SYN is dropped.",
             (after(UNANSWERED, mx1="4.4.317"),),
             hosts={"mx1": Host(Script(greeting="421 4.3.2 {host} System going down, try again later")),
                    "mx2": Host(network="dropped")}),
    Scenario("greylisted-then-refused", "The first server greylists, the second refuses the connection.",
             (after(REFUSED, mx1="other"),),
             hosts={"mx1": Host(GREYLISTS), "mx2": Host(network="refused")}),
    Scenario("lost-then-greylisted", "The first server closes at once, the second greylists.",
             (after(GREYLISTED, mx1="4.4.318"),),
             hosts={"mx1": Host(Script(greeting=CLOSE)), "mx2": Host(GREYLISTS)}),
    Scenario("hang-then-refused", "The first server never greets, the second refuses.",
             (after(REFUSED, mx1="4.4.318"),),
             hosts={"mx1": Host(Script(greeting=HANG)), "mx2": Host(network="refused")}),
    Scenario("certificate-then-dropped", "The first server's certificate has expired, the second is silent.",
             (after(UNANSWERED, mx1="4.7.320"),), tls="secure",
             hosts={"mx1": Host(Script(tls="expired")), "mx2": Host(network="dropped")}),
    Scenario("half-resolved", "The first server's name does not resolve, the second refuses.",
             (REFUSED,), hosts={"mx1": Host(), "mx2": Host(network="refused")},
             dns={("mx1", "A"): SERVFAIL, ("mx1", "*"): SERVFAIL}),
    Scenario("second-takes-it", "The first server refuses, the second accepts: no deferral.", fate="sent",
             hosts={"mx1": Host(network="refused"), "mx2": Host()}),
]
