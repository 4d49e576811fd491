"""Temporary refusals in a server's own words."""

from scenario import Scenario, Script, mx, other

SCENARIOS = [
    Scenario("greylisted", "Greylisting, never lifted in time.",
             (other("greylisted", "rcpt", "recipient"),),
             hosts=mx(Script(rcpt="450 4.2.0 <user@greylisted.test>: Recipient address rejected: Greylisted, "
                                  "see http://postgrey.schweikert.ch/help/greylisted.test.html"))),
    Scenario("mailbox-full", "The recipient's quota is used up.",
             (other("mailbox-full", "rcpt", "recipient"),),
             hosts=mx(Script(rcpt="452 4.2.2 <user@mailbox-full.test>: Mailbox is full"))),
]
