"""One Postfix instance: its configuration, its start and stop, its queue."""

import os
import shutil
import smtplib
import subprocess
import time
from pathlib import Path

# Seconds. Short enough for a run of minutes, long enough for two slow cores.
TIMERS = {
    "smtp_connect_timeout": 3, "smtp_helo_timeout": 3, "smtp_starttls_timeout": 3, "smtp_mail_timeout": 3,
    "smtp_rcpt_timeout": 3, "smtp_data_init_timeout": 3, "smtp_data_xfer_timeout": 3,
    "smtp_data_done_timeout": 3, "smtp_rset_timeout": 2, "smtp_quit_timeout": 2,
    "lmtp_connect_timeout": 3, "lmtp_lhlo_timeout": 3, "lmtp_mail_timeout": 3, "lmtp_rcpt_timeout": 3,
    "lmtp_data_init_timeout": 3, "lmtp_data_done_timeout": 3, "command_time_limit": 3,
}

SERVICES = """\
127.0.0.1:{port} inet n - n - - smtpd
127.0.0.1:{back_port} inet n - n - - smtpd
  -o smtpd_recipient_restrictions=permit_mynetworks,reject
  -o syslog_name={name}/reinject
pickup unix n - n 1 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
  -o syslog_name={name}/$service_name
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
tlsmgr unix - - n 1000? 1 tlsmgr
scache unix - - n - 1 scache
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
showq unix n - n - - showq
parked unix - - n - - smtp
scan unix - - n - - smtp
one-by-one unix - - n - - smtp
soft unix - - n - - smtp
  -o soft_bounce=yes
soft-local unix - n n - - local
  -o soft_bounce=yes
defer-no-mx unix - - n - - smtp
  -o smtp_defer_if_no_mx_address_found=yes
native unix - - n - - smtp
  -o smtp_host_lookup=native -o smtp_dns_support_level=disabled
dns-filter unix - - n - - smtp
  -o smtp_dns_reply_filter=regexp:{etc}/dns_filter
no-engine unix - - n - - smtp
  -o smtp_tls_security_level=encrypt -o smtp_tls_CAfile={etc}/missing-ca.pem
bad-policy unix - - n - - smtp
  -o smtp_tls_policy_maps=socketmap:unix:/var/spool/missing-policy-socket:tls
sasl unix - - n - - smtp
  -o smtp_sasl_auth_enable=yes -o smtp_sasl_security_options=
  -o smtp_sasl_password_maps=texthash:{etc}/sasl_passwd
bad-passwords unix - - n - - smtp
  -o smtp_sasl_auth_enable=yes -o smtp_sasl_security_options=
  -o smtp_sasl_password_maps=socketmap:unix:/var/spool/missing-password-socket:sasl
via-relayhost unix - - n - - smtp
  -o relayhost=[gone.relayhost.test]
tempfail unix - n n - - pipe
  flags=R user=nobody argv=/var/spool/lab/tempfail
tempfail-says unix - n n - - pipe
  flags=R user=nobody argv=/var/spool/lab/tempfail-says
slow unix - n n - - pipe
  -o soft_bounce=yes
  flags=R user=nobody argv=/bin/sleep 10
"""


