"""An outage of our own: first the resolver, then the way out, seen by an instance that has nothing else.

It runs in a network namespace of its own, so that the other instances notice nothing. Its queue manager
retries when told and not by itself, so that each phase sees one attempt of each message.
"""

import subprocess
import sys
import time

import dns_server
import network
from postfix_instance import Instance
from progress import Progress

NAME = "postfix-edge"
ADDRESS = "192.0.2.40"
QUEUE_LIFETIME = 30
SETTINGS = {
    "minimal_backoff_time": "600s", "maximal_backoff_time": "600s", "queue_run_delay": "600s",
    "maximal_queue_lifetime": f"{QUEUE_LIFETIME}s", "bounce_queue_lifetime": f"{QUEUE_LIFETIME}s",
}
PHASE_SECONDS = 30


class Outage:
    def __init__(self, scenarios, far, log):
        self.scenarios = [scenario for scenario in scenarios if NAME in scenario.instances]
        self.far = far
        self.instance = Instance(NAME, ADDRESS, 2527, 2537, long_queue_ids=True, log=log, settings=SETTINGS)
        self.progress = Progress({NAME: self.instance.log}, self.scenarios)
        names = ",".join(scenario.name for scenario in self.scenarios)
        self.resolver = subprocess.Popen(["unshare", "--net", sys.executable, __file__, names], text=True,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.resolver.stdout.readline()
        self.instance.inside = self.resolver.pid
        network.join(network.EDGE_CABLE, far, self.resolver.pid)
        self.tell_resolver("")

    def tell_resolver(self, outage):
        self.resolver.stdin.write(outage + "\n")
        self.resolver.stdin.flush()
        self.resolver.stdout.readline()

    def submit(self, prefix):
        for scenario in self.scenarios:
            if scenario.name.startswith(prefix):
                self.instance.submit(scenario, scenario.recipients)

    def wait_for(self, prefix, deferrals, fate="waiting"):
        """Until each such recipient has so many deferrals, or has met its fate."""
        keys = [(NAME, scenario.recipients[0].address) for scenario in self.scenarios
                if scenario.name.startswith(prefix)]
        deadline = time.monotonic() + PHASE_SECONDS
        while time.monotonic() < deadline:
            self.progress.read()
            if all(self.progress.deferrals[key] >= deferrals and self.progress.final.get(key, "waiting") == fate
                   for key in keys):
                return
            time.sleep(0.3)
        # The run goes on: what is missing is told at its end.

    def try_again(self):
        # The deferral is logged before the message is back in the deferred queue.
        time.sleep(1)
        self.instance.flush()

    def run(self):
        """From calm through both outages to calm, until the queue lifetime is over, and bounces fail, too."""
        if not self.scenarios:
            return
        started = time.monotonic()
        self.submit("expires")
        self.submit("calm")
        self.wait_for("expires", 1)
        self.wait_for("calm", 0, "sent")
        self.tell_resolver("SILENT")
        self.submit("outage")
        self.wait_for("outage", 1)
        self.tell_resolver("")
        network.cut_off(self.far, ADDRESS)
        self.try_again()
        self.wait_for("outage", 2)
        self.wait_for("expires", 2)
        network.reconnect(self.far, ADDRESS)
        self.try_again()
        self.wait_for("outage", 2, "sent")
        self.wait_for("expires", 3)
        time.sleep(max(0, QUEUE_LIFETIME + 1 - (time.monotonic() - started)))
        self.try_again()
        self.wait_for("expires", 4, "expired")
        self.submit("bounce-fails")
        self.wait_for("bounce-fails", 1)
        (self.instance.queue / "bounce").chmod(0)
        self.try_again()
        self.wait_for("bounce-fails", 2)


def main():
    """The resolver of that namespace: does as each line on stdin says, and says so."""
    from scenarios import all_scenarios
    network.ip("link set lo up")
    zones = dns_server.Zones()
    for scenario in all_scenarios():
        if scenario.name in sys.argv[1].split(","):
            zones.add_scenario(scenario)
    dns_server.serve(zones)
    print("ready", flush=True)
    for line in sys.stdin:
        zones.outage = line.strip()
        print("done", flush=True)


if __name__ == "__main__":
    main()
