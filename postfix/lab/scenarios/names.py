"""Names that do not resolve, or not to anything useful."""

from scenario import (FORMERR, GARBAGE, NXDOMAIN, REFUSED, SERVFAIL, SILENT, Host, Scenario, mx, transport)

NOT_FOUND = transport("4.4.312", "network", "dns")

SCENARIOS = [
    Scenario("servfail", "The resolver answers SERVFAIL for the domain's MX.",
             (NOT_FOUND,), dns={("@", "*"): SERVFAIL}),
    Scenario("nxdomain-soft", "The domain does not exist, and soft_bounce=yes keeps the message.",
             (NOT_FOUND,), dns={("@", "*"): NXDOMAIN}, transport="soft:"),
]
