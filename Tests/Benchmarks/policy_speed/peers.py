"""Other policy servers of Debian, as their packages set them up, in folders of their own."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

RATE_LIMIT_CONFIG = Path("/etc/policyd-rate-limit.yaml")


@dataclass(frozen=True)
class Peer:
    """A server and the kind of socket that its package listens on."""

    name: str
    kind: str
    command: list
    stop: list | None = None


def postfwd(folder):
    """One rule that always holds, and the package's arguments: the least it can do."""
    rules = folder / "postfwd.cf"
    rules.write_text("id=R001; action=DUNNO\n")
    identity = ["--file", rules, "--pidfile", folder / "postfwd.pid"]
    return Peer("postfwd", "inet", [
        "/usr/sbin/postfwd", "--daemon", "--summary=600", "--cache=600", "--cache-rdomain-only",
        "--cache-no-size", "--interface", "127.0.0.1", "--port", "{port}", "--user", "postfw",
        "--group", "postfw", *identity], stop=["/usr/sbin/postfwd", *identity, "--kill"])


def postgrey(folder):
    database = folder / "postgrey"
    database.mkdir()
    if os.geteuid() == 0:
        # It gives up root's rights before it opens its database.
        folder.chmod(0o755)
        shutil.chown(database, "postgrey", "postgrey")
    return Peer("postgrey", "inet", [
        "/usr/sbin/postgrey", "--inet=127.0.0.1:{port}", f"--dbdir={database}",
        f"--pidfile={database}/pid"])


def rate_limit(folder):
    """The package's configuration, with paths in the folder."""
    home = folder / "policyd-rate-limit"
    home.mkdir()
    text = RATE_LIMIT_CONFIG.read_text()
    for former, place in [("/var/run/policyd-rate-limit/policyd-rate-limit.pid", home / "pid"),
                          ("/var/lib/policyd-rate-limit/db.sqlite3", home / "db.sqlite3"),
                          ("/var/spool/postfix/ratelimit/policy",
                           folder / "policyd-rate-limit.sock")]:
        if former not in text:
            raise LookupError(f"{RATE_LIMIT_CONFIG} does not name {former}")
        text = text.replace(former, str(place))
    config = home / "config.yaml"
    config.write_text(text)
    if os.geteuid() == 0:
        folder.chmod(0o777)
        for path in (home, config):
            shutil.chown(path, "policyd-rate-limit", "policyd-rate-limit")
    return Peer("policyd-rate-limit", "unix", [
        "/usr/bin/policyd-rate-limit", "--file", config])


PEERS = {"postfwd": postfwd, "postgrey": postgrey, "policyd-rate-limit": rate_limit}


def installed():
    """Names of the peers that are there; says of the others how to get them."""
    found = []
    for name in PEERS:
        if any(Path(place, name).exists() for place in ("/usr/sbin", "/usr/bin")):
            found.append(name)
        else:
            print(f"no {name}: apt-get install {name}", file=sys.stderr)
    return found
