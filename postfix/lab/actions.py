"""What is done to a scenario once its first deferral is in the logs."""

import network


def awaited(scenario):
    """Whose deferrals the action waits for."""
    if scenario.separate_messages:
        return scenario.recipients[:1]
    return [recipient for recipient in scenario.recipients if recipient.deferrals]


class Actions:
    def __init__(self, far, scenarios, instances, queue_ids, own_servers):
        self.far = far
        self.instances = {instance.name: instance for instance in instances}
        self.queue_ids = queue_ids
        self.own_servers = own_servers
        self.pending = [scenario for scenario in scenarios if scenario.then]

    def take_those_due(self, progress):
        for scenario in list(self.pending):
            keys = [(instance, recipient.logged or recipient.address) for instance in scenario.instances
                    for recipient in awaited(scenario)]
            if all(progress.deferrals[key] for key in keys):
                self.pending.remove(scenario)
                getattr(self, scenario.then.replace("-", "_"))(scenario)

    def host_returns(self, scenario):
        for label, host in scenario.hosts.items():
            if host.network != "answers":
                network.open_firewall(self.far, host.network, scenario.addresses[label])

    def start_filter(self, scenario):
        self.own_servers.start_late_filter()

    def submit_second(self, scenario):
        for name in scenario.instances:
            self.instances[name].submit(scenario, scenario.recipients[1:])

    def hold(self, scenario):
        self.change_queue("-h", scenario)

    def delete(self, scenario):
        self.change_queue("-d", scenario)

    def expire(self, scenario):
        self.change_queue("-e", scenario)

    def requeue(self, scenario):
        self.change_queue("-r", scenario)

    def change_queue(self, option, scenario):
        for name in scenario.instances:
            self.instances[name].change_queue(option, self.queue_ids[name, scenario.name])
