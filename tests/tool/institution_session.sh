#!/usr/bin/env bash
# From an institution's first key to its table of received credentials, by hand and without a hub.
. tests/tool/session.sh

echo 'a passphrase for tests' >"$here/pass"
echo 'another passphrase altogether' >"$here/wrong"
secret=(--passphrase-file "$here/pass")
names=(--name-en Demo --name-fr Démo --site-en One --site-fr Un --site-en Two --site-fr Deux)

gives 1 "$northseal" institution init "$here/i" --host demo.northseal.invalid "${names[@]}" "${secret[@]}"
says '--demo'
gives 1 "$northseal" institution init "$here/i" --host credentials.example.ca --demo "${names[@]}" "${secret[@]}"
says '.invalid'
gives 1 "$northseal" institution init "$here/i" --host demo.northseal.invalid --demo "${names[@]}"
says '--passphrase-file'
one_sentence
echo short >"$here/short"
gives 1 "$northseal" institution init "$here/i" --host demo.northseal.invalid --demo "${names[@]}" --passphrase-file "$here/short"
says 'too short'
holds test ! -e "$here/i/institution.json"
gives 0 "$northseal" institution init "$here/inst" --host demo.northseal.invalid --demo "${names[@]}" "${secret[@]}"
says 'Root key: z6Mk'
gives 1 "$northseal" institution init "$here/inst" --host demo.northseal.invalid --demo "${names[@]}" "${secret[@]}"
says 'already'

mathematics=assets/programmes/northern-mathematics.toml
gives 1 "$northseal" programme add "$mathematics" --institution "$here/inst" --passphrase-file "$here/wrong"
says 'does not open'
one_sentence
NORTHSEAL_PASSPHRASE='a passphrase for tests' gives 0 "$northseal" programme add "$mathematics" --institution "$here/inst"
gives 0 "$northseal" programme add "$mathematics" --institution "$here/inst" "${secret[@]}"
sed 's/^hours = .*/hours = "31"/' "$mathematics" >"$here/changed.toml"
gives 1 "$northseal" programme add "$here/changed.toml" --institution "$here/inst" "${secret[@]}"
says 'new version'
gives 0 "$northseal" institution init "$here/real" --host credentials.example.ca --name-en Real --name-fr Vrai \
    --site-en One --site-fr Un "${secret[@]}"
gives 1 "$northseal" programme add "$mathematics" --institution "$here/real" "${secret[@]}"
says 'illustration'

# A kiosk asks, the desk answers.
printf '246810\n135791\n' >"$here/pins"
people=(--facilitator 'Demo Facilitator:assessor' --facilitator 'Demo Witness:witness')
gives 1 "$northseal" enrol "$here/kiosk" "${people[@]}"
says '--pin-file'
gives 1 "$northseal" enrol "$here/kiosk" --facilitator 'Demo Facilitator' --pin-file "$here/pins"
says 'NAME:ROLE'
gives 0 "$northseal" enrol "$here/kiosk" "${people[@]}" --pin-file "$here/pins"
says 'shown once'
sed -n 's/^northseal: .*off the kiosk: //p' "$here/err" >"$here/words"
holds test "$(wc -w <"$here/words")" = 6
holds test "$(grep -cE '^  (steward|coordinator).s sheet: +([2-9A-HJKMNP-Z]{4}-){8}[2-9A-HJKMNP-Z]{4}$' "$here/err")" = 2
request="$here/kiosk.request.json"
delegate=("$northseal" delegate "$here/inst" "$request" --count 3 --out "$here/pack" "${secret[@]}")
gives 1 "${delegate[@]}" --site 3 --until 2099-01-01
says 'sites 1 to 2'
gives 1 "${delegate[@]}" --site 2 --until 2099-01-01
says '400 days'
gives 1 "${delegate[@]}" --site 2 --until tomorrow
says 'not a date'
until="$(date -u -d '+300 days' +%F)"
gives 1 "${delegate[@]}" --site 2 --until "$until" --programme no-such
says 'no-such'
gives 0 "${delegate[@]}" --site 2 --until "$until" --programme northern-mathematics
says 'Publish before'
sed 's/"count":3/"count":9/' "$here/pack" >"$here/forged"
gives 1 "$northseal" enrol "$here/kiosk" --accept "$here/forged" --words-file "$here/words"
gives 0 "$northseal" enrol "$here/kiosk" --accept "$here/pack" --words-file "$here/words"

