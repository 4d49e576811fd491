"""Running servers and the generator that asks them, each pinned to its core."""

import json
import os
import socket
import subprocess
import time
from pathlib import Path

START_SECONDS = 20


class BenchmarkError(Exception):
    pass


class WrongReplies(Exception):
    pass


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def cores():
    """One for the server and another for the generator, where there are two."""
    usable = sorted(os.sched_getaffinity(0))
    return usable[-1], usable[0]


def compile_parts(sources, folder):
    for source in sources:
        command = ["cc", "-O2", "-Wall", "-Wextra", "-o", folder / source.stem, source]
        if subprocess.run(command).returncode != 0:
            raise BenchmarkError(f"cannot compile {source.name}")


def deferwatch_command(program):
    if not program.is_file():
        raise BenchmarkError(f"no program at {program}: swift build -c release")
    return [str(program), "serve", "--log", "{log}", "--policy", "{}", "--state", "{state}",
            "--mode", "observe"]


class Server:
    """A running server, pinned to its core.

    In its command {} is the endpoint, {path} and {port} are parts of it. One that leaves its
    process and goes on has a command that stops it.
    """

    def __init__(self, name, command, kind, folder, stop=None):
        self.name = name
        self.stop = [str(word) for word in stop or []]
        path, port = folder / f"{name}.sock", free_port()
        self.endpoint = f"unix:{path}" if kind == "unix" else f"inet:127.0.0.1:{port}"
        (folder / "mail.log").touch()
        values = {"{}": self.endpoint, "{path}": path, "{port}": port,
                  "{log}": folder / "mail.log", "{state}": folder / "state"}
        words = [str(word) for word in command]
        for key, value in values.items():
            words = [word.replace(key, str(value)) for word in words]
        core = cores()[0]
        self.output = open(folder / f"{name}.output", "w+")
        self.process = subprocess.Popen(
            words, stdout=self.output, stderr=self.output,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}))

    def __enter__(self):
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and (self.stop or self.process.poll() is None):
            if self._answers():
                return self
            time.sleep(0.05)
        self.__exit__()
        self.output.seek(0)
        raise BenchmarkError(f"{self.name} does not answer: {self.output.read().strip()}")

    def __exit__(self, *_):
        if self.stop:
            subprocess.run(self.stop, stdout=self.output, stderr=self.output)
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _answers(self):
        kind, address = self.endpoint.split(":", 1)
        try:
            if kind == "unix":
                with socket.socket(socket.AF_UNIX) as probe:
                    probe.connect(address)
            else:
                host, port = address.rsplit(":", 1)
                socket.create_connection((host, int(port)), 1).close()
        except OSError:
            return False
        return True

    def processor_nanoseconds(self):
        """Of all threads, user and system."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks)

    def release(self):
        """Lets all threads run on any processor."""
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), range(os.cpu_count()))

    def peak_kib(self):
        return self._status("VmHWM:")

    def resident_kib(self):
        return self._status("VmRSS:")

    def _status(self, key):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(key):
                return int(line.split()[1])
        return 0


class Generator:
    def __init__(self, folder):
        self.program = folder / "policy-load"

    def run(self, server, connections, seconds, rate=None):
        words = [self.program, server.endpoint, connections, seconds]
        words += [] if rate is None else [rate]
        core = cores()[1]
        before = server.processor_nanoseconds()
        run = subprocess.run(
            [str(word) for word in words], capture_output=True, text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, {core}))
        if run.returncode == 2 or not run.stdout:
            raise BenchmarkError(f"policy-load against {server.name}: {run.stderr.strip()}")
        figures = json.loads(run.stdout)
        if run.returncode != 0:
            raise WrongReplies(f"{server.name}, {connections} connections: {run.stdout.strip()}")
        used = server.processor_nanoseconds() - before
        figures["processor"] = used / 1000 / max(1, figures["answered"])
        return figures
