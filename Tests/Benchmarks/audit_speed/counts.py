"""The counts that make a run valid."""

import json
import subprocess
import sys

from audit_speed.corpus import HERE, BenchmarkError

TOTALS = [
    "lines", "attempts", "sent", "deferred", "bounced", "messages", "recipients", "message_ids",
]
CODE_COUNTS = ["attempts", "messages", "recipients"]


def counts_of_report(report):
    """The totals of a `deferwatch audit --format json` report, in the generator's form."""
    counts = {name: report["totals"].get(name) for name in TOTALS}
    counts["codes"] = {
        row["code"]: {name: row.get(name) for name in CODE_COUNTS} for row in report["codes"]
    }
    return counts


def differences(expected, observed):
    """Every count that differs, one sentence each; a code that is left out counts as zero."""
    found = [
        f"{name}: expected {expected[name]}, found {observed.get(name)}"
        for name in TOTALS
        if expected[name] != observed.get(name)
    ]
    none = dict.fromkeys(CODE_COUNTS, 0)
    for code in sorted(expected["codes"].keys() | observed["codes"].keys()):
        wanted = expected["codes"].get(code, none)
        seen = observed["codes"].get(code, none)
        found += [
            f"{code} {name}: expected {wanted[name]}, found {seen.get(name)}"
            for name in CODE_COUNTS
            if wanted[name] != seen.get(name)
        ]
    return found


def read_json_output(command):
    run = subprocess.run([str(word) for word in command], capture_output=True)
    if run.returncode != 0:
        message = run.stderr.decode(errors="replace").strip()
        raise BenchmarkError(f"{command[0]} ended with status {run.returncode}: {message}")
    try:
        return json.loads(run.stdout)
    except ValueError as error:
        raise BenchmarkError(f"{command[0]} did not print JSON: {error}") from error


def reference_counts(log):
    return read_json_output([sys.executable, HERE / "reference-reader.py", log.path])


def audit_counts(deferwatch, threads, log):
    command = [deferwatch, "audit", "--threads", threads, "--format", "json", log.path]
    report = read_json_output(command)
    try:
        return counts_of_report(report)
    except (KeyError, TypeError, AttributeError) as error:
        problem = f"the JSON report has no usable `totals` and `codes`: {error!r}"
        raise BenchmarkError(problem) from error


def check(log, expected, observed, reader, say):
    """Says whether `reader` found `expected`; gives the number of differences."""
    found = differences(expected, observed)
    verdict = "all counts agree" if not found else f"{len(found)} counts differ"
    say(f"{log.kind}, {log.byte_count} bytes, {reader}: {verdict}")
    for difference in found:
        say(f"  {difference}")
    return len(found)


def check_audit(deferwatch, log, say):
    return sum(
        check(log, log.totals, audit_counts(deferwatch, threads, log), f"{threads} thread(s)", say)
        for threads in (1, 2)
    )


def check_reference(log, say):
    return check(log, log.totals, reference_counts(log), "reference reader", say)
