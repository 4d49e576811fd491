"""The writer, the rotator and the killer."""

import datetime
import gzip
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import threading
import time

STYLES = ["numbered", "dated", "copied", "journal"]

# Files may begin with the same lines, as those of a daemon that says hello in each.
BANNER = (
    b"2026-11-03T06:25:01.000000+00:00 mx1 postfix/master[77]: "
    b"reload -- version 3.7.11, configuration /etc/postfix\n"
)


class FollowerFailed(Exception):
    """The follower ended by itself."""


class Writer:
    """Appends numbered lines, as a daemon that reopens its log when it is told to."""

    def __init__(self, log, rate, seed):
        self.log = log
        self.rate = rate
        self.random = random.Random(seed)
        self.banner = BANNER * self.random.choice([0, 1, 3])
        self.written = 0
        self.waiting = []
        self.lock = threading.Lock()
        self.descriptor = None
        self.reopen()
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.loop, daemon=True)

    def reopen(self):
        with self.lock:
            if self.descriptor is not None:
                os.close(self.descriptor)
            self.descriptor = os.open(self.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
            self.greet()

    def greet(self):
        if os.fstat(self.descriptor).st_size == 0:
            os.write(self.descriptor, self.banner)

    def put(self, lines):
        os.write(self.descriptor, lines)

    def around(self):
        """Lines that belong to messages and are no deferrals: what begins one, what ends another."""
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="microseconds")
        number = self.written + 1
        lines = []
        if self.random.random() < 0.5:
            queue_id = f"4fX{number:09d}z"
            lines = [
                f"{now} mx1 postfix/cleanup[77]: {queue_id}: message-id=<m{number}@mx1.example>\n",
                f"{now} mx1 postfix/qmgr[78]: {queue_id}: from=<s{number % 7}@mx1.example>, "
                "size=900, nrcpt=1 (queue active)\n",
            ]
            self.waiting.append(number)
        if len(self.waiting) > 50:
            ended = self.waiting.pop(self.random.randrange(len(self.waiting)))
            queue_id, domain = f"4fX{ended:09d}z", f"dest{ended % 97}.example"
            lines += [
                f"{now} mx1 postfix/smtp[{1000 + ended % 5000}]: {queue_id}: to=<n{ended}@{domain}>, "
                f"relay=mx.{domain}[192.0.2.7]:25, delay=9, delays=8/0/1/0.1, dsn=2.0.0, "
                "status=sent (250 2.0.0 Ok)\n",
                f"{now} mx1 postfix/qmgr[78]: {queue_id}: removed\n",
            ]
        return "".join(lines).encode()

    def line(self):
        number = self.written + 1
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="microseconds")
        domain = f"dest{number % 97}.example"
        words = "x" * self.random.randrange(120)
        return (
            f"{now} mx1 postfix/smtp[{1000 + number % 5000}]: 4fX{number:09d}z: "
            f"to=<n{number}@{domain}>, relay=mx.{domain}[192.0.2.7]:25, delay=1.2, "
            f"delays=0.1/0/1/0.1, dsn=4.2.0, status=deferred (host mx.{domain}[192.0.2.7] said: "
            f"450 4.2.0 Mailbox busy {words} (in reply to RCPT TO command))\n"
        ).encode()

    def loop(self):
        while not self.stopping.is_set():
            burst = self.random.choice([1, 1, 5, 50, 400])
            for _ in range(burst):
                with self.lock:
                    around = self.around()
                    if around:
                        self.put(around)
                    self.write(self.line())
            self.stopping.wait(burst / self.rate)

    def write(self, line):
        if self.random.random() < 0.01:
            # In two parts, as a program without line buffering does.
            cut = self.random.randrange(1, len(line))
            os.write(self.descriptor, line[:cut])
            time.sleep(self.random.random() * 0.003)
            os.write(self.descriptor, line[cut:])
        else:
            self.put(line)
        self.written += 1

    def close(self):
        os.close(self.descriptor)


