#!/usr/bin/env python3
"""The comparison's own test: right answers pass; each kind of wrong answer fails, and is printed."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from truth import COLUMNS

COMPARE = Path(__file__).with_name("compare.py")
# Answers `audit` and `trace` from files beside itself, whatever the log.
FAKE = """#!/bin/sh
cat "$(dirname "$0")/$1.json"
"""
ROWS = [
    {"log": "mail.log", "line": "3", "queue_id": "A1B2C3D4E", "recipient": "a@one.test", "attempt": "1",
     "code": "4.4.316", "refinement": "-", "origin": "remote", "stage": "connect", "category": "-",
     "scope": "destination", "suspended": "false", "tried": "192.0.2.7:25=4.4.315", "fate": "waiting",
     "scenario": "one"},
    {"log": "mail.log", "line": "9", "queue_id": "A1B2C3D4E", "recipient": "a@one.test", "attempt": "2",
     "code": "4.4.316", "refinement": "-", "origin": "remote", "stage": "connect", "category": "-",
     "scope": "destination", "suspended": "true", "tried": "-", "fate": "waiting", "scenario": "one"},
    {"log": "mail.log", "line": "5", "queue_id": "B1B2C3D4E", "recipient": "b@two.test", "attempt": "1",
     "code": "other", "refinement": "-", "origin": "remote", "stage": "rcpt", "category": "greylisted",
     "scope": "recipient", "suspended": "false", "tried": "-", "fate": "sent", "scenario": "two"},
]


def event_of(row):
    event = {column: None if row[column] == "-" else row[column] for column in COLUMNS}
    tried = []
    if row["tried"] != "-":
        address, _, code = row["tried"].partition(":25=")
        tried = [{"host": None, "address": address, "port": 25, "code": code, "reason": ""}]
    return event | {"line": int(row["line"]), "suspended": row["suspended"] == "true", "tried": tried}


class CompareTest(unittest.TestCase):
    def compare(self, rows=ROWS, events=None, fates=None):
        """Runs compare.py on truth `rows` against a program that answers `events` and `fates`."""
        events = [event_of(row) for row in ROWS] if events is None else events
        fates = {"A1B2C3D4E": ("a@one.test", "waiting"), "B1B2C3D4E": ("b@two.test", "sent")} | (fates or {})
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "mail.log").touch()
            (folder / "run.json").write_text('{"year": 2026}')
            (folder / "truth.tsv").write_text(
                "\n".join("\t".join(line) for line in [COLUMNS, *([r[c] for c in COLUMNS] for r in rows)]) + "\n")
            (folder / "audit.json").write_text("".join(json.dumps(event) + "\n" for event in events))
            (folder / "trace.json").write_text("".join(
                json.dumps({"queue_id": queue_id, "recipients": [{"recipient": recipient, "fate": fate}]}) + "\n"
                for queue_id, (recipient, fate) in fates.items()))
            (folder / "deferwatch").write_text(FAKE)
            (folder / "deferwatch").chmod(0o755)
            return subprocess.run(
                [sys.executable, COMPARE, "--deferwatch", folder / "deferwatch", "--truth", folder / "truth.tsv",
                 folder], capture_output=True, text=True)

    def assert_fails(self, done, words):
        self.assertEqual(1, done.returncode, done.stdout + done.stderr)
        self.assertIn(words, done.stdout)

    def test_right_answers_pass(self):
        done = self.compare()
        self.assertEqual((0, "3 passed, 0 failed\n"), (done.returncode, done.stdout), done.stderr)

    def test_each_wrong_column_of_the_truth_fails(self):
        for column in ("code", "refinement", "origin", "stage", "category", "scope", "suspended", "tried", "fate"):
            with self.subTest(column=column):
                done = self.compare(rows=[ROWS[0] | {column: "wrong"}, *ROWS[1:]])
                self.assert_fails(done, f"{column}: expected wrong, got ")
                self.assertTrue(done.stdout.endswith("2 passed, 1 failed\n"))

    def test_a_missing_event_fails(self):
        self.assert_fails(self.compare(events=[event_of(row) for row in ROWS[:2]]), "mail.log:5: B1B2C3D4E")

    def test_an_extra_event_fails(self):
        extra = event_of(ROWS[2]) | {"line": 44, "recipient": "nobody@three.test"}
        done = self.compare(events=[*(event_of(row) for row in ROWS), extra])
        self.assert_fails(done, "mail.log:44: B1B2C3D4E nobody@three.test: extra")

    def test_an_event_told_twice_fails(self):
        self.assert_fails(self.compare(events=[event_of(row) for row in [*ROWS, ROWS[0]]]), "extra")

    def test_a_wrong_fate_fails(self):
        self.assert_fails(self.compare(fates={"B1B2C3D4E": ("b@two.test", "bounced")}),
                          "fate: expected sent, got bounced")

    def test_reframed_lines_are_found_by_attempt(self):
        events = [event_of(row) | {"line": int(row["line"]) + 100} for row in ROWS]
        self.assertEqual(0, self.compare(events=events).returncode)

    def test_a_log_that_is_not_there_fails(self):
        self.assert_fails(self.compare(rows=[ROWS[0] | {"log": "gone.log"}]), "gone.log: not found")

    def test_nothing_to_compare_fails(self):
        self.assertEqual(1, self.compare(rows=[], events=[]).returncode)


if __name__ == "__main__":
    unittest.main()
