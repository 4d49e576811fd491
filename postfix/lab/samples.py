#!/usr/bin/env python3
"""Turns a run of the lab into logs-samples: samples.py RUN_FOLDER LOGS_SAMPLES

Writes the run itself (lab/), short everyday logs with a truth of their own, and a rotated set.
Needs zstd, the only format here that Python does not write itself.
"""

import bz2
import gzip
import lzma
import re
import shutil
import subprocess
import sys
from pathlib import Path

from log_forms import messages_of
from scenarios import all_scenarios
from truth import placed_rows, status_lines, truth_rows, write_truth

# name: (log of the run, scenarios). Each has something that went well, too.
EVERYDAY = {
    "4.4.312-dns-query-failed": ("mail.log", "servfail mx-host-servfail relayhost-unknown sent"),
    "4.4.315-connection-timed-out": ("mail.log", "syn-dropped host-unreachable returns-from-silence no-ipv6-route sent"),
    "4.4.316-connection-refused": ("mail.log", "refused returns second-refused refused-dropped-greylisted second-takes-it"),
    "4.4.317-cannot-connect": ("mail.log", "greeting-shutdown greeting-blocked tls-not-offered handshake-closed "
                                           "handshake-opportunistic helo-refused certificate-unchecked"),
    "4.4.318-connection-closed": ("mail.log", "lost-at-greeting hang-at-mail lost-in-body lost-at-end sent"),
    "4.7.320-certificate-validation-failed": ("mail.log", "certificate-expired certificate-wrong-name dane-mismatch "
                                                          "certificate-self-signed dane-only-no-tlsa certificate-good"),
    "other-greylisted-and-full": ("mail.log", "greylisted greylisted-then-sent mailbox-full mixed-recipients sent"),
    "other-large-providers": ("mail.log", "gmail-receiving-rate gmail-unauthenticated outlook-limits "
                                          "exchange-online-busy yahoo-complaints gmx-rate t-online-unknown "
                                          "icloud-quota sent"),
    "own-machine": ("mail.log", "filter-down filter-returns filter-passes lmtp-missing full-disk tls-engine "
                                "login-refused mailbox-locked transport-missing sent"),
    "own-resolver-and-network": ("mail-edge.log", None),
    "fates": ("mail.log", "sent user-unknown deferred-then-bounced returns held deleted force-expired requeued"),
    "hostile-replies": ("mail.log", "claims-sent claims-line claims-command quoted quoted-deferred utf8-reply "
                                    "control-bytes markup five-kilobytes sent-says-deferred"),
    "rsyslog-rfc3339": ("mail-out.rfc3339.log", "refused greylisted-then-sent greeting-rate certificate-expired"),
    "journald-json": ("mail-out.journal-json.log", "refused greylisted-then-sent greeting-rate certificate-expired"),
}
# OpenSSL's own words name neither queue ID nor host; they follow this line of the same process.
HANDSHAKE_FAILED = "SSL_connect error"
NAMELESS = "warning: TLS library problem:"
TAG = re.compile(rb"(?:\[|\"SYSLOG_PID\":\")(\d+)(?:\]: |\")")


def belonging_lines(log, scenarios):
    """The raw lines of a log that tell of these scenarios."""
    messages = {number: text for number, _, text in messages_of(log)}
    recipients = {recipient.logged or recipient.address for scenario in scenarios for recipient in scenario.recipients}
    queue_ids = {line.queue_id for line in status_lines(messages_of(log)) if line.recipient in recipients}
    domains = [scenario.domain for scenario in scenarios if scenario.domain != "local.test"]
    explains = None
    for number, raw in enumerate(log.read_bytes().split(b"\n"), start=1):
        text = messages.get(number, "")
        pid = TAG.search(raw)
        belongs = text.partition(":")[0] in queue_ids or any(
            re.search(rf"(?<![-\w]){re.escape(domain)}(?![-\w])", text) for domain in domains)
        if text.startswith(HANDSHAKE_FAILED):
            explains = pid[1] if belongs else None
        if belongs or (text.startswith(NAMELESS) and pid[1] == explains):
            yield raw


def write_everyday(run, target, scenarios):
    placed = []
    for name, (source, names) in EVERYDAY.items():
        log = run / source
        chosen = [s for s in scenarios if names is None or s.name in names.split()]
        lines = log.read_bytes().splitlines(keepends=True) if names is None else [
            line + b"\n" for line in belonging_lines(log, chosen)]
        sample = target / f"{name}.log"
        sample.write_bytes(b"".join(lines))
        placed += placed_rows(truth_rows(scenarios, messages_of(log)), sample.name, messages_of(sample))
    write_truth(target / "truth.tsv", placed)
    shutil.copyfile(run / "run.json", target / "run.json")


def write_rotated(log, folder):
    """One log in six pieces, oldest last in name, as logrotate leaves them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    lines = log.read_bytes().splitlines(keepends=True)
    size = -(-len(lines) // 6)
    pieces = [b"".join(lines[at:at + size]) for at in range(0, len(lines), size)]
    newest_first = list(reversed(pieces))
    (folder / "mail.log").write_bytes(newest_first[0])
    (folder / "mail.log.1").write_bytes(newest_first[1])
    (folder / "mail.log.2.gz").write_bytes(gzip.compress(newest_first[2], mtime=0))
    (folder / "mail.log.3.xz").write_bytes(lzma.compress(newest_first[3]))
    (folder / "mail.log.4.zst").write_bytes(
        subprocess.run(["zstd", "-q", "-c"], input=newest_first[4], stdout=subprocess.PIPE, check=True).stdout)
    (folder / "mail.log.5.bz2").write_bytes(bz2.compress(newest_first[5]))


def main():
    run, target = map(Path, sys.argv[1:3])
    target.mkdir(exist_ok=True)
    shutil.rmtree(target / "lab", ignore_errors=True)
    shutil.copytree(run, target / "lab")
    write_everyday(run, target, all_scenarios())
    write_rotated(run / "mail.log", target / "rotated")


if __name__ == "__main__":
    main()
