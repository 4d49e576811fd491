# Shared by the runs of the lab: what they need, and the namespaces that they live in.
# shellcheck shell=bash

# Ends unless root runs this; $1 is the script's name.
require_root() {
    if [[ $EUID -ne 0 ]]; then
        echo "$1: needs root, for namespaces and for Postfix" >&2
        exit 2
    fi
}

# Installs what is missing; the arguments are pairs 'command package'.
require_commands() {
    local missing=() policy=/usr/sbin/policy-rc.d made=0
    PATH=$PATH:/usr/sbin:/sbin
    while (($#)); do
        command -v "$1" > /dev/null || missing+=("$2")
        shift 2
    done
    compgen -G '/usr/lib/*/sasl2/libplain.so' > /dev/null || missing+=(libsasl2-modules)
    ((${#missing[@]})) || return 0
    echo "postfix/lab: installing ${missing[*]}" >&2
    # 'No configuration' keeps Debian's package from writing a main.cf; policy-rc.d keeps its
    # services from starting on the host. One that is there already says what its owner wants.
    echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
    if [[ ! -e $policy ]]; then
        made=1
        # shellcheck disable=SC2064  # the path is known now
        trap "rm -f '$policy'" EXIT
        printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod +x "$policy"
    fi
    export DEBIAN_FRONTEND=noninteractive
    local install=(apt-get install -qq -y --no-install-recommends "${missing[@]}")
    "${install[@]}" > /dev/null || { apt-get update -qq && "${install[@]}" > /dev/null; }
    if ((made)); then
        rm -f "$policy"
        trap - EXIT
    fi
}

# Runs a program as the first process of namespaces of its own, and ends as it ends.
#
# Death is handed down: from this script to unshare (--pdeathsig), from there to the first process of
# the PID namespace (--kill-child), and from that to all the others.
enter() {
    local lab status=0
    setpriv --pdeathsig KILL \
        unshare --mount --net --uts --ipc --pid --fork --kill-child=KILL --mount-proc \
        "$@" &
    lab=$!
    # shellcheck disable=SC2064  # the number is known now
    trap "kill -KILL $lab 2> /dev/null || true; wait $lab 2> /dev/null || true; exit 130" \
        INT TERM HUP
    wait "$lab" || status=$?
    exit "$status"
}
