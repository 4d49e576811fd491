"""Our own resolver, scripted: answers from a table, and can fail in every way a resolver fails.

It claims DNSSEC validation (the AD bit) for the zones marked secure; Postfix believes its resolver.
"""

import ipaddress
import socket
import struct
import threading

from scenario import FORMERR, GARBAGE, NODATA, NXDOMAIN, REFUSED, SERVFAIL, SILENT

TYPES = {"A": 1, "NS": 2, "CNAME": 5, "MX": 15, "TXT": 16, "AAAA": 28, "TLSA": 52}
RCODES = {"NOERROR": 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5}


def encode_name(name):
    labels = [label for label in name.rstrip(".").split(".") if label]
    return b"".join(bytes([len(label)]) + label.encode() for label in labels) + b"\0"


def encode_data(kind, value):
    if kind == "A" or kind == "AAAA":
        return ipaddress.ip_address(value).packed
    if kind == "MX":
        preference, host = value
        return struct.pack("!H", preference) + encode_name(host)
    if kind == "TLSA":
        return bytes(value)
    return encode_name(value)


class Zones:
    """name -> type -> list of values, or the word for a failure. Unknown names do not exist."""

    def __init__(self):
        self.records = {".": {"NS": ["a.root.test"]}}
        self.secure = {"."}
        # An outage of the resolver itself: SERVFAIL or SILENT for every question.
        self.outage = ""

    def add(self, name, kind, value):
        self.records.setdefault(name.lower(), {})[kind] = value

    def add_scenario(self, scenario):
        domain = scenario.domain.lower()
        self.records.setdefault(domain, {})
        for position, label in enumerate(scenario.hosts):
            host = scenario.host_name(label)
            self.records[domain].setdefault("MX", []).append((10 * (position + 1), host))
            self.records.setdefault(host, {})
            if label in scenario.addresses:
                self.add(host, "A", [scenario.addresses[label]])
            if label in scenario.addresses6:
                self.add(host, "AAAA", [scenario.addresses6[label]])
        for (label, kind), value in scenario.dns.items():
            name = domain if label == "@" else f"{label}.{domain}"
            self.add(name, kind, value)
        if scenario.secure:
            self.secure.add(domain)

    def is_secure(self, name):
        while name:
            if name in self.secure:
                return True
            name = name.partition(".")[2]
        return False

    def find(self, name, kind):
        """(rcode or failure, values)"""
        if self.outage:
            return self.outage, []
        if name not in self.records:
            # An empty node above a known name exists, too.
            inner = any(known.endswith("." + name) for known in self.records)
            return ("NOERROR" if inner else NXDOMAIN), []
        value = self.records[name].get(kind, self.records[name].get("*", NODATA))
        if value == NODATA:
            return "NOERROR", []
        return (value, []) if isinstance(value, str) else ("NOERROR", value)


def read_question(packet):
    labels, at = [], 12
    while packet[at]:
        labels.append(packet[at + 1:at + 1 + packet[at]].decode("ascii", "replace"))
        at += 1 + packet[at]
    return ".".join(labels).lower() or ".", struct.unpack("!H", packet[at + 1:at + 3])[0], packet[12:at + 5]


def answer(zones, packet):
    """The reply to one query packet, or None for silence."""
    name, number, question = read_question(packet)
    kind = next((k for k, n in TYPES.items() if n == number), "?")
    result, values = zones.find(name, kind)
    if result == SILENT:
        return None
    if result == GARBAGE:
        # A header that promises an answer, which then is cut off in the middle of a record.
        return packet[:2] + struct.pack("!HHHHH", 0x8180, 1, 1, 0, 0) + question + b"\xc0\x0c\x00\x0f\x00\x01\x00"
    flags = 0x8180 | RCODES[result] | (0x0020 if zones.is_secure(name) else 0)
    body = b"".join(
        b"\xc0\x0c" + struct.pack("!HHIH", number, 1, 60, len(data)) + data
        for data in (encode_data(kind, value) for value in values)
    )
    return packet[:2] + struct.pack("!HHHHH", flags, 1, len(values), 0, 0) + question + body


def serve(zones, address="127.0.0.1"):
    """Answers on `address`, port 53, in a thread of its own until the process ends."""
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((address, 53))

    def loop():
        while True:
            packet, client = server.recvfrom(4096)
            reply = answer(zones, packet)
            if reply:
                server.sendto(reply, client)

    threading.Thread(target=loop, daemon=True).start()
