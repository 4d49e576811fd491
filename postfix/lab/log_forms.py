"""The forms a log comes in: how the lab has them written, and how their lines are taken apart."""

import json
import re

TAGGED = re.compile(r"^.*? (?P<tag>[^\s\[\]:]+)\[(?P<pid>\d+)\]: (?P<text>.*)$", re.DOTALL)
SYSLOG_PROTOCOL = re.compile(r"^<\d+>1 \S+ \S+ (?P<tag>\S+) (?P<pid>\S+) \S+ - ?(?P<text>.*)$", re.DOTALL)


def service_of(tag):
    return tag.rpartition("/")[2] if "/" in tag else ""


def messages_of(path):
    """(line number, daemon, Postfix's text) of each line of a log in any of the lab's forms."""
    with open(path, "rb") as file:
        for number, raw in enumerate(file.read().split(b"\n"), start=1):
            line = raw.decode("utf-8", "surrogateescape")
            if line.startswith("{"):
                entry = json.loads(line)
                message = entry["MESSAGE"]
                if isinstance(message, list):
                    message = bytes(message).decode("utf-8", "surrogateescape")
                yield number, service_of(entry["SYSLOG_IDENTIFIER"]), message
                continue
            match = (SYSLOG_PROTOCOL if line.startswith("<") else TAGGED).match(line)
            if match:
                yield number, service_of(match["tag"]), match["text"].removeprefix(" ")
