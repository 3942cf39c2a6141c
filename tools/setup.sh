# Sourced by the scripts that build: installs missing packages, configures and builds. POSIX sh; Debian 12; root or
# sudo. The caller sets `root`, the folder of the repository.

say() { printf '== %s\n' "$*" >&2; }

missing_packages() {
    sed 's/#.*//' "${packages:-$root/tools/packages}" | tr -s ' \n' '\n\n' | while read -r package; do
        [ -n "$package" ] || continue
        # `ii` is installed and configured. Any other state, half-configured for one, is installed again.
        case "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" in
            ii*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

# install_packages: installs the missing packages of tools/packages, or of the list that $packages names.
install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || {
        say "not a Debian system: assuming that the packages of tools/packages are installed"
        return 0
    }
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    say "installing: $missing"
    become=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || { say "this needs root or sudo"; return 1; }
        become=sudo
    fi
    $become env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    # shellcheck disable=SC2086  # a list of names
    $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
}

# build PRESET [TARGET...]: configures with the flags in $configure_flags, quietly unless that fails, and builds.
# Everything that needs an optimized build uses the preset `release`, so that each object is compiled once.
build() {
    preset=$1
    shift
    say "building ($preset)"
    log=$(mktemp)
    # shellcheck disable=SC2086  # a list of flags
    if ! (cd "$root" && cmake --preset "$preset" ${configure_flags:-} >"$log" 2>&1); then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
    if [ $# -gt 0 ]; then set -- --target "$@"; fi
    (cd "$root" && cmake --build --preset "$preset" "$@" >&2)
}
