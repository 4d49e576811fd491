"""What runs beside Postfix on its own machine: mail store, content filters, maps."""

import os
import shutil
from pathlib import Path

from scenario import Script
from smtp_server import Behaviour, leave_stale_socket, reinject_to, serve_port, serve_unix

MAIL = Path("/var/mail")


def instance_maps(scenarios, certificates):
    """The tables of one instance, by file name."""
    transport = "lab.example discard:\n"
    transport += "".join(f"{s.domain} {s.transport}\n" for s in scenarios if s.transport)
    return {
        "transport": transport,
        "tls_policy": "".join(f"{s.domain} {s.tls}\n" for s in scenarios if s.tls),
        "access": "".join(f"{s.domain} FILTER {s.filter}\n" for s in scenarios if s.filter),
        "sasl_passwd": "",
        "aliases": "",
        "virtual_alias": "",
        "virtual_mailbox": "",
        "dns_filter": "/./ DROP\n",
    }


def prepare_local_deliveries():
    pass


def start_own_servers(instances):
    pass
