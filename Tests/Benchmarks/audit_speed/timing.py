"""Whole processes, timed in interleaved pairs."""

import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path

from audit_speed.corpus import BenchmarkError


@dataclass(frozen=True)
class Run:
    seconds: float
    peak_kib: int


@dataclass(frozen=True)
class Comparison:
    """Pairs of runs of two contenders, each over its own log of `subject_bytes` or `base_bytes`."""

    subject: str
    base: str
    subject_bytes: int
    base_bytes: int
    pairs: list

    @property
    def ratios(self):
        """Time per byte of the subject over that of the base, pair by pair."""
        scale = self.base_bytes / self.subject_bytes
        return [subject.seconds / base.seconds * scale for subject, base in self.pairs]

    @property
    def median_ratio(self):
        return statistics.median(self.ratios)

    @property
    def subject_runs(self):
        return [subject for subject, _ in self.pairs]

    @property
    def base_runs(self):
        return [base for _, base in self.pairs]


def median_seconds(runs):
    return statistics.median(run.seconds for run in runs)


def peak_mib(runs):
    return max(run.peak_kib for run in runs) / 1024


class Stopwatch:
    def __init__(self, corpus):
        self.launcher = corpus.launcher
        self.output = Path(corpus.folder) / "output"

    def _launch(self, contender, log, output):
        words = [self.launcher, output, *contender.command(log.path)]
        run = subprocess.run(
            [str(word) for word in words], capture_output=True, text=True,
            env={**os.environ, "LC_ALL": "C"},
        )
        fields = run.stdout.split()
        if len(fields) != 3 or fields[2] != "0":
            status = fields[2] if len(fields) == 3 else "unknown"
            raise BenchmarkError(f"{contender.name}: exit status {status}: {run.stderr.strip()}")
        return Run(int(fields[0]) / 1e9, int(fields[1]))

    def check(self, contender, log):
        """Runs once with the output kept, and stops when the output is not sane."""
        run = self._launch(contender, log, self.output)
        self._check_output(contender, log)
        return run

    def _check_output(self, contender, log):
        try:
            problem = contender.problem(self.output, log.totals)
        except (ValueError, KeyError, AttributeError) as error:
            problem = f"cannot be read: {error}"
        self.output.unlink(missing_ok=True)
        if problem is not None:
            raise BenchmarkError(f"{contender.name}: the output on {log.path.name} {problem}")

    def _time(self, contender, log):
        if contender.has_large_output:
            return self._launch(contender, log, "/dev/null")
        return self.check(contender, log)

    def compare(self, subject, base, pairs, log, base_log=None):
        """Runs A B, B A, A B, ...: what drifts on the machine hits both alike."""
        base_log = base_log or log
        if subject.has_large_output:
            self.check(subject, log)
        done = []
        for number in range(pairs):
            if number % 2 == 0:
                subject_run, base_run = self._time(subject, log), self._time(base, base_log)
            else:
                base_run, subject_run = self._time(base, base_log), self._time(subject, log)
            done.append((subject_run, base_run))
        return Comparison(subject.name, base.name, log.byte_count, base_log.byte_count, done)
