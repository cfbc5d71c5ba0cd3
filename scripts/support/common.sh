# SPDX-License-Identifier: GPL-3.0-or-later
# What the shell scripts share. Sourced with the repository's root as the working folder.

# Qt and Flink both want a UTF-8 locale; a bare container has none.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
*UTF-8 | *utf8 | *UTF8) ;;
*) export LC_ALL=C.UTF-8 ;;
esac

say() {
    printf '== %s\n' "$*" >&2
}

# build PRESET [TARGET…]: configures (with configure_options, if set) and builds, with as many jobs as there are processors.
build() {
    local preset=$1
    shift
    say "building preset $preset"
    # Configuring says much that matters only when it fails.
    local output
    if ! output=$(cmake --preset "$preset" ${configure_options[@]+"${configure_options[@]}"} 2>&1 </dev/null); then
        printf '%s\n' "$output" >&2
        return 1
    fi
    cmake --build --preset "$preset" -j "$(nproc)" ${1:+--target "$@"}
}

# json FILE KEY: a value of a JSON object as text.
json() {
    python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$1" "$2"
}
