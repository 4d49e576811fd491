"""THE table of scenarios: everything that truth.tsv knows comes from here."""

from scenario import allocate_addresses
from scenarios import connecting, fates, hostile, local, names, outage, providers, replies, sessions


def all_scenarios():
    table = [
        *names.SCENARIOS, *connecting.SCENARIOS, *sessions.SCENARIOS, *replies.SCENARIOS,
        *providers.SCENARIOS, *hostile.SCENARIOS, *local.SCENARIOS, *fates.SCENARIOS, *outage.SCENARIOS,
    ]
    repeated = {s.name for s in table if [t.name for t in table].count(s.name) > 1}
    if repeated:
        raise ValueError(f"scenario names used twice: {', '.join(sorted(repeated))}")
    return allocate_addresses(table)
