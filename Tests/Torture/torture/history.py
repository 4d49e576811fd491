"""Looks into the history, and into the files that are left."""

import contextlib
import gzip
import pathlib
import re
import sqlite3
import time

# A whole line: the end of one that a truncation tore names its recipient, too, and is no line.
DEFERRAL = re.compile(rb"[0-9-]{10}T[0-9:.+]+ mx1 postfix/smtp\[\d+\]: \w+: to=<n(\d+)@.*status=deferred .*\n")


def count(database):
    if not database.exists():
        return -1
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10) as connection:
        return connection.execute("SELECT count(*) FROM event").fetchone()[0]


def wait_until_quiet(database, quiet=8.0, limit=120.0):
    """Waits until nothing more comes in.

    After a restart files are read whose events are there already, a second each where they were rotated in
    haste: that is no quiet.
    """
    last, since, begin = None, time.monotonic(), time.monotonic()
    while time.monotonic() - begin < limit:
        try:
            found = count(database)
        except sqlite3.OperationalError:
            found = -1
        if found != last:
            last, since = found, time.monotonic()
        elif time.monotonic() - since > quiet and found >= 0:
            return
        time.sleep(0.2)


def numbers(database):
    sql = "SELECT address.value FROM event JOIN address ON address.id = event.recipient"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=10) as connection:
        return [int(value[1:].split("@")[0]) for (value,) in connection.execute(sql)]


def surviving(log):
    """The numbers in all files of the log."""
    found = set()
    for path in pathlib.Path(log).parent.glob(f"{log.name}*"):
        opener = gzip.open if path.name.endswith(".gz") else open
        with opener(path, "rb") as file:
            found.update(int(match[1]) for match in map(DEFERRAL.match, file) if match)
    return found


def has_position(database):
    """True once the follower has stored where a log was begun."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT count(*) FROM position").fetchone()[0] > 0
    except sqlite3.Error:
        return False
