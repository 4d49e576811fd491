"""What the installed program does when it is called by hand."""

import gzip
import shutil

SAMPLE = "logs-samples/4.4.316-connection-refused.log"
PAGES = ["man1/deferwatch.1", "man5/deferwatch.toml.5", "man5/deferwatch-patterns.5", "man7/deferwatch-codes.7",
         "man8/deferwatch-serve.8"]
COMPLETIONS = ["bash-completion/completions/deferwatch", "zsh/vendor-completions/_deferwatch",
               "fish/vendor_completions.d/deferwatch.fish"]


def checks(host):
    return [*libraries(host), *audit(host), *configuration(host), *units(host), *documents(host)]


def libraries(host):
    _, words = host.run("ldd", "/usr/bin/deferwatch")
    missing = [line.strip() for line in words.splitlines() if "not found" in line]
    swift = [line.strip() for line in words.splitlines() if "libswift" in line]
    return [("finds its libraries", "; ".join(missing) or None), ("brings its runtime", "; ".join(swift) or None)]


def audit(host):
    shutil.copy(host.sources / SAMPLE, host.path("/root/mail.log"))
    status, words = host.run("deferwatch", "audit", "--year", "2026", "/root/mail.log")
    # Blanks between a number and its unit do not break.
    headline = " ".join(words.split())
    right = status == 0 and headline.startswith("Connection refused (4.4.316): 82 % of 11 deferrals")
    piped, same = host.run("sh", "-c", "gzip < /root/mail.log > /root/m.gz && deferwatch audit --year 2026 /root/m.gz")
    return [("audits a log", None if right else words[:500]),
            ("audits a compressed log", None if piped == 0 and same.split("\n")[0] == words.split("\n")[0] else same)]


def configuration(host):
    status, words = host.run("setpriv", "--reuid", "_deferwatch", "--regid", "_deferwatch", "--init-groups",
                             "deferwatch", "config", "check")
    return [("its configuration is right", None if status == 0 else words)]


def units(host):
    # In a chroot nothing can be asked of a manager; what is wrong with the files is said all the same.
    status, words = host.run("systemd-analyze", "verify", "--man=no", "deferwatch.service", "deferwatch.socket")
    return [("systemd-analyze verify", None if status == 0 and not words else words or f"exit {status}")]


def documents(host):
    checks = []
    for name in PAGES:
        path = host.path(f"/usr/share/man/{name}.gz")
        title = name.split("/")[1].rsplit(".", 1)[0]
        page = gzip.decompress(path.read_bytes()).decode() if path.is_file() else ""
        whole = f".Dt {title.upper()} {name[-1]}" in page and "\n@" not in page
        checks.append((f"manual page {name}", None if whole else "missing, or not whole"))
    for name in COMPLETIONS:
        path = host.path(f"/usr/share/{name}")
        there = path.is_file() and "postfix-config" in path.read_text()
        checks.append((f"completions in {name.split('/')[0]}", None if there else "missing"))
    return checks
