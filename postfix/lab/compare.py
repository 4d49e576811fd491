#!/usr/bin/env python3
"""Compares what deferwatch says of the lab's logs with the truth, line by line.

compare.py --deferwatch PATH --truth truth.tsv LOGDIR...

Of every log that the truth names, each deferral must be reported, once, with every column equal.
Exit status 1 on any difference.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

# Columns of the truth that are keys of deferwatch's own event.
SAME_NAME = ("queue_id", "recipient", "code", "refinement", "origin", "stage", "category", "scope")


def text(value):
    return "-" if value is None else str(value)


def tried_text(servers):
    return ";".join(f"{server['address']}:{server['port']}={server['code']}" for server in servers) or "-"


def read_truth(path):
    """{log name: [row]}"""
    with open(path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        names = file.readline().rstrip("\n").split("\t")
        rows = [dict(zip(names, line.rstrip("\n").split("\t"))) for line in file]
    logs = {}
    for row in rows:
        logs.setdefault(row["log"], []).append(row)
    return logs


def output_lines(command):
    """The JSON objects that a command prints, one to a line."""
    done = subprocess.run(command, capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"compare.py: {' '.join(map(str, command))}: exit {done.returncode}: "
                 f"{done.stderr.decode('utf-8', 'replace').strip()}")
    return [json.loads(line) for line in done.stdout.split(b"\n") if line.strip()]


def events_of(deferwatch, log, year):
    """The events of one log as rows with the truth's columns, in order."""
    attempts = Counter()
    rows = []
    for event in output_lines([deferwatch, "audit", "--format", "ndjson", "--year", str(year), str(log)]):
        row = {column: text(event[column]) for column in SAME_NAME}
        attempts[row["queue_id"], row["recipient"]] += 1
        row |= {
            "line": text(event["line"]),
            "attempt": str(attempts[row["queue_id"], row["recipient"]]),
            "suspended": "true" if event["suspended"] else "false",
            "tried": tried_text(event["tried"]),
        }
        rows.append(row)
    return rows


def fates_of(deferwatch, log, year):
    """{(queue ID, recipient): fate}"""
    return {
        (message["queue_id"], recipient["recipient"]): recipient["fate"]
        for message in output_lines([deferwatch, "trace", "--all", "--json", "--year", str(year), str(log)])
        for recipient in message["recipients"]
    }


def joined(truth, events):
    """Pairs (truth row or None, event or None): by line, else by queue ID, recipient and attempt.

    A line of the truth and an event at that line that speak of different recipients are no pair.
    """
    def name(row):
        return row["queue_id"], row["recipient"]

    def key(row):
        return *name(row), row["attempt"]

    left = list(events)
    at_line = {(event["line"], *name(event)): event for event in events}
    unmatched = []
    for row in truth:
        event = at_line.get((row["line"], *name(row)))
        if event is not None and any(event is other for other in left):
            left = [other for other in left if other is not event]
            yield row, event
        else:
            unmatched.append(row)
    by_key = {key(event): event for event in left}
    for row in unmatched:
        event = by_key.pop(key(row), None)
        if event is not None:
            left = [other for other in left if other is not event]
        yield row, event
    for event in left:
        yield None, event


def differences(row, event, fate):
    """What is wrong with one pair, as texts; none if all is well."""
    if event is None:
        return ["missing: no event for this deferral"]
    if row is None:
        return [f"extra: an event that is in no scenario (code {event['code']})"]
    columns = (*SAME_NAME, "attempt", "suspended", "tried")
    found = [f"{column}: expected {row[column]}, got {event[column]}" for column in columns
             if row[column] != event[column]]
    if row["fate"] != text(fate):
        found.append(f"fate: expected {row['fate']}, got {text(fate)}")
    return found


def compare_log(deferwatch, log, truth, year):
    """Prints the differences of one log; returns (passed, failed)."""
    fates = fates_of(deferwatch, log, year)
    passed = failed = 0
    for row, event in joined(truth, events_of(deferwatch, log, year)):
        found = differences(row, event, row and fates.get((row["queue_id"], row["recipient"])))
        if not found:
            passed += 1
            continue
        failed += 1
        where = row or event
        scenario = f" [{row['scenario']}]" if row else ""
        for each in found:
            print(f"{log.name}:{where['line']}: {where['queue_id']} {where['recipient']}{scenario}: {each}")
    return passed, failed


def year_of(folder):
    """The year that a recorded run says it is from."""
    note = folder / "run.json"
    return json.loads(note.read_text())["year"] if note.exists() else None


def main():
    parser = argparse.ArgumentParser(prog="compare.py", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--deferwatch", required=True, help="the program to judge")
    parser.add_argument("--truth", required=True, help="truth.tsv of the run")
    parser.add_argument("--year", type=int, help="year of the logs' first lines (default: from run.json)")
    parser.add_argument("folders", nargs="+", metavar="LOGDIR", help="where the logs are that the truth names")
    arguments = parser.parse_args()
    # Recipients are data: print whatever bytes they have.
    sys.stdout.reconfigure(errors="backslashreplace")

    passed = failed = 0
    for name, rows in read_truth(arguments.truth).items():
        log = next((Path(folder) / name for folder in arguments.folders if (Path(folder) / name).exists()), None)
        if log is None:
            print(f"{name}: not found in {', '.join(arguments.folders)}")
            failed += len(rows)
            continue
        year = arguments.year or year_of(log.parent)
        if year is None:
            parser.error(f"{log.parent} has no run.json: give --year")
        ok, bad = compare_log(arguments.deferwatch, log, rows, year)
        passed, failed = passed + ok, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
