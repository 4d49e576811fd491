# Shared by the scripts here: what the machine needs, and how to say what is being done.
# shellcheck shell=bash
# shellcheck disable=SC2034  # the lists are used by the scripts that read this file

oldest_swift=6.2
tested_swift=6.3.1

# What a toolchain unpacked from swift.org's archive is linked with.
toolchain_packages=(libncurses6 libsqlite3-0 libcurl4 libxml2 libedit2 tzdata)
# What `swift build` needs on Debian: headers of the libraries, and what the toolchain links with.
build_packages=(
    libpcre2-dev libarchive-dev zlib1g-dev libsqlite3-dev libsystemd-dev pkg-config ca-certificates
    git g++
)
# What `scripts/package` needs beside it.
package_packages=(dpkg-dev python3 binutils)
# What the tests need beside it. The lab installs Postfix and its kin itself.
test_packages=(
    python3 shellcheck gzip bzip2 xz-utils zstd systemd systemd-journal-remote mandoc debootstrap curl openssl
)

# Standard output belongs to reports: everything that a script says goes here.
say() {
    echo "${0##*/}: $*" >&2
}

# Ends unless a recent enough `swift` is there.
require_swift() {
    local version
    if ! command -v swift > /dev/null; then
        say "no 'swift' in PATH: install Swift $oldest_swift or newer (tested with $tested_swift)," \
            "see https://www.swift.org/install/linux/"
        exit 2
    fi
    # A toolchain on a bare machine does not start before its libraries are there.
    swift --version > /dev/null 2>&1 || require_packages "${toolchain_packages[@]}"
    version=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
    if [[ $(printf '%s\n' "$oldest_swift" "${version:-0}" | sort -V | head -n 1) != "$oldest_swift" ]]; then
        say "Swift ${version:-of unknown version} is too old: Swift $oldest_swift or newer is needed" \
            "(tested with $tested_swift)"
        exit 2
    fi
}

# Installs those of the named Debian packages that are missing, asking for a password only where sudo
# does. Other systems are left alone: there `swift build` says which header it cannot find.
require_packages() {
    command -v dpkg-query > /dev/null || return 0
    local package missing=() as_root=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null) == installed ]] \
            || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        if ! command -v sudo > /dev/null; then
            say "packages are missing, and neither root nor sudo is here. Run this as root:" \
                "apt-get install ${missing[*]}"
            exit 2
        fi
        as_root=(sudo)
    fi
    say "installing ${missing[*]}"
    local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
        apt-get install -qq -y --no-install-recommends "${missing[@]}")
    # Lists that are missing or out of date are fetched, but only then.
    if ! "${install[@]}" < /dev/null > /dev/null 2>&1; then
        "${as_root[@]}" apt-get update -qq < /dev/null >&2
        "${install[@]}" < /dev/null >&2
    fi
}

# Installs Postfix, whose tools the tests ask, without a configuration and without starting it.
require_postfix() {
    [[ -x /usr/sbin/postconf ]] && return 0
    local as_root=() policy=/usr/sbin/policy-rc.d made=0
    ((EUID == 0)) || as_root=(sudo)
    echo "postfix postfix/main_mailer_type select No configuration" \
        | "${as_root[@]}" debconf-set-selections
    # One that is there already says what its owner wants.
    if [[ ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" install -m 0755 /dev/stdin "$policy"
        made=1
        # An interrupted installation must not leave it: no later package could start a service.
        trap '"${as_root[@]}" rm -f "$policy"; exit 130' INT TERM
    fi
    local status=0
    require_packages postfix || status=$?
    if ((made)); then
        trap - INT TERM
        "${as_root[@]}" rm -f "$policy"
    fi
    return "$status"
}

# Builds the release in .build-release, which the launcher, the benchmarks and the package share,
# and leaves the program's path in `deferwatch_binary`. Quiet unless it fails or somebody watches.
build_release() {
    local root=$1 log
    local build=(swift build --package-path "$root" --scratch-path "$root/.build-release"
        --configuration release --traits Journal --static-swift-stdlib --product deferwatch)
    deferwatch_binary=$root/.build-release/release/deferwatch
    if [[ -n ${DEFERWATCH_VERBOSE:-} ]]; then
        "${build[@]}" < /dev/null >&2
        return
    fi
    [[ -x $deferwatch_binary ]] || say "building the release; the first time takes some minutes"
    if [[ -t 2 && ! -x $deferwatch_binary ]]; then
        "${build[@]}" < /dev/null >&2
        return
    fi
    log=$(mktemp)
    if ! "${build[@]}" < /dev/null > "$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}
