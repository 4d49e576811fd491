"""Temporary refusals as large providers publish them, spoken by hosts of our own.

The words are the providers' own, from what they document for senders and from what administrators
quote in public; host names and addresses are the lab's.
"""

from scenario import Scenario, Script, mx, transport
from scenarios.replies import refusal


def at_greeting(name, about, greeting, category):
    return Scenario(name, about, (transport("4.4.317", "remote", "greeting", "sender", category=category),),
                    hosts=mx(Script(greeting=greeting)))


SCENARIOS = [
    refusal("gmail-receiving-rate", "Gmail: the user receives mail too quickly.", "rcpt",
            "450 4.2.1 The user you are trying to contact is receiving mail at a rate that\n"
            "4.2.1 prevents additional messages from being delivered. Please resend your\n"
            "4.2.1 message at a later time. If the user is able to receive mail at that\n"
            "4.2.1 time, your message will be delivered. For more information, please\n"
            "4.2.1 visit  https://support.google.com/mail/?p=ReceivingRate 5si1 - gsmtp",
            "rate-limited", "recipient"),
    refusal("gmail-ip-rate", "Gmail: unusual rate from our address.", "end-of-data",
            "421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating\n"
            "4.7.28 from your IP address. To protect our users from spam, mail sent from\n"
            "4.7.28 your IP address has been temporarily rate limited. For more\n"
            "4.7.28 information, go to https://support.google.com/mail/?p=UnsolicitedRateLimitError 5si2 - gsmtp",
            "rate-limited", "sender"),
    refusal("gmail-unauthenticated", "Gmail: neither SPF nor DKIM passed.", "end-of-data",
            "421 4.7.26 This mail has been rate limited because it is unauthenticated. Gmail\n"
            "4.7.26 requires all senders to authenticate with either SPF or DKIM. 5si3 - gsmtp",
            "sender-authentication", "sender"),
    refusal("gmail-quota", "Gmail: the inbox is out of storage space.", "rcpt",
            "452 4.2.2 The recipient's inbox is out of storage space. Please direct the\n"
            "4.2.2 recipient to https://support.google.com/mail/?p=OverQuotaTemp 5si4 - gsmtp",
            "mailbox-full", "recipient"),
    refusal("outlook-limits", "Microsoft's consumer mail: limits per hour and day.", "mail",
            "421 RP-001 (COL004-MC1F1) Unfortunately, some messages from {client} weren't sent. Please try again. "
            "We have limits for how many messages can be sent per hour and per day.",
            "rate-limited", "sender"),
    refusal("outlook-reputation", "Microsoft's consumer mail: limited for our reputation.", "mail",
            "451 4.7.650 The mail server [{client}] has been temporarily rate limited due to IP reputation. For "
            "e-mail delivery information, see https://aka.ms/postmaster (S775)", "reputation", "sender"),
    refusal("exchange-online-busy", "Exchange Online: server busy, for our address.", "rcpt",
            "451 4.7.500 Server busy. Please try again later from [{client}]. (S77714)", "rate-limited", "sender"),
    refusal("yahoo-complaints", "Yahoo: volume or user complaints.", "mail",
            "421 4.7.0 [TSS04] Messages from {client} temporarily deferred due to unexpected volume or user "
            "complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes", "reputation", "sender"),
    refusal("yahoo-resources", "Yahoo: resources temporarily unavailable.", "end-of-data",
            "451 {host} Resources temporarily unavailable. Please try again later [#4.16.1].",
            "remote-system", "message"),
    at_greeting("gmx-rate", "GMX: too many messages in a short time.",
                "421 gmx.net ({host}) Nemesis ESMTP Service not available\nService unavailable\n"
                "Reject due to policy restrictions.\nToo many messages have been received in a short period of time.",
                "rate-limited"),
    at_greeting("gmx-blocked", "GMX: our address is block listed.",
                "554 gmx.net ({host}) Nemesis ESMTP Service not available\nNo SMTP service\n"
                "IP address is block listed.\nFor explanation visit https://postmaster.gmx.net/en/case?c=r0201&v={client}",
                "reputation"),
    at_greeting("t-online-unknown", "T-Online: our address is not known to them.",
                "554 IP={client} - A problem occurred. (Ask your postmaster for help or to contact "
                "tosa@rx.t-online.de to clarify.)", "reputation"),
    at_greeting("orange-connections", "Orange: too many connections.",
                "421 {host} ME Trop de connexions, veuillez verifier votre configuration. Too many connections, "
                "slow down. OFR004_104 [104]", "rate-limited"),
    at_greeting("free-spam", "Free: too much spam from our address.",
                "421 Too many spams from your IP ({client}), please visit http://postmaster.free.fr/", "reputation"),
    at_greeting("proofpoint-blocked", "Proofpoint: our address is blocked.",
                "554 Blocked - see https://ipcheck.proofpoint.com/?ip={client}", "reputation"),
    refusal("icloud-quota", "Apple: the user is over quota.", "rcpt",
            "452 4.2.2 <user@icloud-quota.test>: user is over quota", "mailbox-full", "recipient"),
    refusal("mimecast-greylisting", "Mimecast's words for greylisting.", "rcpt",
            "451 Internal resources are temporarily unavailable - "
            "https://community.mimecast.com/docs/DOC-1369#451 [aBcDeFgHiJkLmNoPqRsTuV.us1]", "greylisted", "recipient"),
]
