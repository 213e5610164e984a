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
# enrolled_institution: a real institution, of nobody (RFC 2606 keeps the name for examples), in $here/inst with a programme on
# offer, and a kiosk of two people in $here/kiosk; what each is opened with in $here/pass, words, pins and code.
# Further words go to the enrolment.
enrolled_institution() {
    echo 'a passphrase for tests' >"$here/pass"
    secret=(--passphrase-file "$here/pass")
    gives 0 "$northseal" institution init "$here/inst" --host credentials.example --name-en Example --name-fr Exemple \
        --site-en One --site-fr Un "${secret[@]}"
    sed '/^illustrative = true/d' assets/programmes/northern-mathematics.toml >"$here/programme.toml"
    gives 0 "$northseal" programme add "$here/programme.toml" --institution "$here/inst" "${secret[@]}"
    printf '246810\n135791\n' >"$here/pins"
    gives 0 "$northseal" enrol "$here/kiosk" --facilitator 'First Person:assessor' --facilitator 'Second Person:witness' \
        --pin-file "$here/pins" "$@"
    sed -n 's/^northseal: .*off the kiosk: //p' "$here/err" >"$here/words"
    sed -n "s/^ *coordinator's sheet: *//p" "$here/err" >"$here/code"
}