class JournalWriter(Writer):
    """Writes entries into a journal file, some of them of a user who only pretends to be Postfix."""

    REMOTE = "/lib/systemd/systemd-journal-remote"
    LINE = re.compile(r"\S+ (\S+) (\S+)\[(\d+)\]: (.*)")

    def reopen(self):
        self.sequence = 0
        self.remote = subprocess.Popen(
            [self.REMOTE, "-o", str(self.log), "-"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # A follower is not started on a journal that is not there yet.
        deadline = time.monotonic() + 20
        while not os.path.exists(self.log) and time.monotonic() < deadline:
            time.sleep(0.02)

    def entry(self, host, identifier, pid, message, user):
        self.sequence += 1
        now = time.time_ns() // 1000
        return (
            f"__CURSOR=s=c0ffee;i={self.sequence:x};b=1\n__REALTIME_TIMESTAMP={now}\n"
            f"__MONOTONIC_TIMESTAMP={time.monotonic_ns() // 1000}\n"
            "_BOOT_ID=0123456789abcdef0123456789abcdef\n_TRANSPORT=syslog\n"
            f"_UID={user}\n_PID={pid}\n_HOSTNAME={host}\nSYSLOG_FACILITY=2\n"
            f"SYSLOG_IDENTIFIER={identifier}\nSYSLOG_PID={pid}\nMESSAGE={message}\n\n"
        )

    def put(self, lines):
        entries = []
        for line in lines.decode().splitlines():
            host, identifier, pid, message = self.LINE.match(line).groups()
            entries.append(self.entry(host, identifier, pid, message, user=0))
            if self.random.random() < 0.05:
                forged = message.replace("to=<n", "to=<n9999")
                entries.append(self.entry(host, identifier, pid, forged, user=4_000_000))
        self.remote.stdin.write("".join(entries).encode())
        self.remote.stdin.flush()

    def write(self, line):
        self.put(line)
        self.written += 1

    def close(self):
        self.remote.stdin.close()
        self.remote.wait()


class Machine:
    """One run: a log, its writer, and a follower that is killed again and again."""

    def __init__(self, style, seed, log, command, rate):
        self.style = style
        self.random = random.Random(seed)
        self.log = log
        self.command = command
        writer = JournalWriter if style == "journal" else Writer
        self.writer = writer(log, rate, seed + 1)
        self.rotations = self.kills = self.stalls = 0
        self.messages = pathlib.Path(log).parent / "messages"
        self.follower = None

    @property
    def written(self):
        return self.writer.written

    def go(self, seconds, begun):
        """`begun` tells that a position is stored: before, there is nothing to go on from."""
        self.start()
        self.writer.thread.start()
        deadline = time.monotonic() + 20
        while not begun():
            if time.monotonic() > deadline:
                raise FollowerFailed("the follower stored no position in 20 s")
            time.sleep(0.02)
        end = time.monotonic() + seconds
        actions = [self.rotate, self.kill, self.stall, self.compress]
        while time.monotonic() < end:
            time.sleep(self.random.expovariate(4))
            self.random.choices(actions, weights=[4, 3, 1, 2])[0]()
        self.writer.stopping.set()
        self.writer.thread.join()
        # A successor with content: the last rotated file may be left.
        with self.writer.lock:
            self.writer.write(self.writer.line())
        self.writer.close()
        if self.follower is None:
            self.start()

    def start(self):
        with open(self.messages, "ab") as messages:
            self.follower = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages
            )

    def kill(self):
        if self.follower.poll() is not None:
            text = self.messages.read_text(errors="replace")
            raise FollowerFailed(f"the follower ended with {self.follower.returncode}\n{text}")
        self.follower.send_signal(signal.SIGKILL)
        self.follower.wait()
        self.kills += 1
        # Now and then it is down while several rotations happen.
        for _ in range(self.random.choice([0, 0, 0, 1, 3])):
            time.sleep(0.2)
            self.rotate()
        self.start()

    def stall(self):
        self.follower.send_signal(signal.SIGSTOP)
        time.sleep(self.random.random())
        self.follower.send_signal(signal.SIGCONT)
        self.stalls += 1

    def stop(self):
        self.follower.terminate()
        try:
            self.follower.wait(10)
        except subprocess.TimeoutExpired:
            self.follower.kill()
            self.follower.wait()

    def rotate(self):
        if self.style == "journal":
            return
        self.rotations += 1
        if self.style == "dated":
            stamp = datetime.datetime.now().strftime("%Y%m%d-%H%M%S")
            target = pathlib.Path(f"{self.log}.{stamp}{self.rotations % 1000:03d}")
            os.rename(self.log, target)
            self.reopen()
            return
        self.shift()
        first = pathlib.Path(f"{self.log}.1")
        if self.style == "numbered":
            os.rename(self.log, first)
            self.reopen()
        else:
            shutil.copyfile(self.log, first)
            os.truncate(self.log, 0)
            self.writer.greet()

    def reopen(self):
        # The writer goes on in the renamed file until it is told.
        time.sleep(self.random.choice([0, 0.001, 0.1, 0.4]))
        self.writer.reopen()

    def shift(self):
        pattern = re.compile(r"\.(\d+)(\.gz)?$")
        found = []
        for path in pathlib.Path(self.log).parent.glob(f"{self.log.name}.*"):
            match = pattern.search(path.name)
            if match:
                found.append((int(match[1]), match[2] or "", path))
        for number, suffix, path in sorted(found, reverse=True):
            os.rename(path, f"{self.log}.{number + 1}{suffix}")

    def compress(self):
        """Delayed, as logrotate does: the newest rotated file stays."""
        if self.style == "journal":
            return
        plain = [
            path
            for path in pathlib.Path(self.log).parent.glob(f"{self.log.name}.*")
            if not path.name.endswith(".gz")
        ]
        plain.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in plain[:-2]:
            status = path.stat()
            packed = pathlib.Path(f"{path}.gz")
            with open(path, "rb") as source, gzip.open(packed, "wb") as target:
                shutil.copyfileobj(source, target)
            os.utime(packed, ns=(status.st_atime_ns, status.st_mtime_ns))
            path.unlink()

    def possibly_lost(self):
        text = self.messages.read_text(errors="replace")
        return len(re.findall(r"possibly lost", text))


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
