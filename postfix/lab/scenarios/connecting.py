"""Servers that cannot be reached."""

from scenario import Host, Scenario, Script, mx, transport

REFUSED = transport("4.4.316", "remote", "connect")
UNANSWERED = transport("4.4.315", "network", "connect")

SCENARIOS = [
    Scenario("refused", "Nothing listens on port 25: RST.", (REFUSED,), hosts=mx(network="refused")),
    Scenario("syn-dropped", "A firewall swallows the SYN.", (UNANSWERED,), hosts=mx(network="dropped")),
]