publish=("$northseal" publish "$here/inst" "$here/trust" "${secret[@]}")
gives 0 "${publish[@]}"
says 'Number 1,'
before="$(cd "$here/trust" && find . -type f -exec sha256sum {} + | sort)"
gives 0 "${publish[@]}"
says 'nothing new'
holds test "$before" = "$(cd "$here/trust" && find . -type f -exec sha256sum {} + | sort)"
holds test "$(stat -c %a "$here/trust/index.json")" = 644
gives 1 "$northseal" publish "$here/inst" "$here/inst" "${secret[@]}"
says 'holds keys'

# What it issued comes in, once, and is known from then on.
issue() { "$issue_sample" "$here/kiosk" "$here/words" "$here/pins" en "$@"; }
first="$(issue 'Sample Learner Northwater')"
issue 'Second Sample' --json >"$here/second.json"
verdict() { "$northseal" verify --json --specimen --trust "$here/trust" "$1" | sed -n 's/^  "verdict": "\(.*\)",*$/\1/p'; }
gives 0 "$northseal" receive "$here/inst" "$first" "$here/second.json"
says ': received'
gives 0 "$northseal" receive "$here/inst" "$first"
says 'known already'
sed 's/Second Sample/Second Simple/' "$here/second.json" >"$here/changed.json"
gives 1 "$northseal" receive "$here/inst" "$here/changed.json"
one_sentence
kiosk="$(sed -n 's/.*#kiosk-\([a-z2-7]*\)".*/\1/p' "$here/second.json" | head -1)"
gives 0 "$northseal" receive "$here/inst" --kiosk "$kiosk" --reported-up-to "$(date -u +%F)"
gives 0 "${publish[@]}"
says 'Number 2,'
grep -q '"entries":{"' "$here"/trust/received/*/0.json || { echo 'FAILED: no received table'; failures=1; }

# Another institution's kiosk is not ours.
gives 0 "$northseal" demo "$here/demo"
strange="$("$issue_sample" "$here/demo/kiosk" "$here/demo/words.txt" "$here/demo/pins.txt" en 'Third Sample')"
gives 1 "$northseal" receive "$here/inst" "$strange"
one_sentence

# Revoked by id, superseded by number, each only once, and only what was ever given out.
id="$(sed -n 's/.*"id":"\(urn:uuid:[^"]*\)".*/\1/p' "$here/second.json")"
gives 0 "$northseal" revoke "$here/inst" "$id" --reason 'issued in error'
gives 0 "${publish[@]}"
gives 1 "$northseal" verify --specimen --trust "$here/trust" "$here/second.json"
says 'Revoked'
holds test "$(verdict "$here/second.json")" = revoked
number="$("$northseal" slip decode "$first" | sed -n 's/.*"statusIndex": \([0-9]*\).*/\1/p')"
gives 0 "$northseal" supersede "$here/inst" "$number" --reason 'name corrected'
gives 1 "$northseal" revoke "$here/inst" "$number" --reason 'again'
gives 1 "$northseal" revoke "$here/inst" 4294967295 --reason 'never given'
gives 1 "$northseal" revoke "$here/inst" nothing --reason x
one_sentence
gives 0 "${publish[@]}"
holds test "$(verdict "$first")" = superseded

# A stolen kiosk: its key leaves did.json, and what it signs counts no more unless somebody looked at it.
third="$(issue 'Fourth Sample')"
gives 1 "$northseal" close "$here/inst" zzzz --compromised
gives 0 "$northseal" close "$here/inst" "$kiosk" --compromised
gives 0 "${publish[@]}"
holds grep -q "$kiosk" "$here/trust/listing/0.json"
if grep -q "kiosk-$kiosk" "$here/trust/did.json"; then echo 'FAILED: the key is still in did.json'; failures=1; fi
holds test "$(verdict "$third")" = key_closed_never_received
gives 1 "$northseal" receive "$here/inst" "$third"
says '--reviewed'
gives 0 "$northseal" receive "$here/inst" --reviewed "$third"
gives 0 "${publish[@]}"
holds test "$(verdict "$third")" = specimen
gives 1 "${delegate[@]}" --site 2 --until "$until"
says 'closed for ever'
gives 0 "$northseal" institution show "$here/inst"
says 'Received: 3'
finish
