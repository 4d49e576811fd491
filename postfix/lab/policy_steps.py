"""What the policy lab shows, step by step; each check can fail."""

import re
import signal
import subprocess
import threading
import time

import network
import policy_strangers
from policy_destinations import ADDRESS_OF
from policy_near_side import BY_TCP, BY_UNIX, FILTER_DOWN, FILTERED, OWN, STRANGERS, submit

SENT = re.compile(r"(\w+): to=<([^>]+)>.* status=sent ")
PATIENCE = 60
MESSAGES, RECIPIENTS = 120, 5


class Lab:
    """The parts, and the checks made with them."""

    def __init__(self, far, own, upstream, daemon, upstream_daemon):
        self.far = far
        self.own = own
        self.upstream = upstream
        self.daemon = daemon
        self.upstream_daemon = upstream_daemon
        self.started = time.monotonic()
        self.failed = []

    def check(self, name, holds, found=""):
        seconds = time.monotonic() - self.started
        print(f"{seconds:6.1f} s  {'ok' if holds else 'FAILED'}  {name}" + ("" if holds else f": {found}"), flush=True)
        if not holds:
            self.failed.append(name)

    def wait(self, name, holds, seconds=PATIENCE):
        deadline = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > deadline:
                self.check(name, False, f"not after {seconds} s")
                return False
            time.sleep(0.3)
        self.check(name, True)
        return True

    def log(self, instance=None):
        return (instance or self.own).log.read_text(errors="replace")

    def sent(self, domain, instance=None):
        """Recipients of a domain that were delivered, each once."""
        return len({match.groups() for match in SENT.finditer(self.log(instance))
                    if match[2].endswith("@" + domain)})

    def deferrals(self, domain, instance=None):
        return sum(f"@{domain}>" in line and "status=deferred" in line
                   for line in self.log(instance).splitlines())

    def state(self, domain):
        return self.daemon.why(domain).get("state")

    def reply(self, recipient, port=BY_UNIX):
        """What a client with a queue is told for one recipient."""
        return submit([recipient], port)[0]


def asks_over_both_sockets(lab):
    before = lab.daemon.requests()
    replies = submit(["user@alive.test"]) + submit(["user@alive.test"], BY_TCP)
    lab.check("mail is taken over both listeners", all(r.startswith("250") for r in replies), replies)
    asked = lab.daemon.requests() - before
    lab.check("smtpd asked once over the UNIX socket and once over TCP", asked == 2, asked)
    lab.wait("and the mail is delivered", lambda: lab.sent("alive.test") == 2)
    submit(["both@alias.test"])
    lab.wait("an alias delivers to both of its targets", lambda: lab.sent("dead.test") == 1)


def troubles_of_our_own_begin(lab):
    """Mail that will not leave for reasons of this machine: looked at when there is enough of it."""
    for _ in range(3):
        submit(["user@filter-down.test"], FILTER_DOWN)
        submit(["user@six-only.test"])
    submit(["user@six.test"])


def destination_dies(lab):
    network.close_firewall(lab.far, "refused", ADDRESS_OF["dead"])
    replies = [submit(["user@dead.test"])[0] for _ in range(3)]
    lab.check("before anything is known, its mail is taken", all(r.startswith("250") for r in replies), replies)
    lab.wait("its mail is deferred, and the verdict goes down", lambda: lab.state("dead.test") == "down")
    for port, name in ((BY_UNIX, "the UNIX socket"), (BY_TCP, "TCP")):
        reply = lab.reply("user@dead.test", port)
        expected = r"450 4\.4\.316 .*dead\.test: its mail hosts refuse connections.*\(Deferwatch down\)"
        lab.check(f"a new submission is told so by SMTP, asked over {name}", re.match(expected, reply), reply)
    replies = submit(["user@dead.test", "user@alive.test"])
    lab.check("of one message only the dead recipient is deferred",
              [r[:3] for r in replies] == ["450", "250", "250"], replies)
    reply = submit(["user@dead.test"], lab.own.port, "127.0.0.1")[0]
    lab.check("a client that no rule names is not told", reply.startswith("250"), reply)
    reply = lab.reply("both@alias.test")
    lab.check("an alias with one dead target takes mail", reply.startswith("250"), reply)
    lab.check("and is not down", lab.state("alias.test") != "down", lab.daemon.why("alias.test"))


