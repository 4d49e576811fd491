"""The lab's private view of this machine: mounts that only the lab's processes see."""

import os
import subprocess
from pathlib import Path

HOSTS = "127.0.0.1 localhost\n192.0.2.10 mta1.lab.example mta1\n"
# trust-ad: the scripted resolver says what is signed. One try of one second, so that silence is soon over.
RESOLVER = "nameserver 127.0.0.1\noptions trust-ad timeout:1 attempts:1\n"
DEVICES = {"null": (1, 3), "zero": (1, 5), "full": (1, 7), "random": (1, 8), "urandom": (1, 9), "tty": (5, 0)}


def mount(*words):
    subprocess.run(["mount", *words], check=True)


def make_private_view(host="mta1"):
    """Empty /etc/postfix, spool, mail, log and /dev, own resolv.conf and hosts, own host name."""
    mount("--make-rprivate", "/")
    # /etc/postfix brings along what the package put there, for it names the table types' libraries.
    package_files = {file.name: file.read_bytes() for file in Path("/etc/postfix").iterdir() if file.is_file()}
    package_files.pop("main.cf", None)
    for folder in ("/etc/postfix", "/var/spool", "/var/mail", "/var/lib/postfix", "/var/log"):
        Path(folder).mkdir(exist_ok=True)
        mount("-t", "tmpfs", "-o", "mode=755", "lab", folder)
    for name, content in package_files.items():
        Path("/etc/postfix", name).write_bytes(content)
    # Postfix's commands look at the default instance's main.cf even when told of another.
    Path("/etc/postfix/main.cf").write_text("compatibility_level = 3.6\n")
    Path("/var/spool/lab").mkdir()
    make_devices()
    for target, text in (("/etc/resolv.conf", RESOLVER), ("/etc/hosts", HOSTS), ("/etc/hostname", host + "\n")):
        replacement = Path("/var/spool/lab") / Path(target).name
        replacement.write_text(text)
        mount("--bind", str(replacement), os.path.realpath(target))
    Path("/proc/sys/kernel/hostname").write_text(host)


def make_devices():
    """rsyslogd binds /dev/log, which on the host's own /dev would stay behind."""
    devices = Path("/var/spool/lab/dev")
    devices.mkdir()
    mount("-t", "tmpfs", "-o", "mode=755", "lab", str(devices))
    previous = os.umask(0)
    for name, (major, minor) in DEVICES.items():
        os.mknod(devices / name, 0o20666, os.makedev(major, minor))
    os.umask(previous)
    (devices / "fd").symlink_to("/proc/self/fd")
    (devices / "shm").mkdir(mode=0o1777)
    mount("--move", str(devices), "/dev")
