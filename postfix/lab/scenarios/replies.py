"""Temporary refusals in a server's own words."""

from scenario import Recipient, Scenario, Script, mx, other

CLIENT = "mta1.lab.example[{client}]"


def refusal(name, about, stage, reply, category, scope, **more):
    """A server that answers at `stage` with `reply`."""
    attribute = {"end-of-data": "end_of_data"}.get(stage, stage)
    return Scenario(name, about, (other(category, stage, scope),), hosts=mx(Script(**{attribute: reply})), **more)


SCENARIOS = [
    refusal("greylisted", "Greylisting, not lifted within the run.", "rcpt",
            "450 4.2.0 <user@greylisted.test>: Recipient address rejected: Greylisted, see "
            "http://postgrey.example/help/greylisted.test.html", "greylisted", "recipient"),
    refusal("greylisted-then-sent", "Greylisting, lifted at the second try.", "rcpt",
            ["451 4.7.1 Greylisting in action, please come back later", "250 2.1.5 Ok"],
            "greylisted", "recipient", fate="sent"),
    refusal("mailbox-full", "The recipient's quota is used up.", "rcpt",
            "452 4.2.2 <user@mailbox-full.test>: Mailbox is full", "mailbox-full", "recipient"),
    refusal("mailbox-disabled", "The recipient's mailbox is disabled for now.", "rcpt",
            "450 4.2.1 <user@mailbox-disabled.test>: Recipient address rejected: Mailbox temporarily disabled",
            "mailbox-unavailable", "recipient"),
    refusal("recipient-unverified", "Their address verification found no such user, and stays temporary.", "rcpt",
            "450 4.1.1 <user@recipient-unverified.test>: Recipient address rejected: User unknown in local "
            "recipient table", "recipient-unknown", "recipient"),
    refusal("sender-unverified", "Their call-back to our sender address failed.", "rcpt",
            "450 4.1.7 <sender@lab.example>: Sender address rejected: unverified address: Address verification "
            "in progress", "sender-rejected", "message"),
    refusal("sender-domain", "Our sender domain does not resolve for them.", "rcpt",
            "450 4.1.8 <sender@lab.example>: Sender address rejected: Domain not found", "dns-of-sender", "sender"),
    refusal("client-no-name", "Our address has no name for them.", "rcpt",
            "450 4.7.1 Client host rejected: cannot find your hostname, [{client}]", "dns-of-sender", "sender"),
    refusal("client-blocked", "Our address is on a block list.", "rcpt",
            "451 4.7.1 Service unavailable; Client host [{client}] blocked using bl.blocklist.example; "
            "https://blocklist.example/query/{client}", "reputation", "sender"),
    refusal("client-rate", "We send too fast.", "rcpt",
            f"450 4.7.1 Error: too much mail from {CLIENT}, rate limit exceeded", "rate-limited", "sender"),
    refusal("spf-temporary", "Their SPF check of our domain fails.", "rcpt",
            "451 4.7.24 <sender@lab.example>: Sender address rejected: SPF check failed for lab.example, not "
            "authorized to send from [{client}]", "sender-authentication", "sender"),
    refusal("dmarc-temporary", "Their DMARC check fails after the message.", "end-of-data",
            "451 4.7.1 DMARC check failed for lab.example, message deferred by policy",
            "sender-authentication", "sender"),
    refusal("content", "The message looks like spam to them.", "end-of-data",
            "451 4.7.1 Message content rejected for now: it looks like spam", "content", "message"),
    refusal("too-large", "The message is too large for them.", "end-of-data",
            "452 4.3.4 Message size exceeds the available limit", "too-large", "message"),
    refusal("too-many-recipients", "Too many recipients, they say of the first.", "rcpt",
            "452 4.5.3 Error: too many recipients", "too-many-recipients", "message"),
    refusal("system-storage", "Their disk is full.", "mail",
            "452 4.3.1 Insufficient system storage", "remote-system", "message"),
    refusal("lookup-failure", "Their tables are out of reach.", "rcpt",
            "451 4.3.0 <user@lookup-failure.test>: Temporary lookup failure", "remote-system", "message"),
    refusal("busy-at-data", "They are too busy for the message.", "data",
            "451 4.3.2 System busy, please try again later", "remote-system", "message"),
    refusal("shutdown-at-rcpt", "They shut down inside the session.", "rcpt",
            "421 4.3.2 {host} Service shutting down", "remote-system", "message"),
    refusal("mismatched-codes", "A 4xx reply with a 5.x.x code.", "rcpt",
            "451 5.7.1 <user@mismatched-codes.test>: Recipient address rejected: Greylisted", "greylisted", "recipient"),
    refusal("no-enhanced-code", "A reply without an enhanced code.", "rcpt",
            "451 Please try again later, you have been greylisted", "greylisted", "recipient"),
    refusal("many-lines", "A reply of several lines.", "rcpt",
            "450 4.2.2 The mailbox of this recipient\n4.2.2 is over its quota.\n4.2.2 See https://help.example/quota",
            "mailbox-full", "recipient"),
    refusal("phrase-in-two-lines", "The words that matter stand in two lines of the reply.", "rcpt",
            "452 mailbox is\nfull, sorry", "mailbox-full", "recipient"),
    refusal("cause-in-the-last-lines", "The first line speaks of a mailbox, the cause is in two lines after it.", "mail",
            "450 Requested mail action not taken: mailbox unavailable\nInvalid DNS MX or A/AAAA\nresource record.",
            "dns-of-sender", "sender"),
    refusal("says-nothing-useful", "Words that nobody can sort.", "rcpt",
            "451 4.0.0 The moon is in the wrong house", "unclassified", "message"),
    refusal("unknown-user-soft", "A 550 under soft_bounce=yes.", "rcpt",
            "550 5.1.1 <user@unknown-user-soft.test>: Recipient address rejected: User unknown",
            "recipient-unknown", "recipient", transport="soft:"),
    refusal("protocol-error-soft", "RCPT TO answered with 354, under soft_bounce=yes.", "rcpt",
            "354 Go ahead", "protocol", "message", transport="soft:"),
    Scenario("mixed-recipients", "One message, three recipients, three results.",
             hosts=mx(Script(rcpt_of={"full": "452 4.2.2 <full@mixed-recipients.test>: Mailbox is full",
                                      "gone": "550 5.1.1 <gone@mixed-recipients.test>: User unknown"})),
             recipients=(Recipient("full@mixed-recipients.test", (other("mailbox-full", "rcpt", "recipient"),)),
                         Recipient("gone@mixed-recipients.test", (), "bounced"),
                         Recipient("fine@mixed-recipients.test", (), "sent"))),
    Scenario("five-recipients", "One message, five recipients, all refused alike.",
             hosts=mx(Script(mail="451 4.3.0 Temporary local error, please try later")),
             recipients=tuple(Recipient(f"user{n}@five-recipients.test", (other("remote-system", "mail", "message"),))
                              for n in range(1, 6))),
    Scenario("aliased", "The recipient was rewritten by virtual_alias_maps: orig_to.",
             hosts=mx(Script(rcpt="452 4.2.2 <real@aliased.test>: Mailbox is full")),
             recipients=(Recipient("alias@aliased.test", (other("mailbox-full", "rcpt", "recipient"),),
                                   logged="real@aliased.test"),)),
    refusal("mixed-case", "A domain in capitals and small letters.", "rcpt",
            "450 4.2.0 Greylisted, please come back in 5 minutes", "greylisted", "recipient",
            recipients=(Recipient("First.Last+tag@MiXed-Case.Test",
                                  (other("greylisted", "rcpt", "recipient"),)),)),
    Scenario("utf8-recipient", "A recipient address in UTF-8.", smtputf8=True,
             hosts=mx(Script(rcpt="450 4.2.0 Greylisted, please come back in 5 minutes",
                             extensions=("8BITMIME", "SMTPUTF8"))),
             recipients=(Recipient("kullanıcı@utf8-recipient.test",
                                   (other("greylisted", "rcpt", "recipient"),)),)),
]
