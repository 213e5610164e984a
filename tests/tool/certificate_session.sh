#!/usr/bin/env bash
# A certificate as its reader meets it: the code, the credential, and everything that can be wrong with either.
. tests/tool/session.sh

gives 0 "$northseal" demo "$here/demo"
trust="$here/demo/trust"
issue() { "$issue_sample" "$here/demo/kiosk" "$here/demo/words.txt" "$here/demo/pins.txt" "$@"; }
issue fr 'ᓴᒧᐃᓪ Sample' >"$here/slip.txt"
slip="$(cat "$here/slip.txt")"

gives 0 "$northseal" slip decode "$slip"
says '"learnerName": "ᓴᒧᐃᓪ Sample"'
gives 0 "$northseal" slip decode "$here/slip.txt"
gives 1 "$northseal" slip decode --credential "$slip"
says '--trust'
one_sentence
gives 0 "$northseal" slip decode --credential --trust "$trust" "$slip"
cp "$here/out" "$here/credential.json"
gives 0 "$northseal" slip encode --trust "$trust" "$here/credential.json"
holds cmp "$here/out" "$here/slip.txt"

gives 0 "$northseal" verify --specimen --trust "$trust" "$slip"
says 'ᓴᒧᐃᓪ Sample'
says 'Demo Facilitator'
gives 0 "$northseal" verify --specimen --trust "$trust" "$here/credential.json"
gives 0 "$northseal" verify --specimen --trust "$trust" --lang fr "$slip"
says 'Titulaire'
gives 0 "$northseal" verify --specimen --json --trust "$trust" "$slip"
says '"verdict": "specimen"'
"$northseal" verify --specimen --trust "$trust" - <"$here/credential.json" >/dev/null 2>&1 ||
    { echo 'FAILED: standard input'; failures=$((failures + 1)); }
gives 1 "$northseal" verify --trust "$trust" "$slip"

# One digit of the code, one word of the credential, one list in another order.
last="${slip: -1}"
gives 1 "$northseal" verify --specimen --trust "$trust" "${slip%?}$(((last + 1) % 10))"
sed 's/Demo Facilitator/Demo Facilitato/' "$here/credential.json" >"$here/changed.json"
gives 1 "$northseal" verify --specimen --trust "$trust" "$here/changed.json"
says 'Not genuine'
gives 1 "$northseal" slip encode --trust "$trust" "$here/changed.json"

# What cannot be told: no folder, a folder in which something was changed, a strange folder.
gives 2 "$northseal" verify --specimen "$slip"
says '--trust'
for file in index.json institution.json did.json .well-known/did.json status/did.json status/1 listing/0.json \
    received/0.json "templates/$(ls "$trust/templates" | head -1)"; do
    rm -rf "$here/bad"
    cp -r "$trust" "$here/bad"
    sed -i '0,/e/s//f/' "$here/bad/$file"
    gives 2 "$northseal" verify --specimen --trust "$here/bad" "$slip"
    says "$file"
    one_sentence
    rm "$here/bad/$file"
    gives 2 "$northseal" verify --specimen --trust "$here/bad" "$slip"
    one_sentence
done
gives 2 "$northseal" verify --trust "$here" "$slip"
says 'not a trust folder'
gives 2 "$northseal" verify --trust "$trust" "$here/absent.json"
one_sentence

gives 0 "$northseal" show "$here/credential.json"
says 'ᓴᒧᐃᓪ Sample'
says 'SPECIMEN'
gives 0 "$northseal" show --trust "$trust" "$slip"
gives 1 "$northseal" show "$slip"
one_sentence
finish
