"""Log lines for a daemon to follow: many destinations at once, and a steady stream."""

import os
import time
from datetime import datetime, timedelta, timezone

# One message, from its client to its removal; the names are those that policy-load asks about.
MESSAGE = """\
{time} mx1 postfix/smtpd[211]: {queue}: client=relay.example.org[192.0.2.1]
{time} mx1 postfix/cleanup[212]: {queue}: message-id=<{queue}@example.org>
{time} mx1 postfix/qmgr[213]: {queue}: from=<s@example.org>, size=1234, nrcpt=1 (queue active)
{time} mx1 postfix/smtp[214]: {queue}: to=<u@d{domain:07d}.example>, \
relay=mx.example.net[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn={dsn}, status={status} ({reason})
"""
REMOVED = "{time} mx1 postfix/qmgr[213]: {queue}: removed\n"
SENT = {"dsn": "2.0.0", "status": "sent", "reason": "250 2.0.0 Ok"}
DEFERRED = {"dsn": "4.2.2", "status": "deferred",
            "reason": "host mx.example.net[192.0.2.9] said: 452 4.2.2 Mailbox full "
                      "(in reply to RCPT TO command)"}
STEPS = 100


def message(number, domain, when):
    """The lines of one message; every tenth is deferred."""
    values = {"time": when.isoformat(timespec="microseconds"), "queue": f"{number:010X}",
              "domain": domain}
    if number % 10 == 0:
        return MESSAGE.format(**values, **DEFERRED)
    return MESSAGE.format(**values, **SENT) + REMOVED.format(**values)


def fill(log, destinations):
    """Appends a message to each of so many destinations."""
    when = datetime.now(timezone.utc)
    with open(log, "a") as file:
        for number in range(destinations):
            file.write(message(number, number, when))


def prepare(lines_per_second, seconds, destinations):
    """The parts of a stream, a hundred a second, with the times at which they are due."""
    start = datetime.now(timezone.utc) + timedelta(seconds=2)
    number, parts, owed = 1 << 32, [], 0.0
    for step in range(int(seconds * STEPS)):
        text, owed = [], owed + lines_per_second / STEPS
        while owed > 0:
            when = start + timedelta(seconds=step / STEPS)
            text.append(message(number, number * 7919 % destinations, when))
            owed -= text[-1].count("\n")
            number += 1
        parts.append("".join(text).encode())
    return start.timestamp(), parts


def stream(log, lines_per_second, seconds, destinations):
    """Appends so many lines a second, a hundredth of them at a time."""
    start, parts = prepare(lines_per_second, seconds, destinations)
    descriptor = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    for step, part in enumerate(parts):
        time.sleep(max(0, start + step / STEPS - time.time()))
        os.write(descriptor, part)
    os.close(descriptor)
