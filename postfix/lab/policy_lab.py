#!/usr/bin/env python3
"""The policy lab, run as the first process of its own namespaces by `run-policy`."""

import argparse
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import far_side
import network
import policy_destinations
import policy_strangers
from dns_server import Zones, serve
from machine import make_private_view
from near_side import OwnServers
from policy_daemon import Daemon
from policy_near_side import LOGS, MAPS, make_instances, prepare_socket_folder
from policy_steps import STEPS, Lab

# The whole run must end within four minutes.
TOTAL_SECONDS = 230


def parse_arguments():
    parser = argparse.ArgumentParser(prog="postfix/lab/run-policy", description=__doc__)
    parser.add_argument("--deferwatch", required=True, help="the program")
    parser.add_argument("--keep", default=None, help="folder for the logs")
    return parser.parse_args()


def start(program):
    """Everything, running."""
    destinations = policy_destinations.DESTINATIONS
    far = far_side.start(destinations, "-", policy_destinations.__file__)
    network.join(network.NEAR_CABLE, far)
    network.build_far_side(far, far_side.fates(destinations))
    zones = Zones()
    for each in destinations:
        zones.add_scenario(each)
    serve(zones)
    policy_strangers.serve_all()
    own, upstream = make_instances()
    for instance in (own, upstream):
        instance.configure(MAPS, ca_file="")
    OwnServers([own]).start_late_filter()
    prepare_socket_folder()
    for log in (own.log, upstream.log):
        log.touch()
    daemon = Daemon(program, "daemon", own.log)
    upstream_daemon = Daemon(program, "upstream-daemon", upstream.log, listens=False)
    daemon.start()
    upstream_daemon.start()
    for instance in (own, upstream):
        instance.start()
        instance.wait_for_smtpd(time.monotonic() + 20)
    return Lab(far, own, upstream, daemon, upstream_daemon)


def keep(lab, folder):
    """Copies what tells why to where it outlives the lab."""
    for file in (*LOGS.glob("*.log"), lab.daemon.errors, lab.daemon.config):
        shutil.copyfile(file, folder / file.name)
    shutil.copyfile(lab.upstream_daemon.errors, folder / "upstream-stderr")


def give_up(*_):
    # The first process of a PID namespace takes all others along.
    os.write(2, b"postfix/lab/run-policy: out of time\n")
    os._exit(1)


def main():
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(TOTAL_SECONDS)
    arguments = parse_arguments()
    program = str(Path(arguments.deferwatch).resolve())
    if arguments.keep:
        Path(arguments.keep).mkdir(parents=True, exist_ok=True)
        # Opened before the private mounts, which could hide it.
        os.chdir(arguments.keep)
    make_private_view()
    lab = start(program)
    for step in STEPS:
        step(lab)
    if arguments.keep:
        keep(lab, Path("."))
    for instance in (lab.own, lab.upstream):
        instance.stop()
    if lab.failed:
        print(f"postfix/lab/run-policy: {len(lab.failed)} checks do not hold", file=sys.stderr)
    return 1 if lab.failed else 0


if __name__ == "__main__":
    sys.exit(main())
