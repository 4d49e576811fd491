"""Real log writers: two rsyslogd, one of them left at its defaults, and a journal."""

import re
import socket
import subprocess
import time
from datetime import datetime
from pathlib import Path

SPOOL = Path("/var/spool/lab")
JOURNAL_REMOTE = "/lib/systemd/systemd-journal-remote"

# rsyslogd cuts the tag at its slash unless told otherwise; the second daemon is left as it comes.
RSYSLOG = """\
global(workDirectory="{spool}" parser.permitSlashInProgramName="on")
module(load="imuxsock" SysSock.Name="/dev/log" SysSock.RateLimit.Interval="0")
module(load="builtin:omfile" FileCreateMode="0644" DirCreateMode="0755")
template(name="rfc5424" type="string" string="<%PRI%>1 %TIMESTAMP:::date-rfc3339% %HOSTNAME% %APP-NAME% %PROCID% %MSGID% %STRUCTURED-DATA% %msg%\\n")
action(type="omfile" file="{traditional}" template="RSYSLOG_TraditionalFileFormat")
action(type="omfile" file="{rfc3339}" template="RSYSLOG_FileFormat")
action(type="omfile" file="{rfc5424}" template="rfc5424")
action(type="omfwd" target="127.0.0.1" port="5514" protocol="tcp" template="RSYSLOG_ForwardFormat"
       action.resumeRetryCount="-1")
"""
RSYSLOG_WITHOUT_SLASH = """\
global(workDirectory="{spool}")
module(load="imtcp")
input(type="imtcp" address="127.0.0.1" port="5514")
template(name="rfc5424" type="string" string="<%PRI%>1 %TIMESTAMP:::date-rfc3339% %HOSTNAME% %APP-NAME% %PROCID% %MSGID% %STRUCTURED-DATA% %msg%\\n")
action(type="omfile" file="{no_slash}" template="rfc5424")
"""
PROTOCOL_LINE = re.compile(rb"^<(\d+)>1 (\S+) (\S+) (\S+) (\S+) \S+ - ?(.*)$", re.DOTALL)


def is_listening():
    try:
        socket.create_connection(("127.0.0.1", 5514), 1).close()
        return True
    except OSError:
        return False


def wait_until(ready):
    deadline = time.monotonic() + 10
    while not ready():
        if time.monotonic() > deadline:
            raise RuntimeError("rsyslogd does not start")
        time.sleep(0.05)


class Syslog:
    """rsyslogd behind the lab's own /dev/log, and a second one behind the first."""

    def __init__(self, folder, prefix):
        self.files = {
            "traditional": folder / f"{prefix}.traditional.log",
            "rfc3339": folder / f"{prefix}.rfc3339.log",
            "rfc5424": folder / f"{prefix}.rfc5424.log",
            "no_slash": folder / f"{prefix}.rfc5424-no-daemon.log",
        }
        self.processes = []

    def start(self):
        for name, text in (("no-slash", RSYSLOG_WITHOUT_SLASH), ("main", RSYSLOG)):
            config = SPOOL / f"rsyslog-{name}.conf"
            config.write_text(text.format(spool=SPOOL, **self.files))
            self.processes.append(subprocess.Popen(
                ["rsyslogd", "-n", "-f", config, "-i", SPOOL / f"rsyslog-{name}.pid"]))
            wait_until(is_listening if name == "no-slash" else Path("/dev/log").exists)

    def stop(self):
        """The first daemon first, so that the second gets everything; then waits for that to be so."""
        for process in reversed(self.processes):
            self.settle()
            process.terminate()
            process.wait(10)

    def settle(self):
        """Waits until the files stop growing, at equal numbers of lines."""
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            counts = {file.read_bytes().count(b"\n") if file.exists() else 0 for file in self.files.values()}
            if len(counts) == 1:
                return
            time.sleep(0.2)
        raise RuntimeError(f"rsyslogd's files differ in length: {sorted(counts)}")


def journal_field(name, value):
    if b"\n" not in value and value.isascii() and value.decode().isprintable():
        return name + b"=" + value + b"\n"
    return name + b"\n" + len(value).to_bytes(8, "little") + value + b"\n"


def write_journal(protocol_log, journal, export):
    """A journal with the entries of an RFC 5424 log, made by way of journald's export format."""
    with open(export, "wb") as out:
        for line in protocol_log.read_bytes().split(b"\n"):
            match = PROTOCOL_LINE.match(line)
            if not match:
                continue
            priority, stamp, host, tag, pid, message = match.groups()
            microseconds = round(datetime.fromisoformat(stamp.decode()).timestamp() * 1_000_000)
            fields = {
                b"__REALTIME_TIMESTAMP": str(microseconds).encode(),
                b"__MONOTONIC_TIMESTAMP": str(microseconds % 10**12).encode(),
                b"_BOOT_ID": b"5d1e2f00c0ffee00decade0000000001",
                b"_TRANSPORT": b"syslog",
                b"PRIORITY": str(int(priority) % 8).encode(),
                b"SYSLOG_FACILITY": str(int(priority) // 8).encode(),
                b"SYSLOG_IDENTIFIER": tag,
                b"SYSLOG_PID": pid,
                b"_PID": pid,
                b"_HOSTNAME": host,
                b"MESSAGE": message.removeprefix(b" "),
            }
            out.write(b"".join(journal_field(*field) for field in fields.items()) + b"\n")
    subprocess.run([JOURNAL_REMOTE, f"--output={journal}", "--split-mode=none", str(export)],
                   check=True, capture_output=True)


def print_journal(journal, form, out):
    with open(out, "wb") as file:
        subprocess.run(["journalctl", "--quiet", "--no-pager", f"--file={journal}", f"--output={form}"],
                       check=True, stdout=file, env={"TZ": "UTC", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
