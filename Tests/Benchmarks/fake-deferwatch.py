#!/usr/bin/env python3
"""Stands in for deferwatch in `self-test`: reports what the reference reader counts.

    fake-deferwatch.py audit --threads N [--format json|csv|ndjson] LOG

FAKE_DEFERWATCH=lie makes one count wrong, FAKE_DEFERWATCH=fail ends with status 2.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def report_of(log):
    reader = [sys.executable, HERE / "reference-reader.py", log]
    counts = json.loads(subprocess.run(reader, check=True, capture_output=True).stdout)
    codes = counts.pop("codes")
    return {
        "totals": counts,
        "codes": [{"code": code, **of_code} for code, of_code in codes.items()],
    }


def print_report(report, output_format):
    if output_format == "json":
        print(json.dumps(report))
    elif output_format == "csv":
        print("code,attempts")
        for row in report["codes"]:
            print(f"{row['code']},{row['attempts']}")
    elif output_format == "ndjson":
        for number in range(report["totals"]["deferred"]):
            print(json.dumps({"id": number}))
    else:
        print(f"{report['totals']['deferred']} deferred attempts")


def main():
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        print("0 (fake)")
        return 0
    behaviour = os.environ.get("FAKE_DEFERWATCH")
    if behaviour == "fail":
        print("deferwatch: told to fail", file=sys.stderr)
        return 2
    report = report_of(arguments[-1])
    if behaviour == "lie":
        report["codes"][0]["messages"] += 1
    has_format = "--format" in arguments
    print_report(report, arguments[arguments.index("--format") + 1] if has_format else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
