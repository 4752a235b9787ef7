# Shared by scripts/run, scripts/test and the other scripts: sourced, not run.
# Checks for Swift, installs missing system packages, tells what it does and how long it took.

# What is linked against or run by the build. The names are the same in Debian 12 and Ubuntu 24.04.
packages=(
    libsodium-dev libgumbo-dev libuchardet-dev libsqlite3-dev libpq-dev postgresql libcurl4-openssl-dev libxml2-dev
    pkg-config git ca-certificates
)

say() { printf '\033[1m%s\033[0m\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# stage TEXT COMMAND…: says what is being done, does it, and says how long it took.
stage() {
    local text=$1 begin=$SECONDS status=0
    shift
    say "== $text"
    "$@" || status=$?
    if ((status == 0)); then
        printf '   %s: done in %s\n' "$text" "$(duration $((SECONDS - begin)))"
    else
        printf '   %s: FAILED after %s (exit code %d)\n' "$text" "$(duration $((SECONDS - begin)))" "$status" >&2
    fi
    return "$status"
}

duration() { if (($1 >= 60)); then printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); else printf '%d s' "$1"; fi; }

need_swift() {
    if ! command -v swift >/dev/null; then
        fail "Swift 6 is needed and no “swift” is on the PATH: get it from https://www.swift.org/install/linux/ (the" \
            "tool “swiftly” there installs it in one command), open a new shell, and run this again."
    fi
    local version major
    version=$(swift --version 2>/dev/null | grep -oE 'Swift version [0-9]+\.[0-9]+' | head -1 | cut -d' ' -f3)
    major=${version%%.*}
    if ((${major:-0} < 6)) || { ((major == 6)) && ((${version#*.} < 2)); }; then
        fail "Swift 6.2 or later is needed and this one is ${version:-unknown}: get it from" \
            "https://www.swift.org/install/linux/, put it on the PATH, and run this again."
    fi
}

# install_packages NAME…: installs what is missing, by apt.
install_packages() {
    local name missing=()
    command -v dpkg-query >/dev/null || return 0 # another system: the build says what it lacks
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    ((${#missing[@]} > 0)) || return 0
    say "== Installing system packages: ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -y -q)
    if ((EUID != 0)); then
        command -v sudo >/dev/null ||
            fail "These system packages are missing: ${missing[*]}. Install them as root with" \
                "“apt-get install ${missing[*]}” and run this again."
        apt=(sudo "${apt[@]}")
    fi
    local log
    log=$(mktemp)
    if ! { "${apt[@]}" update && "${apt[@]}" install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -20 "$log" >&2
        rm -f "$log"
        fail "The packages could not be installed; apt's last words are above. Check the connection and run this again."
    fi
    rm -f "$log"
}

# Read by Package.swift: the inner loops are optimised in debug builds, so that the tests take minutes and not an hour.
export KELISHUV_FAST_DEBUG=1

set_up() {
    need_swift
    install_packages "${packages[@]}"
}
