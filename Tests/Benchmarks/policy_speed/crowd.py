"""Clients that others must not notice: idle ones, and broken or slow ones."""

import resource
import socket
import time

REQUEST = b"request=smtpd_access_policy\nprotocol_state=RCPT\nrecipient=u@d0000001.example\n" \
    b"instance=crowd\n\n"


def connect(endpoint):
    kind, address = endpoint.split(":", 1)
    if kind == "unix":
        client = socket.socket(socket.AF_UNIX)
        client.connect(address)
    else:
        host, port = address.rsplit(":", 1)
        client = socket.create_connection((host, int(port)))
    client.setblocking(False)
    return client


def is_told(client):
    """True where something has come, or the connection was closed."""
    try:
        client.recv(512)
    except BlockingIOError:
        return False
    return True


class Broken:
    """A client that does one wrong thing, a step at a time; it comes again when thrown out."""

    def __init__(self, endpoint, number):
        self.endpoint, self.number, self.sent = endpoint, number, 0
        self.client = connect(endpoint)

    def step(self):
        try:
            (self.half, self.drip, self.garbage, self.deaf, self.leave)[self.number % 5]()
        except (BlockingIOError, InterruptedError):
            pass
        except OSError:
            self.come_again()

    def come_again(self):
        self.client.close()
        self.client, self.sent = connect(self.endpoint), 0

    def half(self):
        """Begins a request and never ends it."""
        if self.sent == 0:
            self.sent = self.client.send(REQUEST[:40])

    def drip(self):
        """Sends a byte a step, and takes no reply."""
        self.sent += self.client.send(REQUEST[self.sent % len(REQUEST):][:1])

    def garbage(self):
        """Sends what is no request, and is thrown out."""
        self.client.send(b"EHLO example.org\r\n\r\n")
        if is_told(self.client):
            self.come_again()

    def deaf(self):
        """Asks much and never listens."""
        self.client.send(REQUEST * 20)

    def leave(self):
        """Asks, and is gone before the reply."""
        self.client.send(REQUEST)
        self.come_again()


def crowd(endpoint, idle, broken, seconds, is_there):
    """Keeps them for so long; each broken one does a step a second."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    quiet = [connect(endpoint) for _ in range(idle)]
    clients = [Broken(endpoint, number) for number in range(broken)]
    is_there.set()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for client in clients:
            client.step()
            time.sleep(1 / max(1, broken))
    for client in quiet:
        if is_told(client):
            raise SystemExit("an idle client was thrown out, or told something")
