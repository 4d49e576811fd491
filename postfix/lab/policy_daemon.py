"""`deferwatch serve` in the policy lab: its settings, its start and its ends, and what it says."""

import json
import signal
import subprocess
import time
from pathlib import Path

from machine import mount

SOCKET = "/var/spool/postfix/deferwatch/policy"
TCP_PORT = 10090

# Postfix's own timers are short here, and so is everything that follows from them; the code is the same.
SETTINGS = """\
log = "{log}"
state_directory = "{state}"

[policy]
mode = "enforce"
listen = [{listen}]
socket_group = "postfix"
clients_with_queue = ["192.0.2.10", "192.0.2.11"]

[control]
socket = "{control}"

[health]
minimal_backoff_time = "5s"     # as in main.cf
maximal_backoff_time = "10s"    # as in main.cf
backoff_margin = "40s"          # max_open is 50 s
down_after = "8s"               # the streak that makes a destination down
same_attempt = "2s"
probes.after = "10s"

[protection]
shared_set_domains = 0          # few hosts play many destinations

[[rule]]
id = "down"
state = ["down", "probing"]
action = "defer_if_permit"
mode = "enforce"
"""


class Daemon:
    def __init__(self, program, name, log, listens=True):
        self.program = program
        self.folder = Path("/var/spool/lab") / name
        self.folder.mkdir()
        self.state = self.folder / "state"
        self.state.mkdir()
        # A disk of its own, which can be filled.
        mount("-t", "tmpfs", "-o", "size=4m,mode=700", "lab", str(self.state))
        self.control = self.folder / "control"
        self.errors = self.folder / "stderr"
        listen = f'"unix:{SOCKET}", "inet:127.0.0.1:{TCP_PORT}"' if listens else ""
        self.config = self.folder / "deferwatch.toml"
        self.config.write_text(SETTINGS.format(
            log=log, state=self.state, listen=listen, control=self.control))
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [self.program, "serve", "--config", self.config], stderr=open(self.errors, "ab"))
        deadline = time.monotonic() + 20
        while self.status() is None:
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise RuntimeError(f"deferwatch does not start: {self.errors.read_text()}")
            time.sleep(0.1)

    def signal(self, number):
        self.process.send_signal(number)

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def stop(self):
        self.signal(signal.SIGTERM)
        return self.process.wait(20)

    def ask(self, *words):
        """What a command prints as JSON; None: it failed."""
        done = subprocess.run([self.program, *words, "--json", "--control", self.control],
                              capture_output=True, text=True)
        return json.loads(done.stdout) if done.returncode == 0 and done.stdout else None

    def status(self):
        return self.ask("status")

    def why(self, domain):
        return self.ask("why", domain) or {}

    def fill_disk(self):
        """Leaves no room where the history is."""
        with open(self.state / "filler", "wb", buffering=0) as file:
            try:
                while file.write(bytes(65536)):
                    pass
            except OSError:
                pass

    def empty_disk(self):
        (self.state / "filler").unlink()

    def is_in_memory(self):
        return self.status()["history"]["is_in_memory"]

    def requests(self):
        return self.status()["policy"]["requests"]
