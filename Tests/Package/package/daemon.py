"""`deferwatch serve` as systemd starts it: with a notify socket, a watchdog, and passed sockets."""

import os
import signal
import socket
import subprocess
import time

POLICY = "/var/spool/postfix/deferwatch/policy"
LOG = "/var/log/mail.log"
REQUEST = ("request=smtpd_access_policy\nprotocol_state=RCPT\nprotocol_name=ESMTP\nclient_address=192.0.2.1\n"
           "client_name=unknown\nsender=a@example.com\nrecipient=b@example.net\ninstance=1.2.3.4\n\n")
# The unit's user, less what the unit takes away: privileges and capabilities.
AS_THE_UNIT = ["setpriv", "--reuid", "_deferwatch", "--regid", "_deferwatch", "--init-groups",
               "--no-new-privs", "--bounding-set", "-all", "--inh-caps", "-all"]


class Daemon:
    """A running daemon, and what it tells its service manager."""

    def __init__(self, host, passed=None):
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        path = host.path("/run/notify")
        path.unlink(missing_ok=True)
        self.notify.bind(str(path))
        path.chmod(0o666)
        self.notify.settimeout(0.2)
        self.said = []
        environment = host.environment() | {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "3000000"}
        command = "export WATCHDOG_PID=$$; "
        if passed:
            environment["LISTEN_FDS"] = "1"
            # The descriptor comes third, as sd_listen_fds(3) has it.
            command += f"export LISTEN_PID=$$; exec 3<&{passed.fileno()}; "
        self.log = open(host.path("/root/serve.log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            ["sh", "-c", command + 'exec chroot "$0" "$@"', str(host.root), *AS_THE_UNIT, "deferwatch", "serve",
             "--config", "/etc/deferwatch/deferwatch.toml"],
            env=environment, pass_fds=[passed.fileno()] if passed else [], stdin=subprocess.DEVNULL,
            stdout=self.log, stderr=self.log)

    def hears(self, word, seconds, count=1):
        """Whether the daemon says it so many times."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.process.poll() is None:
            if sum(word in message for message in self.said) >= count:
                return True
            try:
                self.said.append(self.notify.recv(4096).decode())
            except TimeoutError:
                pass
        return sum(word in message for message in self.said) >= count

    def stop(self):
        """The exit status after SIGTERM, or None where it had to be killed."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None
        finally:
            self.notify.close()

    def words(self):
        self.log.seek(0)
        return self.log.read()[-1500:]


def ask(path):
    """What Postfix would be told."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(5)
        client.connect(str(path))
        client.sendall(REQUEST.encode())
        return client.recv(4096).decode()


def prepare(host):
    now = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
    host.path(LOG).write_text(f"{now} mx postfix/smtpd[1]: connect from unknown[192.0.2.1]\n")
    host.run("chown", "root:adm", LOG, must=True)
    host.run("chmod", "0640", LOG, must=True)
    for name in ("/var/lib/deferwatch", "/run/deferwatch"):
        host.run("install", "-d", "-o", "_deferwatch", "-g", "_deferwatch", "-m", "0750", name, must=True)


def checks(host):
    prepare(host)
    return [*own_socket(host), *passed_socket(host)]


def own_socket(host):
    daemon = Daemon(host)
    found = []
    ready = daemon.hears("READY=1", 15)
    found.append(("serve says that it is ready", None if ready else daemon.words() or "it said nothing"))
    fed = daemon.hears("WATCHDOG=1", 10, count=3)
    found.append(("serve feeds the watchdog", None if fed else f"heard {daemon.said}"))
    try:
        answer = ask(host.path(POLICY))
    except OSError as error:
        answer = str(error)
    found.append(("serve answers DUNNO", None if answer == "action=DUNNO\n\n" else answer))
    _, rights = host.run("stat", "-c", "%a %G", POLICY)
    found.append(("smtpd's group can reach the socket", None if rights.strip() == "660 postfix" else rights))
    reached, _ = host.run("setpriv", "--reuid", "postfix", "--regid", "postfix", "--init-groups", "test", "-w", POLICY)
    found.append(("smtpd's user can reach the socket", None if reached == 0 else "it cannot"))
    status, words = host.run("deferwatch", "doctor")
    found.append(("doctor has nothing to mend", None if status == 0 else words))
    daemon.process.send_signal(signal.SIGHUP)
    alive = daemon.hears("WATCHDOG=1", 10, count=len(daemon.said) + 2)
    found.append(("serve survives a reload", None if alive else daemon.words()))
    status = daemon.stop()
    found.append(("serve ends when told", None if status == 0 else f"status {status}: {daemon.words()}"))
    gone = not os.path.lexists(host.path(POLICY))
    found.append(("serve takes its socket away", None if gone else "it is still there"))
    return found


def passed_socket(host):
    path = host.path("/run/passed")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listening:
        listening.bind(str(path))
        listening.listen(16)
        daemon = Daemon(host, passed=listening)
        ready = daemon.hears("READY=1", 15)
        try:
            answer = ask(path)
        except OSError as error:
            answer = str(error)
        right = ready and answer == "action=DUNNO\n\n"
        found = [("serve answers on a passed socket", None if right else f"{answer} {daemon.words()}")]
        status = daemon.stop()
        found.append(("serve leaves a passed socket", None if status == 0 and path.exists() else f"status {status}"))
    path.unlink()
    return found