def upstream_sees_our_deferral(lab):
    for number in range(3):
        submit([f"up{number}@dead.test"], lab.upstream.port, "127.0.0.1")
    # As much, and for as long, as makes a destination down.
    lab.wait("an upstream instance is told 'later' again and again",
             lambda: lab.deferrals("dead.test", lab.upstream) >= 9)
    lab.check("by our words", "(Deferwatch down)" in lab.log(lab.upstream), "not in its log")
    report = lab.upstream_daemon.why("dead.test")
    lab.check("which are no evidence there", report.get("state") == "unknown" and "evidence" not in report, report)


def own_troubles_are_no_evidence(lab):
    for name, what in (("filter-down", "behind a dead content filter"), ("six-only", "without a route of ours")):
        domain = f"{name}.test"
        lab.wait(f"mail {what} is deferred often enough", lambda d=domain: lab.deferrals(d) >= 9)
        report = lab.daemon.why(domain)
        lab.check(f"a destination {what} is not down", report.get("state") != "down", report)
        reply = lab.reply(f"user@{domain}")
        lab.check("and its mail is taken", reply.startswith("250"), reply)
    lab.check("a destination with IPv4 beside is delivered to", lab.sent("six.test") == 1, lab.sent("six.test"))


def destination_returns(lab):
    pid = lab.daemon.status()["pid"]
    before = lab.sent("dead.test")
    network.open_firewall(lab.far, "refused", ADDRESS_OF["dead"])
    lab.wait("queued mail leaves", lambda: lab.sent("dead.test") >= before + 5)
    lab.wait("the verdict comes up", lambda: lab.state("dead.test") == "up", 10)
    reply = lab.reply("user@dead.test")
    lab.check("new mail is taken again", reply.startswith("250"), reply)
    lab.check("without a restart", lab.daemon.status()["pid"] == pid, pid)
    lab.wait("the upstream instance's mail goes through", lambda: lab.sent("dead.test", lab.upstream) == 3)


def content_filter_asks_once(lab):
    before = lab.daemon.requests()
    reply = submit(["user@filtered.test"], FILTERED)[0]
    # Handed to the filter, and under its second queue ID to the destination.
    lab.wait("mail passes the content filter and leaves", lambda: lab.sent("filtered.test") == 2)
    asked = lab.daemon.requests() - before
    lab.check("smtpd asks once, not again when the filter hands it back", asked == 1, f"{asked}, {reply}")


def history_disk_fills_up(lab):
    lab.check("the history is on disk", not lab.daemon.is_in_memory(), lab.daemon.status()["history"])
    lab.daemon.fill_disk()

    def has_noticed():
        submit(["user@alive.test"])
        return lab.daemon.is_in_memory()

    lab.wait("when the disk is full, the history goes on in memory", has_noticed)
    errors = lab.daemon.errors.read_text(errors="replace")
    lab.check("and says so once", errors.count("kept in memory") == 1, errors[-2000:])
    lab.check("what was learned is there", lab.state("alive.test") == "up", lab.state("alive.test"))
    lab.daemon.empty_disk()


