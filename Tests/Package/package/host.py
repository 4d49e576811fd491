"""A bare Debian 12 in a folder."""

import os
import shutil
import subprocess


class HostError(Exception):
    """The host cannot be made: no verdict on the package."""


class Host:
    """What is here when a package is installed: Debian's minimum and Postfix."""

    RELEASE = "bookworm"

    def __init__(self, folder, package, sources):
        self.root = folder / "r"
        self.sources = sources
        self.package = "/root/" + package.name
        self._run(["debootstrap", "--variant=minbase", self.RELEASE, str(self.root)])
        shutil.copy(package, self.root / "root")
        mount = ["mount", "-t", "proc", "-o", "subset=pid,hidepid=invisible", "proc"]
        # As in the unit: ProcSubset=pid, ProtectProc=invisible.
        self._run([*mount, str(self.root / "proc")])
        (self.root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
        (self.root / "usr/sbin/policy-rc.d").chmod(0o755)
        self.run("sh", "-c", "echo postfix postfix/main_mailer_type select Local only | debconf-set-selections",
                 must=True)
        self.run("apt-get", "update", "-qq", must=True)
        self.install("postfix")

    @staticmethod
    def unmount(folder):
        subprocess.run(["umount", "--lazy", str(folder / "r/proc")], capture_output=True, check=False)

    @staticmethod
    def _run(command):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise HostError(f"{command[0]} failed: {done.stdout[-500:]}{done.stderr[-500:]}")

    def environment(self):
        return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}

    def run(self, *command, must=False, text=None):
        """Runs a command there; gives its status and what it printed, both outputs together."""
        done = subprocess.run(["chroot", str(self.root), *command], env=self.environment(), text=True, check=False,
                              input=text or "", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if must and done.returncode != 0:
            raise HostError(f"{' '.join(command)} failed: {done.stdout[-1000:]}")
        return done.returncode, done.stdout

    def install(self, *packages):
        self.run("apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages, must=True)

    def path(self, name):
        return self.root / name.lstrip("/")

    def named(self, word):
        """Files whose names have the word in them."""
        found = []
        for folder, folders, files in os.walk(self.root):
            if folder in (str(self.root / "proc"), str(self.root / "root")):
                folders.clear()
                continue
            found += [os.path.join(folder, name)[len(str(self.root)):] for name in folders + files if word in name]
        return sorted(found)