class Instance:
    """`postfix` has its files in the Debian places, under private mounts; others have a suffix."""

    def __init__(self, name, address, port, back_port, long_queue_ids, log, settings=None):
        """`log`: where it writes by maillog_file, or where the syslog daemon writes for it."""
        self.name = name
        self.address = address
        self.port = port
        self.back_port = back_port
        self.long_queue_ids = long_queue_ids
        self.log = Path(log)
        self.by_syslog = False
        self.settings = settings or {}  # None: left out
        self.more_settings = ""  # lines of main.cf
        self.more_services = ""  # lines of master.cf
        self.etc = Path("/etc/postfix") / name
        self.queue = Path("/var/spool") / name
        self.inside = None  # the process in whose network namespace it runs; None: ours

    def configure(self, maps, ca_file, address6=""):
        for folder in (self.etc, self.queue, Path("/var/lib/postfix") / self.name):
            folder.mkdir(parents=True, exist_ok=True)
        shutil.chown(Path("/var/lib/postfix") / self.name, "postfix")
        for name, text in maps.items():
            (self.etc / name).write_text(text)
        settings = {
            "compatibility_level": "3.6",
            "queue_directory": self.queue,
            "data_directory": f"/var/lib/postfix/{self.name}",
            "command_directory": "/usr/sbin",
            "daemon_directory": "/usr/lib/postfix/sbin",
            "syslog_name": self.name,
            "myhostname": "mta1.lab.example",
            "mydomain": "lab.example",
            "mydestination": "local.test",
            "inet_interfaces": f"127.0.0.1, {self.address}",
            "inet_protocols": "all",
            "smtp_bind_address": self.address,
            "smtp_address_preference": "ipv4",
            "enable_long_queue_ids": "yes" if self.long_queue_ids else "no",
            "maillog_file": "" if self.by_syslog else self.log,
            "mynetworks": "127.0.0.0/8, 192.0.2.0/27",
            "smtpd_peername_lookup": "no",
            "smtpd_recipient_restrictions":
                f"check_recipient_access texthash:{self.etc}/access, permit_mynetworks, reject",
            "smtpd_client_connection_count_limit": "0",
            "local_recipient_maps": "",
            "alias_maps": f"texthash:{self.etc}/aliases",
            "alias_database": "",
            "virtual_alias_maps": f"texthash:{self.etc}/virtual_alias",
            "virtual_mailbox_domains": "full-disk.test, unwritable.test",
            "virtual_mailbox_maps": f"texthash:{self.etc}/virtual_mailbox",
            "virtual_mailbox_base": "/var/mail/virtual",
            "virtual_uid_maps": "static:65534",
            "virtual_gid_maps": "static:65534",
            "virtual_minimum_uid": "100",
            "mail_spool_directory": "/var/mail",
            "deliver_lock_attempts": "1",
            "deliver_lock_delay": "1s",
            "transport_maps": f"texthash:{self.etc}/transport",
            "defer_transports": "parked",
            # One failed delivery is enough for the queue manager to avoid the destination.
            "one-by-one_initial_destination_concurrency": "1",
            "smtp_tls_security_level": "may",
            "smtp_tls_policy_maps": f"texthash:{self.etc}/tls_policy",
            "smtp_tls_CAfile": ca_file,
            "smtp_tls_loglevel": "1",
            "smtp_dns_support_level": "dnssec",
            "smtp_connection_cache_on_demand": "no",
            "minimal_backoff_time": "5s",
            "maximal_backoff_time": "10s",
            "queue_run_delay": "5s",
            "transport_retry_time": "5s",
            "default_process_limit": "120",
            "mailbox_size_limit": "0",
            "message_size_limit": "20480000",
            "smtputf8_enable": "yes",
            "notify_classes": "",
        }
        settings |= {name: f"{seconds}s" for name, seconds in TIMERS.items()}
        if address6:
            settings["smtp_bind_address6"] = address6
        settings |= self.settings
        lines = "".join(f"{k} = {v}\n" for k, v in settings.items() if v is not None)
        (self.etc / "main.cf").write_text(lines + self.more_settings)
        (self.etc / "master.cf").write_text(self.more_services + SERVICES.format(
            port=self.port, back_port=self.back_port, name=self.name, etc=self.etc))
        # Each Postfix process waits for a main.cf changed within the last second to settle.
        for file in self.etc.iterdir():
            os.utime(file, (time.time() - 60,) * 2)

    def run(self, *words, text=None):
        prefix = ["nsenter", "-t", str(self.inside), "-n"] if self.inside else []
        environment = {**os.environ, "MAIL_CONFIG": str(self.etc)}
        return subprocess.run([*prefix, *words], input=text, env=environment, capture_output=True, text=True)

    def start(self):
        done = self.run("postfix", "-c", str(self.etc), "start")
        if done.returncode:
            said = self.log.read_text() if self.log.exists() else ""
            raise RuntimeError(f"{self.name} does not start: {done.stderr}{done.stdout}{said}")

    def stop(self):
        self.run("postfix", "-c", str(self.etc), "abort")

    def flush(self):
        self.run("postqueue", "-c", str(self.etc), "-f")

    def change_queue(self, option, queue_id):
        """postsuper: -h hold, -H release, -d delete, -r requeue."""
        self.run("postsuper", "-c", str(self.etc), option, queue_id)

    def wait_for_smtpd(self, deadline):
        while time.monotonic() < deadline:
            try:
                with smtplib.SMTP("127.0.0.1", self.port, timeout=5):
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError(f"{self.name}: no smtpd on port {self.port}")

    def submit(self, scenario, recipients):
        """Sends the scenario's message; returns its queue ID, or "" where nobody tells."""
        header = f"From: <{scenario.sender}>\r\nSubject: {scenario.name}\r\n" \
                 f"Message-ID: <{scenario.name}.{self.name}@lab.example>\r\n\r\n"
        message = header + ("x" * 70 + "\r\n") * (1 + scenario.body_bytes // 72)
        addresses = [recipient.address for recipient in recipients]
        if scenario.by_pickup or scenario.probe:
            mode = "-bv" if scenario.probe else "-bm"
            done = self.run("sendmail", "-C", str(self.etc), mode, "-i", "-f", scenario.sender, *addresses, text=message)
            if done.returncode:
                raise RuntimeError(f"{scenario.name}: {done.stderr}")
            return ""
        return self.submit_by_smtp(scenario, addresses, message)

    def submit_by_smtp(self, scenario, addresses, message):
        def expect_250(code, text):
            if code != 250:
                raise RuntimeError(f"{scenario.name}: {code} {text.decode()}")
            return text.decode()

        with smtplib.SMTP("127.0.0.1", self.port, timeout=20) as session:
            if scenario.smtputf8:
                session.command_encoding = "utf-8"
            session.ehlo("app.lab.example")
            expect_250(*session.mail(scenario.sender, ["SMTPUTF8"] if scenario.smtputf8 else []))
            for address in addresses:
                expect_250(*session.docmd("RCPT", f"TO:<{address}>"))
            return expect_250(*session.data(message.encode())).rpartition(" ")[2]
