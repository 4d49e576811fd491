"""Far-side SMTP servers (and near-side LMTP servers and content filters) that follow a Script."""

import os
import smtplib
import socket
import ssl
import struct
import threading
import time
from collections import Counter

from certificates import certificate_file
from scenario import CLOSE, HANG, RESET

# Longer than any timeout of the lab's Postfix.
HANG_SECONDS = 12
RESET_SECONDS = 0.3


class EndOfSession(Exception):
    """The script ends the connection here."""


class Behaviour:
    """One scripted server: which script, which certificates, and how often each stage was reached."""

    def __init__(self, script, host, certificates=None, reinject=None):
        self.script = script
        self.host = host
        self.certificates = certificates
        self.reinject = reinject
        self.used = Counter()
        self.lock = threading.Lock()

    def reply(self, client, stage, scripted):
        """The scripted reply; of a list, the one for this visit of this client to this stage."""
        if not isinstance(scripted, (list, tuple)):
            return scripted
        with self.lock:
            visit = self.used[client, stage]
            self.used[client, stage] += 1
        return scripted[min(visit, len(scripted) - 1)]

    def tls_context(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate_file(self.certificates, self.script.tls, self.host))
        return context


class Session:
    """One connection, from greeting to end."""

    def __init__(self, connection, client, behaviour):
        self.connection = connection
        self.client = client
        self.behaviour = behaviour
        self.script = behaviour.script
        self.stream = connection.makefile("rb")
        self.secured = False
        self.recipients = []
        self.sender = ""

    def run(self):
        self.say("greeting", self.script.greeting)
        while line := self.stream.readline(65536):
            verb, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
            handler = getattr(self, "on_" + verb.lower(), None)
            if handler:
                handler(rest)
            else:
                self.send("500 5.5.2 Command not known")

    def say(self, stage, scripted):
        """Sends a reply, or does what stands in its place. True for a positive reply."""
        reply = self.behaviour.reply(self.client, stage, scripted)
        self.break_off(reply)
        self.send(reply)
        return str(reply)[0] in "23"

    def break_off(self, what):
        if what == HANG:
            time.sleep(HANG_SECONDS)
            raise EndOfSession
        if what == RESET:
            # The client's connect(2) is to have returned, or the reset would be the connection's.
            time.sleep(RESET_SECONDS)
            # An RST instead of a FIN, also with nothing unread.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            raise EndOfSession
        if what == CLOSE:
            raise EndOfSession

    def send(self, reply):
        if isinstance(reply, bytes):
            self.connection.sendall(reply + b"\r\n")
            return
        text = reply.replace("{host}", self.behaviour.host).replace("{client}", self.client)
        text = text.replace("{queued}", f"{time.monotonic_ns() % 0xFFFFFFFFFF:010X}")
        lines = text.split("\n")
        code = text[:3]
        framed = [line if n == 0 else f"{code} {line}" for n, line in enumerate(lines)]
        for n, line in enumerate(framed[:-1]):
            framed[n] = line[:3] + "-" + line[4:]
        self.connection.sendall("".join(line + "\r\n" for line in framed).encode())

    def on_ehlo(self, rest):
        reply = self.behaviour.reply(self.client, "ehlo", self.script.ehlo)
        if reply != "250":
            self.break_off(reply)
            return self.send(reply)
        offered = [self.behaviour.host, *self.script.extensions]
        if self.script.tls and not self.secured:
            offered.append("STARTTLS")
        self.send("250 " + "\n".join(offered))

    on_lhlo = on_ehlo

    def on_helo(self, rest):
        self.say("helo", self.script.helo)

    def on_starttls(self, rest):
        if not self.say("starttls", self.script.starttls):
            return
        if self.script.tls == "GARBAGE":
            self.connection.sendall(b"I do not speak TLS at all, please come back another day\r\n" * 4)
            time.sleep(0.5)
            raise EndOfSession
        self.break_off(self.script.tls)
        self.connection = self.behaviour.tls_context().wrap_socket(self.connection, server_side=True)
        self.stream = self.connection.makefile("rb")
        self.secured = True

    def on_auth(self, rest):
        self.say("auth", self.script.auth)

    def on_mail(self, rest):
        self.recipients = []
        self.sender = rest.partition("<")[2].partition(">")[0]
        self.say("mail", self.script.mail)

    def on_rcpt(self, rest):
        address = rest.partition("<")[2].rpartition(">")[0]
        local_part = address.rpartition("@")[0]
        scripted = self.script.rcpt_of.get(local_part, self.script.rcpt)
        if self.say(f"rcpt {address}", scripted):
            self.recipients.append(address)

    def on_data(self, rest):
        if not self.say("data", self.script.data):
            return
        message = []
        while (line := self.stream.readline(65536)) not in (b".\r\n", b""):
            message.append(line)
            self.break_off(self.script.body)
        if self.behaviour.reinject and self.script.end_of_data == "REINJECT":
            return self.send(self.behaviour.reinject(self.client, self.sender, self.recipients, message))
        self.say("end-of-data", self.script.end_of_data)

    def on_rset(self, rest):
        self.send("250 2.0.0 Ok")

    def on_quit(self, rest):
        self.send("221 2.0.0 Bye")
        raise EndOfSession


def converse(connection, client, behaviour):
    session = Session(connection, client, behaviour)
    try:
        session.run()
    except (EndOfSession, OSError, ssl.SSLError):
        pass
    finally:
        # The session's own socket: after STARTTLS it is not the accepted one any more.
        session.stream.close()
        session.connection.close()


def accept_forever(listener, behaviour_of):
    """Serves each connection of `listener` by the behaviour for the address that it came in on."""

    def loop():
        while True:
            connection, peer = listener.accept()
            client = peer[0].removeprefix("::ffff:") if peer else "local"
            behaviour = behaviour_of(connection)
            if behaviour is None:
                connection.close()
                continue
            threading.Thread(target=converse, args=(connection, client, behaviour), daemon=True).start()

    threading.Thread(target=loop, daemon=True).start()


def serve_far_hosts(behaviours, port=25):
    """One listener for all far addresses: `behaviours` is keyed by the address as text."""
    listener = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("::", port))
    listener.listen(512)
    accept_forever(
        listener,
        lambda connection: behaviours.get(connection.getsockname()[0].removeprefix("::ffff:")),
    )


def serve_port(port, behaviour, address="127.0.0.1"):
    listener = socket.create_server((address, port), backlog=64)
    accept_forever(listener, lambda connection: behaviour)


def serve_unix(path, behaviour):
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(path)
    os.chmod(path, 0o666)
    listener.listen(64)
    accept_forever(listener, lambda connection: behaviour)


def leave_stale_socket(path):
    """A socket file whose server is gone."""
    stale = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    stale.bind(path)
    stale.close()
    os.chmod(path, 0o666)


def reinject_to(ports):
    """What a content filter does with a message: hands it back to the smtpd of the instance it came from."""

    def reinject(client, sender, recipients, message):
        with smtplib.SMTP("127.0.0.1", ports[client], timeout=5) as back:
            back.ehlo("filter.lab.example")
            back.mail(sender)
            for recipient in recipients:
                back.rcpt(recipient)
            code, text = back.data(b"".join(message))
        return f"{code} {text.decode()}"

    return reinject
