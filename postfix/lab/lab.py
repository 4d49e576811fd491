#!/usr/bin/env python3
"""The lab itself, run as the first process of its own namespaces by `run`."""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from pathlib import Path

import far_side
import network
from actions import Actions
from certificates import make_certificates
from dns_server import Zones, serve
from log_forms import messages_of
from log_writers import Syslog, print_journal, write_journal
from machine import make_private_view
from near_side import OwnServers, instance_maps, prepare_local_deliveries
from outage import Outage
from postfix_instance import Instance
from progress import Progress
from scenarios import all_scenarios
from truth import placed_rows, truth_rows, write_truth

LOGS = Path("/var/log")
# The whole run must end within four minutes; this is for the part that waits.
WAIT_SECONDS = 120
TOTAL_SECONDS = 230


def parse_arguments():
    parser = argparse.ArgumentParser(prog="postfix/lab/run", description=__doc__)
    parser.add_argument("--out", default=None, help="folder for logs and truth (default: a new one below /tmp)")
    parser.add_argument("--scenarios", default="", help="only these, by name, joined with commas")
    parser.add_argument("--table", action="store_true", help="print the table of scenarios and stop")
    return parser.parse_args()


def chosen(names):
    scenarios = all_scenarios()
    if not names:
        return scenarios
    wanted = set(names.split(","))
    unknown = wanted - {scenario.name for scenario in scenarios}
    if unknown:
        sys.exit(f"postfix/lab/run: no such scenario: {', '.join(sorted(unknown))}")
    return [scenario for scenario in scenarios if scenario.name in wanted]


def first_recipients(scenario):
    return scenario.recipients[:1] if scenario.separate_messages else scenario.recipients


def submit_all(instances, scenarios):
    """Several at a time, for each waits for cleanup and queue file."""
    jobs = [(instance, scenario) for scenario in scenarios for instance in instances
            if instance.name in scenario.instances]
    with ThreadPoolExecutor(8) as pool:
        queue_ids = pool.map(lambda job: job[0].submit(job[1], first_recipients(job[1])), jobs)
    return {(instance.name, scenario.name): queue_id
            for (instance, scenario), queue_id in zip(jobs, queue_ids)}


def run(scenarios, out):
    started = time.monotonic()
    with tempfile.TemporaryDirectory(dir="/var/spool/lab") as work:
        certificates = Path(work) / "certificates"
        tls_hosts = [(host.script.tls, scenario.host_name(label)) for scenario in scenarios
                     for label, host in scenario.hosts.items() if host.script.tls.islower()]
        ca_file = make_certificates(certificates, tls_hosts)
        os.chmod(work, 0o755)

        far = far_side.start(scenarios, certificates)
        network.join(network.NEAR_CABLE, far)
        network.build_far_side(far, far_side.fates(scenarios))
        network.set_own_routes(far_side.fates(scenarios))
        zones = Zones()
        for scenario in scenarios:
            zones.add_scenario(scenario)
        far_side.add_tlsa_records(zones, scenarios, certificates)
        serve(zones)

        syslog = Syslog(LOGS, "mail-out")
        syslog.start()
        instances = [
            Instance("postfix", "192.0.2.10", 2525, 2535, long_queue_ids=False, log=LOGS / "mail.log"),
            Instance("postfix-out", "192.0.2.11", 2526, 2536, long_queue_ids=True,
                     log=syslog.files["rfc3339"]),
        ]
        instances[1].by_syslog = True
        outage = Outage(scenarios, far, LOGS / "mail-edge.log")
        prepare_local_deliveries()
        own_servers = OwnServers(instances)
        for instance in [*instances, outage.instance]:
            instance.configure(instance_maps(scenarios), ca_file)
            instance.start()
        for instance in instances:
            instance.wait_for_smtpd(time.monotonic() + 20)
        queue_ids = submit_all(instances, scenarios)
        drama = threading.Thread(target=outage.run, daemon=True)
        drama.start()
        report(started, f"{len(queue_ids)} messages submitted")

        ours = [scenario for scenario in scenarios if scenario not in outage.scenarios]
        actions = Actions(far, ours, instances, queue_ids, own_servers)
        progress = Progress({i.name: i.log for i in instances}, ours)
        deadline = time.monotonic() + WAIT_SECONDS
        while not progress.complete() and time.monotonic() < deadline:
            progress.read()
            actions.take_those_due(progress)
            time.sleep(0.3)
        for instance in instances:
            instance.stop()
        drama.join(WAIT_SECONDS)
        outage.instance.stop()
        report(started, "Postfix stopped")
        syslog.stop()
        keep(scenarios, [*instances, outage.instance], syslog, out)
        missing = progress.missing() + outage.progress.missing()
        for each in missing:
            print(f"postfix/lab/run: not reached: {each}", file=sys.stderr)
        return 1 if missing else 0


def keep(scenarios, instances, syslog, out):
    """Copies logs and truth to where they outlive the lab."""
    logs_of = {instance.name: [instance.log] for instance in instances}
    logs_of["postfix-out"] = [*syslog.files.values(), *journal_logs(syslog.files["rfc5424"])]
    placed = []
    for instance in instances:
        # The expectations are joined once, to the log that has all there is to know of a line;
        # the other forms of the same log get them by queue ID, recipient and number of attempt.
        rows = truth_rows(scenarios, messages_of(instance.log))
        for log in logs_of[instance.name]:
            shutil.copyfile(log, out / log.name)
            placed += placed_rows(rows, log.name, messages_of(log))
    write_truth(out / "truth.tsv", placed)
    version = subprocess.run(["postconf", "-d", "-h", "mail_version"], capture_output=True, text=True).stdout
    (out / "run.json").write_text(json.dumps(
        {"postfix": version.strip(), "year": datetime.now(timezone.utc).year}) + "\n")


def journal_logs(protocol_log):
    """The same lines as journalctl prints them."""
    journal = Path("/var/spool/lab/lab.journal")
    write_journal(protocol_log, journal, journal.with_suffix(".export"))
    logs = []
    for form in ("json", "short", "short-iso", "short-precise"):
        logs.append(LOGS / f"mail-out.journal-{form}.log")
        print_journal(journal, form, logs[-1])
    return logs


def report(started, text):
    print(f"postfix/lab/run: {time.monotonic() - started:5.1f} s  {text}", file=sys.stderr)


def give_up(*_):
    # The first process of a PID namespace takes all others along.
    os.write(2, b"postfix/lab/run: out of time\n")
    os._exit(1)


def main():
    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(TOTAL_SECONDS)
    arguments = parse_arguments()
    scenarios = chosen(arguments.scenarios)
    if arguments.table:
        from table import print_table
        return print_table(scenarios)
    out = Path(arguments.out or tempfile.mkdtemp(prefix="deferwatch-lab.")).absolute()
    out.mkdir(parents=True, exist_ok=True)
    # Opened before the private mounts, which could hide it.
    os.chdir(out)
    make_private_view()
    status = run(scenarios, Path("."))
    print(out)
    return status


if __name__ == "__main__":
    sys.exit(main())
