"""Our side of the policy lab: Postfix wired as postfix/relay/main.cf ships it, and an upstream instance."""

import shutil
import smtplib
from pathlib import Path

import policy_daemon
import policy_strangers
from near_side import LATE_FILTER
from postfix_instance import Instance

LOGS = Path("/var/log")
OWN = "192.0.2.10"
UPSTREAM = "192.0.2.11"
SHIPPED = Path(__file__).resolve().parent.parent / "relay" / "main.cf"

# Ports of smtpd on our own address, and what each is for.
BY_UNIX, BY_TCP, FILTERED, FILTER_DOWN = 25, 26, 27, 28
STRANGERS = {port: 30 + number for number, port in enumerate(
    (policy_strangers.GONE, *policy_strangers.BEHAVIOURS))}
DEAD_FILTER = 10040

MAPS = {
    "transport": "lab.example discard:\n", "tls_policy": "", "access": "", "sasl_passwd": "", "aliases": "",
    "virtual_alias": "both@alias.test user@alive.test, user@dead.test\n",
    "virtual_mailbox": "", "dns_filter": "/^/ IGNORE\n",
}


def wiring():
    """The shipped lines for the UNIX socket, and the same words for other servers."""
    text = SHIPPED.read_text()
    servers = {"deferwatch_tcp": policy_daemon.TCP_PORT}
    servers |= {f"stranger_{port}": port for port in STRANGERS}
    for name, port in servers.items():
        text += (f"{name} = check_policy_service {{ inet:127.0.0.1:{port}, timeout=2s, "
                 "default_action=DUNNO, policy_context=relay }\n")
    return text


def services():
    def listener(port, *options):
        lines = [f"{OWN}:{port} inet n - n - - smtpd"] + [f"  -o {option}" for option in options]
        return "\n".join(lines) + "\n"

    def asking(name):
        return f"smtpd_recipient_restrictions=${name},permit_mynetworks,reject"

    return "".join([
        listener(BY_UNIX),
        listener(BY_TCP, asking("deferwatch_tcp")),
        listener(FILTERED, f"content_filter=scan:[127.0.0.1]:{LATE_FILTER}"),
        listener(FILTER_DOWN, f"content_filter=scan:[127.0.0.1]:{DEAD_FILTER}"),
        *(listener(port, asking(f"stranger_{server}")) for server, port in STRANGERS.items()),
    ])


def make_instances():
    own = Instance("postfix", OWN, 2525, 2535, long_queue_ids=True, log=LOGS / "mail.log",
                   settings={"smtpd_recipient_restrictions": None})
    own.more_settings, own.more_services = wiring(), services()
    upstream = Instance("postfix-out", UPSTREAM, 2526, 2536, long_queue_ids=True, log=LOGS / "mail-out.log",
                        settings={"relayhost": f"[{OWN}]", "myhostname": "mta2.lab.example"})
    return own, upstream


def prepare_socket_folder():
    """As the package's tmpfiles.d does: below the queue directory, for the chroot."""
    folder = Path(policy_daemon.SOCKET).parent
    folder.mkdir(parents=True)
    shutil.chown(folder, "root", "postfix")
    folder.chmod(0o750)


def submit(recipients, port=BY_UNIX, address=OWN):
    """The reply to each RCPT; the message is sent where any was taken."""
    replies = []
    with smtplib.SMTP(address, port, timeout=60) as session:
        session.ehlo("app.lab.example")
        session.mail("sender@lab.example")
        for recipient in recipients:
            code, text = session.rcpt(recipient)
            replies.append(f"{code} {text.decode()}")
        if any(reply.startswith("250") for reply in replies):
            code, text = session.data(b"Subject: policy lab\r\n\r\nHello.\r\n")
            replies.append(f"{code} {text.decode()}")
    return replies
