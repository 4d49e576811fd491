"""Policy servers that do what a policy server must not: late, silent, closing, talking nonsense."""

import socket
import threading
import time

LATE_SECONDS = 4

# Port and behaviour; nobody listens on the first.
GONE, LATE, SILENT, CLOSING, NONSENSE = 10091, 10092, 10093, 10094, 10095


def answer_late(connection):
    while connection.recv(65536):
        time.sleep(LATE_SECONDS)
        connection.sendall(b"action=REJECT too late\n\n")


def stay_silent(connection):
    while connection.recv(65536):
        pass


def close_at_once(connection):
    connection.recv(65536)


def talk_nonsense(connection):
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


BEHAVIOURS = {LATE: answer_late, SILENT: stay_silent, CLOSING: close_at_once, NONSENSE: talk_nonsense}


def serve(port, behaviour):
    listener = socket.create_server(("127.0.0.1", port), backlog=16)

    def talk(connection):
        try:
            with connection:
                behaviour(connection)
        except OSError:
            pass

    def loop():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    threading.Thread(target=loop, daemon=True).start()


def serve_all():
    for port, behaviour in BEHAVIOURS.items():
        serve(port, behaviour)
