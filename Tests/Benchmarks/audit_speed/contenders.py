"""The commands that are timed, and what their output must look like.

Small outputs go to a file and are checked after every run. GNU grep needs that: when its
stdout is /dev/null it stops at the first match, even with -c. The large reports of
deferwatch go to /dev/null when timed, and are checked in one run before.
"""

import csv
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from audit_speed.corpus import HERE
from audit_speed.counts import differences

LOGWATCH_SCRIPT = Path("/usr/share/logwatch/scripts/services/postfix")
PATTERNS = HERE / "patterns-45.txt"


@dataclass(frozen=True)
class Contender:
    """`problem` is given the path of the output and says what is wrong with it, or None."""

    name: str
    command: Callable[[Path], list]
    problem: Callable[[Path, dict], str | None]
    has_large_output: bool = False


def count_problem(path, totals):
    text = path.read_text().strip()
    wanted = totals["deferred"]
    return None if text == str(wanted) else f"printed {text!r}, not {wanted}"


def text_problem(path, totals):
    return None if path.stat().st_size > 0 else "printed nothing"


def json_problem(path, totals):
    report = json.loads(path.read_text())
    return None if {"totals", "codes"} <= report.keys() else "has no `totals` or no `codes`"


def csv_problem(path, totals):
    with path.open(newline="", encoding="utf-8", errors="replace") as file:
        widths = {len(row) for row in csv.reader(file)}
    return None if len(widths) == 1 else f"has rows of {sorted(widths)} columns"


def ndjson_problem(path, totals):
    count = 0
    with path.open("rb") as file:
        for count, line in enumerate(file, 1):
            if not isinstance(json.loads(line), dict):
                return f"line {count} is not an object"
    wanted = totals["deferred"]
    return None if count == wanted else f"has {count} events, not {wanted}"


def perl_problem(path, totals):
    found = differences(totals, json.loads(path.read_text()))
    return "; ".join(found) or None


def deferrals_problem(pattern):
    def problem(path, totals):
        match = re.search(pattern, path.read_text(errors="replace"))
        found = int(match[1].replace(",", "")) if match else None
        return None if found == totals["deferred"] else f"found {found} deferrals"

    return problem


def audit(deferwatch, threads, output_format=None):
    name = f"deferwatch, {threads} thread" + ("s" if threads > 1 else "")
    options = ["--threads", threads]
    if output_format is not None:
        name += f", {output_format}"
        options += ["--format", output_format]
    problems = {"json": json_problem, "csv": csv_problem, "ndjson": ndjson_problem}
    return Contender(
        name,
        lambda path: [deferwatch, "audit", *options, path],
        problems.get(output_format, text_problem),
        has_large_output=output_format is not None,
    )


GREP = Contender("grep -c", lambda path: ["grep", "-c", "status=deferred", path], count_problem)

RIPGREP = Contender(
    "rg -P, 45 patterns", lambda path: ["rg", "-P", "-f", PATTERNS, "-c", path], count_problem
)

PERL = Contender(
    "perl, full parse", lambda path: ["perl", HERE / "perl-full-parse.pl", path], perl_problem
)

PFLOGSUMM = Contender(
    "pflogsumm", lambda path: ["pflogsumm", path], deferrals_problem(r"\(\s*(\d+)\s+deferrals\)")
)

LOGWATCH = Contender(
    "postfix-logwatch",
    lambda path: ["perl", LOGWATCH_SCRIPT, path],
    deferrals_problem(r"\sDeferrals\s+([\d,]+)\s"),
)

INSTALL_HINTS = {
    RIPGREP.name: "apt-get install ripgrep",
    PERL.name: "apt-get install perl",
    PFLOGSUMM.name: "apt-get install pflogsumm",
    LOGWATCH.name: "apt-get install logwatch",
}


def is_installed(contender):
    if contender is LOGWATCH:
        return LOGWATCH_SCRIPT.exists() and shutil.which("perl") is not None
    return shutil.which(str(contender.command(Path("log"))[0])) is not None
