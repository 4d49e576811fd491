"""Logs with known contents: builds the generator, makes logs, keeps them in memory."""

import hashlib
import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
BLOCK_BYTES = 1 << 20


class BenchmarkError(Exception):
    """Stops the benchmark; the text is one sentence for the person who ran it."""


@dataclass(frozen=True)
class LogKind:
    profile: str = "normal"
    form: str = "traditional"
    queue_ids: str = "short"

    def __str__(self):
        return f"{self.profile}, {self.form}, {self.queue_ids} queue IDs"


@dataclass(frozen=True)
class Log:
    kind: LogKind
    path: Path
    byte_count: int
    totals: dict


class Corpus:
    """A folder with the built programs and the logs, reused when it is kept."""

    def __init__(self, folder, seed):
        self.folder = Path(folder)
        self.seed = seed
        self.folder.mkdir(parents=True, exist_ok=True)
        sources = [HERE / "generate-log.c", *sorted((HERE / "generator").glob("*.h"))]
        self.version = hashlib.sha256(b"".join(s.read_bytes() for s in sources)).hexdigest()[:12]
        self.generator = self._build("generate-log")
        self.launcher = self._build("measure-run")

    def _build(self, name):
        program = self.folder / name
        command = ["cc", "-O2", "-Wall", "-Wextra", "-o", program, HERE / f"{name}.c"]
        try:
            subprocess.run(command, check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise BenchmarkError(f"cannot build {name} with cc (apt-get install gcc)") from error
        return program

    def make(self, byte_count, kind=LogKind()):
        name = f"{kind.profile}-{kind.form}-{kind.queue_ids}-{byte_count}"
        path = self.folder / f"{name}-seed{self.seed}-{self.version}.log"
        totals_path = path.with_suffix(".json")
        if not (path.exists() and totals_path.exists()):
            self._generate(byte_count, kind, path, totals_path)
        warm(path)
        totals = json.loads(totals_path.read_text())
        return Log(kind, path, path.stat().st_size, totals)

    def _generate(self, byte_count, kind, path, totals_path):
        if shutil.disk_usage(self.folder).free < byte_count * 1.1:
            raise BenchmarkError(f"{self.folder} has no room for a log of {byte_count} bytes")
        command = [
            self.generator, "--bytes", str(byte_count), "--seed", str(self.seed),
            "--profile", kind.profile, "--form", kind.form, "--queue-ids", kind.queue_ids,
            "--totals", totals_path,
        ]
        part = path.with_suffix(".part")
        with part.open("wb") as output:
            if subprocess.run(command, stdout=output).returncode != 0:
                raise BenchmarkError(f"the generator failed on a log of {kind}")
        part.rename(path)

    def drop(self, log):
        log.path.unlink()
        log.path.with_suffix(".json").unlink()


def warm(path):
    """Reads the file twice: the second pass finds all of it in the page cache."""
    for _ in range(2):
        with path.open("rb", buffering=0) as log:
            while log.read(BLOCK_BYTES):
                pass
