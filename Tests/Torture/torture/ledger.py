"""Compares the report from the stored ledger with that of an audit of the files."""

import gzip
import json
import pathlib
import subprocess

# What says where the lines were read from, and not what they say.
OF_THE_INPUT = {"sources"}


def report(command, text=b""):
    done = subprocess.run(command, input=text, capture_output=True, check=False)
    if done.returncode != 0:
        raise OSError(f"{command}: exit {done.returncode}: {done.stderr.decode(errors='replace')}")
    found = json.loads(done.stdout)
    return {key: value for key, value in found.items() if key not in OF_THE_INPUT}


def has_content(path):
    """An audit complains of empty files."""
    opener = gzip.open if path.name.endswith(".gz") else open
    with opener(path, "rb") as file:
        return bool(file.read(1))


def differences(binary, state, log):
    """Where the two reports differ, in words; none: they are equal."""
    stored = report([binary, "audit", "--json", "--history", str(state)])
    if log.name.endswith(".journal"):
        command = ["journalctl", "--file", str(log), "--output", "json", "--facility=mail", "_UID=0"]
        entries = subprocess.run(command, capture_output=True, check=True).stdout
        return list(compare("", report([binary, "audit", "--json", "-"], entries), stored))
    found = sorted(pathlib.Path(log).parent.glob(f"{log.name}*"))
    files = [str(path) for path in found if has_content(path)]
    read = report([binary, "audit", "--json", *files])
    return list(compare("", read, stored))


def compare(path, left, right):
    if isinstance(left, dict) and isinstance(right, dict):
        for key in sorted(left.keys() | right.keys()):
            yield from compare(f"{path}.{key}", left.get(key), right.get(key))
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for index, (a, b) in enumerate(zip(left, right)):
            yield from compare(f"{path}[{index}]", a, b)
    elif left != right:
        yield f"{path[1:]}: audit {left!r}, history {right!r}"
