"""The network: a near side with Postfix, a far side with everybody else, joined by one cable each.

All of it lives in anonymous namespaces, so none of it has a name that could be left behind.
"""

import subprocess

# The far side's router on each cable, and the near sides' own addresses. Each Postfix instance sends
# from its own address, so that a far server tells them apart as it would two hosts.
NEAR_CABLE = "near"
EDGE_CABLE = "edge"
CABLES = {
    NEAR_CABLE: {"router": "192.0.2.1/27", "own": ["192.0.2.10/27", "192.0.2.11/27"],
                 "router6": "2001:db8:1::1/64", "own6": ["2001:db8:1::10/64", "2001:db8:1::11/64"]},
    EDGE_CABLE: {"router": "192.0.2.33/27", "own": ["192.0.2.40/27"],
                 "router6": "2001:db8:2::1/64", "own6": ["2001:db8:2::10/64"]},
}
FAR_NETWORKS = ["198.51.100.0/24", "203.0.113.0/25"]
FAR_NETWORK6 = "2001:db8:25::/64"

# What the far side's firewall does with a connection to port 25 of an address in the set.
FIREWALL = {
    "refused": "reject with tcp reset",
    "dropped": "drop",
    "icmp-port": "reject with icmp type port-unreachable",
    "icmp-host": "reject with icmp type host-unreachable",
    "icmp-prohibited": "reject with icmp type admin-prohibited",
}
# What the near side's own routing table does with an address.
ROUTES = {"route-unreachable": "unreachable", "route-prohibit": "prohibit", "route-blackhole": "blackhole"}


def command(*words, inside=None, text=None):
    """Runs a command, in the network namespace of process `inside` if given."""
    prefix = ["nsenter", "-t", str(inside), "-n"] if inside else []
    done = subprocess.run([*prefix, *words], input=text, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def ip(arguments, inside=None):
    command("ip", *arguments.split(), inside=inside)


def join(cable, far, near=None):
    """Lays the cable between process `far` and process `near` (this one if None)."""
    ends = CABLES[cable]
    outer, inner = f"{cable}-far", f"{cable}-up"
    ip(f"link add {inner} type veth peer name {outer}")
    ip(f"link set {outer} netns {far}")
    if near:
        ip(f"link set {inner} netns {near}")
    for inside, name, own in ((far, outer, [ends["router"]]), (near, inner, ends["own"])):
        for address in own:
            ip(f"addr add {address} dev {name}", inside)
    for inside, name, own in ((far, outer, [ends["router6"]]), (near, inner, ends["own6"])):
        for address in own:
            ip(f"-6 addr add {address} dev {name} nodad", inside)
    for inside, name in ((far, outer), (near, inner)):
        ip("link set lo up", inside)
        ip(f"link set {name} up", inside)
    router, router6 = (ends[key].partition("/")[0] for key in ("router", "router6"))
    # No default route: an address beyond these networks has no way out.
    for network in FAR_NETWORKS:
        ip(f"route add {network} via {router}", near)
    ip(f"-6 route add {FAR_NETWORK6} via {router6}", near)


def build_far_side(far, fates):
    """Gives `far` every far address, and its firewall. `fates`: address -> network fate."""
    for network in FAR_NETWORKS:
        ip(f"route add local {network} dev lo", far)
    ip(f"-6 route add local {FAR_NETWORK6} dev lo", far)
    rules = ["table inet fates {"]
    for fate in FIREWALL:
        members = sorted(address for address, of in fates.items() if of == fate)
        elements = f"elements = {{ {', '.join(members)} }};" if members else ""
        rules.append(f"set {fate} {{ type ipv4_addr; {elements} }}")
    rules.append("set cut { type ipv4_addr; }")
    rules.append("chain in { type filter hook input priority 0; policy accept;")
    rules.append("ip saddr @cut drop")
    rules += [f"ip daddr @{fate} tcp dport 25 {verdict}" for fate, verdict in FIREWALL.items()]
    rules += ["}", "}"]
    command("nft", "-f", "-", inside=far, text="\n".join(rules))


def set_own_routes(fates):
    for address, fate in fates.items():
        if fate in ROUTES:
            ip(f"route add {ROUTES[fate]} {address}")


def open_firewall(far, fate, address):
    """The far host comes back."""
    command("nft", "delete", "element", "inet", "fates", fate, f"{{ {address} }}", inside=far)


def close_firewall(far, fate, address):
    """The far host goes."""
    command("nft", "add", "element", "inet", "fates", fate, f"{{ {address} }}", inside=far)


def cut_off(far, address):
    """Whatever `address` sends is lost on the way."""
    command("nft", "add", "element", "inet", "fates", "cut", f"{{ {address} }}", inside=far)


def reconnect(far, address):
    command("nft", "delete", "element", "inet", "fates", "cut", f"{{ {address} }}", inside=far)
