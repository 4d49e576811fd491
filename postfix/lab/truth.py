"""Joins the table's expectations to the lines of a log.

A status line is known by queue ID, recipient and status alone. Its reason is never read: what the
line must be called follows from the scenario, the number of the attempt, and the service.
"""

import re
from collections import Counter
from dataclasses import dataclass

COLUMNS = ("log", "line", "queue_id", "recipient", "attempt", "code", "refinement", "origin", "stage",
           "category", "scope", "suspended", "tried", "fate", "scenario")

TEXT = re.compile(r"^(?P<queue_id>[0-9A-Za-z]{6,}): to=<(?P<rest>.*)$", re.DOTALL)
QUOTED = re.compile(r'^"(?:[^"\\]|\\.)*"[^>]*')
FIELDS = re.compile(
    r"^>(?:, orig_to=<[^>]*>)?, relay=[^,]+(?:, conn_use=\d+)?, delay=[\d.]+, delays=[\d./]+"
    r", dsn=[\d.]+, status=(?P<status>[A-Za-z]+) \(")
BARE = re.compile(r"^[0-9A-Za-z]{6,}: status=deferred \(")
DEFERRED = ("deferred", "SOFTBOUNCE")


class Uncovered(Exception):
    """The log has a delivery that no scenario accounts for."""


@dataclass(frozen=True)
class StatusLine:
    number: int
    service: str  # the daemon, or "" where the form of the log lost it
    queue_id: str
    recipient: str
    status: str


def status_lines(messages):
    """`messages`: (line number, service, text). Yields what is a recipient's status line."""
    for number, service, text in messages:
        head = TEXT.match(text)
        if not head:
            continue
        rest = head["rest"]
        quoted = QUOTED.match(rest)
        recipient = quoted[0] if quoted else rest.partition(">")[0]
        fields = FIELDS.match(rest[len(recipient):])
        if fields:
            yield StatusLine(number, service, head["queue_id"], recipient, fields["status"])


def recipients_by_address(scenarios):
    return {(recipient.logged or recipient.address): (scenario, recipient)
            for scenario in scenarios for recipient in scenario.recipients}


def tried_text(scenario, deferral):
    parts = []
    for label, code in deferral.tried:
        address = scenario.addresses6.get(label[:-3]) if label.endswith("/v6") else scenario.addresses[label]
        parts.append(f"{address}:25={code}")
    return ";".join(parts) or "-"


def truth_rows(scenarios, messages):
    """One row without log name and line per deferral: {(queue ID, recipient, attempt): row}."""
    known = recipients_by_address(scenarios)
    attempts, real = Counter(), Counter()
    rows = {}
    messages = list(messages)
    check_all_understood(messages)
    for line in status_lines(messages):
        if line.recipient not in known:
            if line.status in DEFERRED:
                raise Uncovered(f"line {line.number}: {line.recipient} is in no scenario")
            continue
        scenario, recipient = known[line.recipient]
        if line.status not in DEFERRED:
            continue
        if not recipient.deferrals:
            raise Uncovered(f"line {line.number}: {scenario.name} does not expect a deferral")
        echo = line.service == "error" and not scenario.reported_by_error
        if not echo:
            real[line.recipient] += 1
        step = min(max(real[line.recipient], 1), len(recipient.deferrals)) - 1
        attempts[line.queue_id, line.recipient] += 1
        attempt = attempts[line.queue_id, line.recipient]
        rows[line.queue_id, line.recipient, attempt] = row(
            scenario, recipient, recipient.deferrals[step], line, attempt, echo)
    return rows


def check_all_understood(messages):
    """A deferral that status_lines does not see would be missing from the truth without a sound."""
    seen = {line.number for line in status_lines(messages)}
    for number, _, text in messages:
        if BARE.match(text) or (TEXT.match(text) and number not in seen):
            raise Uncovered(f"line {number}: a delivery in a form that no scenario has: {text[:80]}")


def row(scenario, recipient, deferral, line, attempt, echo):
    lacks_companion = echo and deferral.refined_by_companion
    return {
        "queue_id": line.queue_id, "recipient": line.recipient, "attempt": str(attempt),
        "code": deferral.code, "refinement": "-" if lacks_companion else deferral.refinement,
        "origin": deferral.origin, "stage": deferral.stage, "category": deferral.category,
        "scope": deferral.scope, "suspended": "true" if echo else "false",
        "tried": "-" if echo else tried_text(scenario, deferral),
        "fate": recipient.fate, "scenario": scenario.name, "known_by_daemon": deferral.known_by_daemon,
    }


def placed_rows(rows, log, messages):
    """The rows of one log, each at the line where that log has it."""
    attempts = Counter()
    for line in status_lines(messages):
        if line.status not in DEFERRED:
            continue
        attempts[line.queue_id, line.recipient] += 1
        key = (line.queue_id, line.recipient, attempts[line.queue_id, line.recipient])
        if key in rows:
            yield rows[key] | as_seen(rows[key], line) | {"log": log, "line": str(line.number)}


def as_seen(row, line):
    """What a log without daemon names cannot tell."""
    if line.service or not row["known_by_daemon"]:
        return {}
    return {"stage": "-", "category": "unclassified"}


def write_truth(path, rows):
    with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write("\t".join(COLUMNS) + "\n")
        for each in rows:
            file.write("\t".join(each[column] for column in COLUMNS) + "\n")
