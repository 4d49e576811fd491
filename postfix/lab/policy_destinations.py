"""The far side of the policy lab: a few destinations, each of which behaves in one way."""

from far_side import play
from scenario import Scenario, allocate_addresses, mx

DESTINATIONS = allocate_addresses([
    Scenario("alive", "Takes mail.", hosts=mx()),
    Scenario("dead", "Takes mail, is killed, and comes back.", hosts=mx()),
    Scenario("load", "Takes a lot of mail.", hosts=mx()),
    Scenario("filtered", "Takes mail, which passes a content filter here.", hosts=mx()),
    Scenario("filter-down", "Would take mail, but the content filter here is down.", hosts=mx()),
    Scenario("six", "Has an IPv6 address that we have no route to, and an IPv4 address.",
             hosts=mx(ipv6="no-route")),
    Scenario("six-only", "Has nothing but an IPv6 address that we have no route to.",
             hosts=mx(ipv6="only-no-route")),
])
ADDRESS_OF = {each.name: each.addresses.get("mx") for each in DESTINATIONS}

if __name__ == "__main__":
    play(DESTINATIONS)
