#!/usr/bin/env bash
# demo: made once, found again, and nothing else is ever touched.
. tests/tool/session.sh

gives 0 "$northseal" demo "$here/demo"
for file in demo.txt words.txt pins.txt passphrase.txt institution/institution.json kiosk trust/index.json \
    trust/.well-known/did.json trust/did.json trust/status/did.json trust/status/0 trust/status/1 trust/ns/1; do
    holds test -e "$here/demo/$file"
done
holds test "$(wc -w <"$here/demo/words.txt")" = 6
holds grep -q 'PIN of Demo Witness' "$here/demo/demo.txt"
before="$(cd "$here/demo" && find . -type f -exec sha256sum {} + | sort)"
gives 0 "$northseal" demo "$here/demo"
says 'already'
after="$(cd "$here/demo" && find . -type f -exec sha256sum {} + | sort)"
holds test "$before" = "$after"

mkdir "$here/other"
echo mine >"$here/other/file"
gives 1 "$northseal" demo "$here/other"
one_sentence
holds test "$(ls "$here/other")" = file

cp -r "$here/demo" "$here/half"
echo 'being made' >"$here/half/northseal-demo"
gives 1 "$northseal" demo "$here/half"
says 'cut short'

# Trust: the root that was pinned, and nothing older than what was seen.
root="$(sed -n 's/.*"root":"\(z[^"]*\)".*/\1/p' "$here/demo/trust/institution.json")"
slip="$("$issue_sample" "$here/demo/kiosk" "$here/demo/words.txt" "$here/demo/pins.txt" en 'Sample Learner Northwater')"
gives 1 "$northseal" verify --trust "$here/demo/trust" --root "$root" "$slip"
says 'SPECIMEN'
gives 0 "$northseal" verify --trust "$here/demo/trust" --root "$root" --specimen "$slip"
other="$(sed -n 's/.*"publisher":{"key":"\(z[^"]*\)".*/\1/p' "$here/demo/trust/institution.json")"
gives 2 "$northseal" verify --trust "$here/demo/trust" --root "$other" --specimen "$slip"
says 'not the one that you expect'
gives 2 "$northseal" verify --trust "$here/demo/trust" --at-least 9 --specimen "$slip"
says 'older than number 9'
finish
