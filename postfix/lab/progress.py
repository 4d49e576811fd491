"""How far the run is: which recipients have been deferred how often, and which have met their fate."""

from collections import Counter, defaultdict

from log_forms import messages_of
from truth import DEFERRED, recipients_by_address, status_lines

FINAL = {"sent": "sent", "bounced": "bounced", "deliverable": "probed", "undeliverable": "probed"}


class Progress:
    def __init__(self, logs, scenarios):
        self.logs = logs
        self.scenarios = scenarios
        self.known = recipients_by_address(scenarios)
        self.deferrals = Counter()
        self.queue_ids = defaultdict(list)
        self.final = {}

    def read(self):
        """Reads the logs anew: they are small, and this way a half-written line does no harm."""
        self.deferrals.clear()
        for instance, log in self.logs.items():
            messages = list(messages_of(log))
            for line in status_lines(messages):
                if line.recipient not in self.known:
                    continue
                key = instance, line.recipient
                if line.status in DEFERRED:
                    self.deferrals[key] += 1
                elif line.status in FINAL:
                    self.final[key] = FINAL[line.status]
                if line.queue_id not in self.queue_ids[key]:
                    self.queue_ids[key].append(line.queue_id)
            self.read_queue_events(instance, messages)

    def read_queue_events(self, instance, messages):
        owners = {queue_id: key for key, ids in self.queue_ids.items() if key[0] == instance for queue_id in ids}
        for _, service, text in messages:
            queue_id, _, event = text.partition(": ")
            if queue_id not in owners:
                continue
            if service == "qmgr" and ("status=expired" in event or "status=force-expired" in event):
                self.final[owners[queue_id]] = "expired"
            elif service == "postsuper" and event.startswith("placed on hold"):
                self.final[owners[queue_id]] = "held"
            elif service == "postsuper" and event.startswith("released from hold"):
                self.final.pop(owners[queue_id], None)
            elif service == "postsuper" and event.startswith("removed"):
                self.final[owners[queue_id]] = "deleted"

    def missing(self):
        """What the table promises and the logs do not have yet."""
        lacks = []
        for scenario in self.scenarios:
            for instance in scenario.instances:
                for recipient in scenario.recipients:
                    key = instance, recipient.logged or recipient.address
                    wanted = scenario.attempts if recipient.fate == "waiting" else min(len(recipient.deferrals), 1)
                    if self.deferrals[key] < wanted:
                        lacks.append(f"{scenario.name} in {instance}: {self.deferrals[key]} of {wanted} deferrals")
                    elif self.final.get(key, "waiting") != recipient.fate:
                        lacks.append(f"{scenario.name} in {instance}: {self.final.get(key, 'waiting')}, "
                                     f"not {recipient.fate}")
        return lacks

    def complete(self):
        return not self.missing()
