"""What runs beside Postfix on its own machine: mail store, content filters, maps."""

import os
import subprocess
from pathlib import Path

from scenario import HANG, Script
from smtp_server import Behaviour, leave_stale_socket, reinject_to, serve_port, serve_unix

MAIL = Path("/var/mail")
LAB = Path("/var/spool/lab")
OUR_NAME = "mta1.lab.example"

COMMANDS = {
    "tempfail": "#!/bin/sh\ncat > /dev/null\nexit 75\n",
    "tempfail-says": "#!/bin/sh\ncat > /dev/null\necho 'mail store: database is locked' >&2\nexit 75\n",
}
# Content filters by port: nothing listens on 10024 and 10040, and on 10029 only later.
FILTERS = {
    10025: Script(greeting=HANG),
    10027: Script(end_of_data="451 4.3.0 Error: internal processing failed"),
    10028: Script(end_of_data="REINJECT"),
}
LATE_FILTER = 10029
# Mail stores by UNIX socket: "missing" is not made, "stale" has no server.
SOCKETS = {
    "shuts-down": Script(greeting="421 4.3.0 {host} Temporary internal error, shutting down"),
    "over-quota": Script(rcpt="452 4.2.2 <{host}> Quota exceeded (mailbox for user is full)"),
    "over-quota-late": Script(end_of_data="452 4.2.2 Quota exceeded (mailbox for user is full)"),
    "hangs": Script(rcpt=HANG),
}


def instance_maps(scenarios):
    """The tables of one instance, by file name."""
    transport = "lab.example discard:\n"
    for scenario in scenarios:
        if scenario.transport:
            # In a domain that scenarios share, the entry is for the recipient alone.
            shared = scenario.domain == "local.test"
            key = scenario.recipients[0].address if shared else scenario.domain
            transport += f"{key} {scenario.transport}\n"
    return {
        "transport": transport,
        "tls_policy": "".join(f"{s.domain} {s.tls}\n" for s in scenarios if s.tls),
        "access": "".join(f"{s.domain} FILTER {s.filter}\n" for s in scenarios if s.filter),
        "sasl_passwd": "".join(f"{s.transport.removeprefix('sasl:')} labuser:not-a-secret\n"
                               for s in scenarios if s.transport.startswith("sasl:")),
        "aliases": f'tempfail "|{LAB}/tempfail"\n',
        "virtual_alias": "".join(f"{r.address} {r.logged}\n" for s in scenarios for r in s.recipients if r.logged),
        "virtual_mailbox": "user@full-disk.test full-disk/user/\nuser@unwritable.test unwritable/user/\n",
        "dns_filter": "/^/ IGNORE\n",
    }


def prepare_local_deliveries():
    """The mail store in the states that local causes need."""
    for name, text in COMMANDS.items():
        (LAB / name).write_text(text)
        (LAB / name).chmod(0o755)
    (MAIL / "games").touch()
    (MAIL / "games.lock").touch()
    # local(8) writes as the user, who may not write here.
    (MAIL / "news").touch(mode=0o600)
    os.chown(MAIL / "news", 0, 0)
    for name in ("virtual/full-disk", "virtual/unwritable"):
        (MAIL / name).mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k,mode=777", "lab", MAIL / "virtual/full-disk"], check=True)


class OwnServers:
    """Content filters and mail stores, which answer both instances alike."""

    def __init__(self, instances):
        self.reinject = reinject_to({instance.address: instance.back_port for instance in instances})
        for port, script in FILTERS.items():
            serve_port(port, self.behaviour(script))
        for name, script in SOCKETS.items():
            serve_unix(str(LAB / name), self.behaviour(script))
        leave_stale_socket(str(LAB / "stale"))

    def behaviour(self, script):
        return Behaviour(script, OUR_NAME, reinject=self.reinject)

    def start_late_filter(self):
        serve_port(LATE_FILTER, self.behaviour(Script(end_of_data="REINJECT")))