def load(lab, name, disturb):
    """Many recipients in many sessions while something happens to our server; all of them arrive."""
    before = lab.sent("load.test")
    source = subprocess.Popen(
        # A random pause of up to a second after each message: the load outlasts the disturbance's begin.
        ["smtp-source", "-s", "10", "-w", "1", "-m", str(MESSAGES), "-r", str(RECIPIENTS), "-f", "sender@lab.example",
         "-t", "user@load.test", f"inet:{OWN}:{BY_UNIX}"], stderr=subprocess.PIPE, text=True)
    disturb()
    errors = source.communicate(timeout=100)[1]
    lab.check(f"{name}: every command of every session was taken", source.returncode == 0, errors)
    total = before + MESSAGES * RECIPIENTS
    lab.wait(f"{name}: all {MESSAGES * RECIPIENTS} recipients get their mail", lambda: lab.sent("load.test") >= total)


def server_stops_under_load(lab):
    late = "deferwatch/policy: Connection timed out"
    former = lab.log().count(late)

    def stop_and_go():
        time.sleep(1)
        lab.daemon.signal(signal.SIGSTOP)
        time.sleep(7)
        lab.daemon.signal(signal.SIGCONT)

    load(lab, "SIGSTOP", stop_and_go)
    lab.check("SIGSTOP: it did keep smtpd waiting", lab.log().count(late) > former, "no timeout in the log")


def server_is_killed_under_load(lab):
    former = lab.log().count("deferwatch/policy: Connection refused")

    def kill_and_restart():
        time.sleep(1)
        lab.daemon.kill()
        time.sleep(3)
        lab.daemon.start()

    load(lab, "kill -9", kill_and_restart)
    refused = lab.log().count("deferwatch/policy: Connection refused")
    lab.check("kill -9: smtpd did miss it", refused > former, "no refused connection in the log")
    reply = lab.reply("user@alive.test")
    lab.check("kill -9: the next start answers at the same place", reply.startswith("250"), reply)
    asked = lab.daemon.requests()
    lab.check("kill -9: and is asked", asked >= 1, asked)
    lab.check("kill -9: with its history on disk again", not lab.daemon.is_in_memory(), "in memory")


def broken_servers_cost_time_and_no_mail(lab):
    """The shipped words against servers that are gone, late, silent, closing, or talk nonsense."""
    replies = {}

    def ask(server, port):
        try:
            replies[server] = submit([f"one{server}@alive.test", f"two{server}@alive.test"], port)
        except OSError as error:
            replies[server] = [repr(error)]

    threads = [threading.Thread(target=ask, args=each) for each in STRANGERS.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    names = {policy_strangers.GONE: "nobody", policy_strangers.LATE: "a late server",
             policy_strangers.SILENT: "a silent server", policy_strangers.CLOSING: "a server that closes",
             policy_strangers.NONSENSE: "a server that talks nonsense"}
    for server, name in names.items():
        found = replies.get(server, [])
        lab.check(f"mail is taken where {name} answers", [r[:3] for r in found] == ["250"] * 3, found)
    recipients = {f"{word}{server}@alive.test" for server in names for word in ("one", "two")}
    lab.wait("and delivered", lambda: recipients <= {match[2] for match in SENT.finditer(lab.log())})


def nothing_was_lost_or_refused(lab):
    refusals = [line for line in lab.log().splitlines() if "reject: RCPT" in line and " 450 4.4.316 " not in line]
    lab.check("nobody was refused for another reason", not refusals, refusals[:3])
    crashes = [line for line in lab.log().splitlines() if "fatal:" in line or "panic:" in line]
    lab.check("no part of Postfix failed", not crashes, crashes[:3])
    errors = lab.daemon.errors.read_text(errors="replace")
    lab.check("nor did ours say that it could not decide", "deciding failed" not in errors, errors[-2000:])
    lab.check("it ends when it is told to", lab.daemon.stop() == 0, lab.daemon.process.returncode)


STEPS = [
    asks_over_both_sockets, troubles_of_our_own_begin, destination_dies, upstream_sees_our_deferral,
    own_troubles_are_no_evidence, destination_returns, content_filter_asks_once, history_disk_fills_up,
    server_stops_under_load, server_is_killed_under_load, broken_servers_cost_time_and_no_mail, nothing_was_lost_or_refused,
]
