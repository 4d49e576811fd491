"""How deferred mail ends, and mail that never was deferred."""

from scenario import Recipient, Scenario, Script, mx, other

SCENARIOS = [
    Scenario("sent", "Accepted at once.", fate="sent", hosts=mx()),
    Scenario("user-unknown", "Refused for good: bounces.", fate="bounced",
             hosts=mx(Script(rcpt="550 5.1.1 <user@user-unknown.test>: Recipient address rejected: User unknown"))),
]
