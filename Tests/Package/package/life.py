"""Installation, upgrade, removal, purge."""

import hashlib

CONFIGURATION = "/etc/deferwatch/deferwatch.toml"


def digest(host, name):
    return hashlib.sha256(host.path(name).read_bytes()).hexdigest()


def before_installation(host):
    host.postfix_before = digest(host, "/etc/postfix/main.cf"), digest(host, "/etc/postfix/master.cf")
    status, _ = host.run("sh", "-c", "command -v swift || ls /usr/lib/*/libswift* 2> /dev/null")
    return [("no Swift on the host", None if status != 0 else "there is some")]


def installation(host):
    status, words = host.run("apt-get", "install", "-qq", "-y", "--no-install-recommends", host.package)
    checks = [("installs", None if status == 0 else words[-1500:])]
    after = digest(host, "/etc/postfix/main.cf"), digest(host, "/etc/postfix/master.cf")
    checks.append(("leaves Postfix as it is", None if after == host.postfix_before else "main.cf or master.cf changed"))
    _, user = host.run("id", "_deferwatch")
    checks.append(("makes its user", None if "uid=" in user else user))
    _, folder = host.run("stat", "-c", "%a %U:%G", "/var/spool/postfix/deferwatch")
    expected = "2750 _deferwatch:postfix"
    checks.append(("makes the socket's directory", None if folder.strip() == expected else folder))
    wanted = host.path("/etc/systemd/system/multi-user.target.wants/deferwatch.service")
    checks.append(("enables the service", None if wanted.is_symlink() else "no link in multi-user.target.wants"))
    socket = host.path("/etc/systemd/system/sockets.target.wants/deferwatch.socket")
    checks.append(("leaves the socket unit off", None if not socket.is_symlink() else "it is enabled"))
    _, words = host.run("postfix", "check")
    checks.append(("postfix check has nothing to say", words or None))
    return checks


def wiring(host):
    """The lines that the program prints, put where it says."""
    _, unwired = host.run("deferwatch", "doctor")
    status, lines = host.run("deferwatch", "postfix-config", "--use", "relay")
    head, _, main = lines.partition("### main.cf\n")
    printed = status == 0 and not head and "### master.cf" not in main
    with host.path("/etc/postfix/main.cf").open("a") as file:
        file.write(main)
    _, words = host.run("postfix", "check")
    _, asked = host.run("postconf", "-x", "smtpd_recipient_restrictions")
    whole = not words and "default_action=DUNNO, policy_context=relay }" in asked
    found = "no list of smtpd asks Deferwatch" in " ".join(unwired.split())
    return [("doctor sees that Postfix does not ask", None if found else unwired),
            ("postfix-config prints lines that Postfix takes", None if printed and whole else lines + words + asked)]


def second_instance(host):
    """An instance that postmulti knows has settings of its own."""
    host.run("postmulti", "-e", "init", must=True)
    host.run("postmulti", "-I", "postfix-out", "-e", "create", must=True)
    host.run("postconf", "-c", "/etc/postfix-out", "-e", "smtpd_recipient_restrictions=reject_unlisted_recipient",
             must=True)
    status, lines = host.run("deferwatch", "postfix-config", "--instance", "postfix-out", "--use", "gateway")
    own = status == 0 and "smtpd_recipient_restrictions = $deferwatch_gateway,\n    reject_unlisted_recipient" in lines
    status, words = host.run("deferwatch", "doctor", "--instance", "postfix-none")
    unknown = status == 2 and "postmulti knows no instance 'postfix-none'" in words
    return [("postfix-config knows another instance", None if own else lines),
            ("an instance that is not there is an error", None if unknown else words)]


def upgrade(host):
    """The same package again, after the administrator has changed a file."""
    with host.path(CONFIGURATION).open("a") as file:
        file.write("# ours\n")
    status, words = host.run("dpkg", "-i", host.package)
    kept = host.path(CONFIGURATION).read_text().endswith("# ours\n")
    return [("installs over itself", None if status == 0 else words),
            ("keeps a changed configuration", None if kept else "it was overwritten")]


def removal(host):
    _, listed = host.run("dpkg", "-L", "deferwatch")
    host.path("/var/lib/deferwatch").mkdir(exist_ok=True)
    host.path("/var/lib/deferwatch/history.sqlite").write_text("")
    status, words = host.run("apt-get", "remove", "-qq", "-y", "deferwatch")
    warned = "/etc/postfix/main.cf" in words and "still told to ask" in words
    checks = [("removes", None if status == 0 else words),
              ("warns while Postfix asks", None if warned else f"it said: {words}"),
              ("removal keeps configuration and history", None if host.path(CONFIGURATION).exists() and host.path(
                  "/var/lib/deferwatch/history.sqlite").exists() else "something is gone")]
    _, words = host.run("postfix", "check")
    checks.append(("Postfix is whole without it", words or None))
    status, words = host.run("apt-get", "purge", "-qq", "-y", "deferwatch")
    checks.append(("purges", None if status == 0 else words))
    left = host.named("deferwatch")
    left += [name for name in listed.split() if host.path(name).is_file() and name not in left]
    checks.append(("purge leaves no file", " ".join(left) or None))
    return checks
