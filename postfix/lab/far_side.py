"""The far side: a process in a network namespace of its own that plays every other mail server."""

import os
import signal
import subprocess
import sys

from certificates import certificate_file, tlsa_digest
from smtp_server import Behaviour, serve_far_hosts


def start(scenarios, certificates, script=__file__):
    """Starts it and waits until its namespace exists and its port is open. Returns its process ID.

    `script` is the file whose `main` plays the scenarios that are named to it.
    """
    reader, writer = os.pipe()
    names = ",".join(scenario.name for scenario in scenarios)
    process = subprocess.Popen(
        ["unshare", "--net", sys.executable, script, str(certificates), names], stdout=writer)
    os.close(writer)
    if os.read(reader, 16).strip() != b"ready":
        raise RuntimeError("the far side did not start")
    return process.pid


def behaviours(scenarios, certificates):
    by_address = {}
    for scenario in scenarios:
        for label, host in scenario.hosts.items():
            behaviour = Behaviour(host.script, scenario.host_name(label), certificates)
            for addresses in (scenario.addresses, scenario.addresses6):
                if label in addresses:
                    by_address[addresses[label]] = behaviour
    return by_address


def fates(scenarios):
    return {scenario.addresses[label]: host.network for scenario in scenarios
            for label, host in scenario.hosts.items() if label in scenario.addresses}


def add_tlsa_records(zones, scenarios, certificates):
    """A record "tlsa" in a scenario's dns says what the published digest is of."""
    for scenario in scenarios:
        for (label, kind), value in scenario.dns.items():
            if kind != "TLSA" or not isinstance(value, list):
                continue
            host = scenario.host_name(label.removeprefix("_25._tcp."))
            if value == ["own"]:
                kind_of = scenario.hosts[label.removeprefix("_25._tcp.")].script.tls
                digest = tlsa_digest(certificate_file(certificates, kind_of, host))
                zones.add(f"_25._tcp.{host}", "TLSA", [b"\x03\x01\x01" + digest])


def play(scenarios):
    """Serves those of `scenarios` that the command line names, until the end."""
    names = set(sys.argv[2].split(","))
    serve_far_hosts(behaviours([s for s in scenarios if s.name in names], sys.argv[1]))
    print("ready", flush=True)
    signal.pause()


def main():
    from scenarios import all_scenarios
    play(all_scenarios())


if __name__ == "__main__":
    main()
