#!/usr/bin/env python3
"""Counts a Postfix mail log from its text alone: the slow second opinion.

    reference-reader.py LOG > totals.json

Prints the JSON that `generate-log --totals` writes. It shares no code and no tables with
the generator or with Deferwatch, and prefers clarity to speed. It knows the line forms
and the texts that the generator emits, no more.
"""

import json
import re
import sys
from collections import defaultdict

HEADER = re.compile(
    r"(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+[+-]\d\d:\d\d) "
    r"\S+ postfix/(?P<daemon>[a-z]+)\[\d+\]: (?P<text>.*)"
)

SHORT_QUEUE_ID = r"[0-9A-F]{6,}"
LONG_QUEUE_ID = r"[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,}z[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-y]+"
QUEUE_ID_LINE = re.compile(rf"(?P<queue_id>{SHORT_QUEUE_ID}|{LONG_QUEUE_ID}): (?P<rest>.*)")

STATUS = re.compile(
    r"to=<(?P<recipient>[^>]*)>(?:, orig_to=<[^>]*>)?, relay=\S+, delay=[\d.]+, "
    r"delays=[\d./]+, dsn=[\d.]+, status=(?P<status>sent|deferred|bounced) \((?P<reason>.*)\)"
)

SUSPENDED = "delivery temporarily suspended: "

# In order: what a server said is never a network or DNS error of ours.
CODE_RULES = [
    (re.compile(r"host \S+ said: "), "other"),
    (re.compile(r"host \S+ refused to talk to me: "), "4.4.317"),
    (re.compile(r"TLS is required, but "), "4.4.317"),
    (re.compile(r"Cannot start TLS: handshake failure$"), "4.4.317"),
    (re.compile(r"connect to \S+: Connection refused$"), "4.4.316"),
    (re.compile(r"connect to \S+: No such file or directory$"), "4.4.316"),
    (re.compile(r"connect to \S+: Connection timed out$"), "4.4.315"),
    (re.compile(r"connect to \S+: No route to host$"), "4.4.315"),
    (re.compile(r"connect to \S+: Network is unreachable$"), "4.4.315"),
    (re.compile(r"(Host or domain name not found\. )?Name service error for "), "4.4.312"),
    (re.compile(r"unable to look up host "), "4.4.312"),
    (re.compile(r"TLSA lookup error for "), "4.4.312"),
    (re.compile(r"lost connection with "), "4.4.318"),
    (re.compile(r"conversation with \S+ timed out while "), "4.4.318"),
    (re.compile(r"Server certificate not verified$"), "4.7.320"),
    (re.compile(r"no TLSA records found$"), "4.7.320"),
    (re.compile(r"non DNSSEC destination$"), "4.7.320"),
    (re.compile(r"TLSA records unusable$"), "4.7.320"),
]

CODES = ["4.4.312", "4.4.315", "4.4.316", "4.4.317", "4.4.318", "4.7.320", "other"]


def code_of(reason):
    while reason.startswith(SUSPENDED):
        reason = reason[len(SUSPENDED):]
    for pattern, code in CODE_RULES:
        if pattern.match(reason):
            return code
    return "other"


class Life:
    """One life of a queue ID, from its first line to `removed`."""

    def __init__(self):
        self.has_message_id = False
        self.recipients = set()
        self.deferred_by_code = defaultdict(set)


class Reader:
    def __init__(self):
        self.lines = 0
        self.by_status = dict.fromkeys(["sent", "deferred", "bounced"], 0)
        self.attempts_by_code = dict.fromkeys(CODES, 0)
        self.open_lives = {}
        self.messages = 0
        self.message_ids = 0
        self.recipients = 0
        self.messages_by_code = dict.fromkeys(CODES, 0)
        self.recipients_by_code = dict.fromkeys(CODES, 0)

    def read(self, line):
        self.lines += 1
        header = HEADER.fullmatch(line)
        if header is None:
            return
        queue_id_line = QUEUE_ID_LINE.fullmatch(header["text"])
        if queue_id_line is not None:
            self.read_message_line(
                header["daemon"], queue_id_line["queue_id"], queue_id_line["rest"]
            )

    def read_message_line(self, daemon, queue_id, rest):
        life = self.open_lives.get(queue_id) or self.start_life(queue_id)
        if daemon == "qmgr" and rest == "removed":
            self.end_life(queue_id)
        elif daemon == "cleanup" and rest.startswith("message-id="):
            life.has_message_id = True
        else:
            status = STATUS.fullmatch(rest)
            if status is not None:
                self.read_status(life, status)

    def read_status(self, life, status):
        self.by_status[status["status"]] += 1
        life.recipients.add(status["recipient"])
        if status["status"] == "deferred":
            code = code_of(status["reason"])
            self.attempts_by_code[code] += 1
            life.deferred_by_code[code].add(status["recipient"])

    def start_life(self, queue_id):
        life = Life()
        self.open_lives[queue_id] = life
        return life

    def end_life(self, queue_id):
        life = self.open_lives.pop(queue_id)
        self.messages += 1
        self.message_ids += life.has_message_id
        self.recipients += len(life.recipients)
        for code, recipients in life.deferred_by_code.items():
            self.messages_by_code[code] += 1
            self.recipients_by_code[code] += len(recipients)

    def totals(self):
        """Ends the lives that are still open: call it once, after the last line."""
        for queue_id in list(self.open_lives):
            self.end_life(queue_id)
        return {
            "lines": self.lines,
            "attempts": sum(self.by_status.values()),
            **self.by_status,
            "messages": self.messages,
            "recipients": self.recipients,
            "message_ids": self.message_ids,
            "codes": {
                code: {
                    "attempts": self.attempts_by_code[code],
                    "messages": self.messages_by_code[code],
                    "recipients": self.recipients_by_code[code],
                }
                for code in CODES
            },
        }


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: reference-reader.py LOG")
    reader = Reader()
    with open(sys.argv[1], encoding="utf-8", errors="replace", newline="\n") as log:
        for line in log:
            reader.read(line.removesuffix("\n"))
    print(json.dumps(reader.totals(), indent=2))


if __name__ == "__main__":
    main()
