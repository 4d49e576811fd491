"""What a scenario is: a destination that behaves in one way, and what must be said of its mail.

The expectations are written by hand from the meaning of the codes; nothing here looks at a log.
"""

import ipaddress
from dataclasses import dataclass, field

# What a scripted server does instead of answering.
CLOSE, RESET, HANG = "CLOSE", "RESET", "HANG"

# What the scripted resolver does instead of answering.
SERVFAIL, REFUSED, NXDOMAIN, FORMERR = "SERVFAIL", "REFUSED", "NXDOMAIN", "FORMERR"
SILENT, GARBAGE, NODATA = "SILENT", "GARBAGE", "NODATA"


@dataclass(frozen=True)
class Deferral:
    """The diagnosis of one attempt; see the columns of truth.tsv in README.md."""

    code: str
    origin: str
    stage: str
    scope: str
    category: str = "-"
    refinement: str = "-"
    # Earlier servers of the same attempt: (host label, code).
    tried: tuple = ()
    # The refinement stands in lines that only the real attempt has beside it, so an echo lacks it.
    refined_by_companion: bool = False
    # Free text of ours: only the daemon's name tells that it is, and a log without names cannot.
    known_by_daemon: bool = False


@dataclass
class Script:
    """A server's replies by stage. A list is for successive sessions, its last item for all later ones."""

    greeting: object = "220 {host} ESMTP"
    ehlo: object = "250"
    helo: object = "250 {host}"
    starttls: object = "220 2.0.0 Ready to start TLS"
    # The name of a certificate of certificates.py, or what breaks the handshake: CLOSE, RESET, HANG, GARBAGE.
    tls: str = ""
    auth: object = "235 2.7.0 Authentication successful"
    mail: object = "250 2.1.0 Ok"
    rcpt: object = "250 2.1.5 Ok"
    # Replies for single local parts, before `rcpt`.
    rcpt_of: dict = field(default_factory=dict)
    data: object = "354 End data with <CR><LF>.<CR><LF>"
    # CLOSE, RESET or HANG after the first bytes of the message.
    body: str = ""
    end_of_data: object = "250 2.0.0 Ok: queued as {queued}"
    extensions: tuple = ("8BITMIME", "ENHANCEDSTATUSCODES")


@dataclass
class Host:
    """A far host: how the network treats it, and what its server says."""

    script: Script = field(default_factory=Script)
    # answers, or one of network.py's fates: refused, dropped, icmp-port, icmp-host, icmp-prohibited,
    # route-unreachable, route-prohibit, route-blackhole, no-route
    network: str = "answers"
    ipv6: str = ""  # "only", "also": reachable; "no-route": an AAAA beside the A; "only-no-route"


@dataclass
class Recipient:
    """One recipient of a scenario's message, and its truth."""

    address: str
    deferrals: tuple = ()
    fate: str = "waiting"
    # As the log names it, where an alias makes that differ.
    logged: str = ""


@dataclass
class Scenario:
    """One row of the table."""

    name: str
    about: str
    deferrals: tuple = ()
    fate: str = "waiting"
    hosts: dict = field(default_factory=dict)
    dns: dict = field(default_factory=dict)
    secure: bool = False
    # transport_maps, smtp_tls_policy_maps and access map entries for the domain.
    transport: str = ""
    tls: str = ""
    filter: str = ""
    recipients: tuple = ()
    sender: str = "sender@lab.example"
    body_bytes: int = 0
    smtputf8: bool = False
    # By sendmail and pickup instead of SMTP.
    by_pickup: bool = False
    # An address probe, as by sendmail -bv: never a delivery.
    probe: bool = False
    # One message for each recipient; all but the first are sent by the action "submit-second".
    separate_messages: bool = False
    # What is done once the first deferral is in the log of each instance; see actions.py.
    then: str = ""
    # The first report already comes from postfix/error: it is no echo of anything.
    reported_by_error: bool = False
    # How many deferrals of a waiting recipient the run waits for.
    attempts: int = 2
    instances: tuple = ("postfix", "postfix-out")
    domain: str = ""
    addresses: dict = field(default_factory=dict)
    addresses6: dict = field(default_factory=dict)

    def __post_init__(self):
        self.domain = self.domain or f"{self.name}.test"
        if not self.recipients:
            self.recipients = (Recipient(f"user@{self.domain}", self.deferrals, self.fate),)

    def host_name(self, label):
        return f"{label}.{self.domain}"


def allocate_addresses(scenarios):
    """Gives every far host its own documentation address, the same in each run of the same table."""
    ipv4 = [str(a) for net in ("198.51.100.0/24", "203.0.113.0/25")
            for a in ipaddress.ip_network(net).hosts()]
    beyond = iter(ipaddress.ip_network("203.0.113.128/25").hosts())
    free = iter(ipv4)
    ipv6 = iter(range(1, 4096))
    for scenario in scenarios:
        for label, host in scenario.hosts.items():
            if not host.ipv6.startswith("only"):
                scenario.addresses[label] = str(next(beyond)) if host.network == "no-route" else next(free)
            if host.ipv6:
                prefix = "2001:db8:dead::" if host.ipv6.endswith("no-route") else "2001:db8:25::"
                scenario.addresses6[label] = str(ipaddress.ip_address(f"{prefix}{next(ipv6):x}"))
    return scenarios


def transport(code, origin, stage, scope=None, **more):
    """A diagnosis of the way to the server: scope follows from the origin unless given."""
    return Deferral(code, origin, stage, scope or ("host" if origin == "local" else "destination"), **more)


def other(category, stage, scope, origin="remote", **more):
    """A diagnosis by the words of a server, or of a local delivery agent."""
    return Deferral("other", origin, stage, scope, category=category, **more)


def local_failure(category="local-delivery", stage="local", scope="host", **more):
    return other(category, stage, scope, origin="local", **more)


def mx(script=None, network="answers", **more):
    """The usual single server of a destination."""
    return {"mx": Host(script or Script(), network, **more)}
