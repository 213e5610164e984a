# What every session begins with: a folder of its own, and words for what must hold. Source it.
set -uo pipefail
northseal="$1"
issue_sample="${2:-}"
export LC_ALL=C.UTF-8
unset NORTHSEAL_PASSPHRASE
here="$(mktemp -d "${TMPDIR:-/tmp}/northseal-session-XXXXXX")"
trap 'rm -rf "$here"' EXIT
failures=0

# gives CODE COMMAND…: runs it, keeps standard output in $here/out and standard error in $here/err.
gives() {
    local wanted="$1" code=0
    shift
    "$@" >"$here/out" 2>"$here/err" </dev/null || code=$?
    if [ "$code" != "$wanted" ]; then
        echo "FAILED: exit $code, not $wanted: $*"
        head -c 2000 "$here/out" "$here/err"
        failures=$((failures + 1))
    fi
}
# says TEXT: the last command's output, of either kind, has it.
says() {
    if ! grep -qF -- "$1" "$here/out" "$here/err"; then
        echo "FAILED: \"$1\" was not said, but:"
        head -c 2000 "$here/out" "$here/err"
        failures=$((failures + 1))
    fi
}
# One clear sentence on standard error, behind the program's name.
one_sentence() {
    if [ "$(wc -l <"$here/err")" != 1 ] || ! grep -q '^northseal: ' "$here/err"; then
        echo "FAILED: not one sentence:"
        cat "$here/err"
        failures=$((failures + 1))
    fi
}
holds() {
    if ! "$@" >/dev/null 2>&1; then
        echo "FAILED: $*"
        failures=$((failures + 1))
    fi
}
finish() {
    [ "$failures" = 0 ] && echo "all held" || exit 1
}
