# Sourced by tools/demo and tools/test: installs what tools/packages names and is missing. Debian 12; root or sudo.
# POSIX sh. `root` is the repository; `packages` another list of packages.

say() { printf '== %s\n' "$*" >&2; }

missing_packages() {
    sed 's/#.*//' "${packages:-$root/tools/packages}" | tr -s ' \n' '\n\n' | while read -r package; do
        [ -n "$package" ] || continue
        # `ii`: installed and whole. A package that is only configured half is asked for again.
        case "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" in
            ii*) ;;
            *) printf '%s ' "$package" ;;
        esac
    done
}

install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || { say "not a Debian system: the packages of tools/packages are taken to be there"; return 0; }
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

# build PRESET [TARGET]: configures and builds, quietly unless it fails. Extra configure flags stand in $configure_flags.
build() {
    preset=$1
    shift
    say "building ($preset)"
    log=$(mktemp)
    launcher=
    command -v ccache >/dev/null 2>&1 && launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    # shellcheck disable=SC2086
    if ! (cd "$root" && cmake --preset "$preset" $launcher ${configure_flags:-} >"$log" 2>&1); then
        cat "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
    if [ $# -gt 0 ]; then
        (cd "$root" && cmake --build --preset "$preset" --target "$@" >&2)
    else
        (cd "$root" && cmake --build --preset "$preset" >&2)
    fi
}
