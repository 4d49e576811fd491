"""Tables of results, for the terminal or for Markdown, and the line about the machine."""

import os
import platform
import re
import subprocess
from pathlib import Path

from audit_speed.timing import median_seconds, peak_mib


def render(title, head, rows, markdown):
    lines = [f"### {title}" if markdown else title, ""]
    if markdown:
        lines += [markdown_row(head), markdown_row(["---"] * len(head))]
        lines += [markdown_row(row) for row in rows]
    else:
        widths = [max(len(cell) for cell in column) for column in zip(head, *rows)]
        for row in [head, *rows]:
            cells = [cell.ljust(width) for cell, width in zip(row, widths)]
            lines.append("  " + "  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def markdown_row(cells):
    return "| " + " | ".join(cells) + " |"


def rate(byte_count, runs):
    return f"{byte_count / median_seconds(runs) / 1e9:.3f}"


def ratio_cells(comparison):
    ratios = comparison.ratios
    return [f"{comparison.median_ratio:.2f}", f"{min(ratios):.2f}..{max(ratios):.2f}"]


COMPARISON_HEAD = [
    "A", "B", "log", "pairs", "A/B median", "spread", "A s", "B s", "A GB/s", "B GB/s",
    "A peak MiB", "B peak MiB", "target",
]


def size_text(byte_count):
    return f"{byte_count / (1 << 20):.0f} MiB"


def target_text(value, limit):
    if limit is None:
        return ""
    return f"at most {limit:g}: {'met' if value <= limit else 'missed'}"


def comparison_row(comparison, limit=None):
    subject, base = comparison.subject_runs, comparison.base_runs
    return [
        comparison.subject,
        comparison.base,
        size_text(comparison.subject_bytes),
        str(len(comparison.pairs)),
        *ratio_cells(comparison),
        f"{median_seconds(subject):.3f}",
        f"{median_seconds(base):.3f}",
        rate(comparison.subject_bytes, subject),
        rate(comparison.base_bytes, base),
        f"{peak_mib(subject):.1f}",
        f"{peak_mib(base):.1f}",
        target_text(comparison.median_ratio, limit),
    ]


PROFILE_HEAD = [
    "log", "size", "against", "size", "pairs", "per byte, median", "spread", "ns per byte",
    "peak MiB", "target",
]


def profile_row(name, base_name, comparison, limit=None):
    runs = comparison.subject_runs
    return [
        name,
        size_text(comparison.subject_bytes),
        base_name,
        size_text(comparison.base_bytes),
        str(len(comparison.pairs)),
        *ratio_cells(comparison),
        f"{median_seconds(runs) * 1e9 / comparison.subject_bytes:.3f}",
        f"{peak_mib(runs):.1f}",
        target_text(comparison.median_ratio, limit),
    ]


def first_match(pattern, path):
    try:
        match = re.search(pattern, Path(path).read_text(), re.MULTILINE)
    except OSError:
        return "unknown"
    return match[1].strip() if match else "unknown"


def version_of(command):
    try:
        run = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return None
    lines = (run.stdout + run.stderr).strip().splitlines()
    return lines[0] if run.returncode == 0 and lines else None


def machine_text():
    processor = first_match(r"^model name\s*:\s*(.*)$", "/proc/cpuinfo")
    memory = first_match(r"^MemTotal:\s*(\d+)", "/proc/meminfo")
    system = first_match(r'^PRETTY_NAME="?([^"\n]*)', "/etc/os-release")
    gibibytes = f"{int(memory) / (1 << 20):.0f} GiB" if memory.isdigit() else "unknown memory"
    kernel = platform.release().split("-")[0]
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return (
        f"{os.cpu_count()} x {processor}, {gibibytes}, {system}, Linux {kernel}; "
        f"load average {load}"
    )


def tools_text(deferwatch):
    commands = [[str(deferwatch), "--version"], ["grep", "--version"], ["rg", "--version"]]
    versions = [version_of(command) for command in commands]
    perl = version_of(["perl", "-e", 'printf "perl %vd\n", $^V'])
    named = [f"deferwatch {versions[0]}" if versions[0] else None, *versions[1:], perl]
    return "; ".join(version for version in named if version)
