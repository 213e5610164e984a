#!/usr/bin/env bash
# A kiosk burns down. Its backup, a recovery code and two people make another machine go on: old certificates stay
# genuine, the record is whole, and the desk lets the new machine issue under a name of its own.
. tests/tool/session.sh

enrolled_institution
until="$(date -u -d '+90 days' +%F)"
delegate=("$northseal" delegate "$here/inst" --site 1 --until "$until" --count 5 "${secret[@]}")
gives 0 "${delegate[@]}" "$here/kiosk.request.json" --out "$here/pack"
gives 0 "$northseal" enrol "$here/kiosk" --accept "$here/pack" --words-file "$here/words"
old="$("$issue_sample" "$here/kiosk" "$here/words" "$here/pins" en 'First Sample')"
gives 0 "$northseal" backup "$here/kiosk" "$here/medium"
says 'Generation 1'
one="$(sed -n 's/.*"kiosk":"\([a-z2-7]\{4\}\)".*/\1/p' "$here/pack" | head -1)"
rm -r "$here/kiosk"

again=("$northseal" enrol "$here/new" --from-backup "$here/medium" --pin-file "$here/newpins")
printf '918273\n730164\n' >"$here/newpins"
gives 1 "${again[@]}" --facilitator 'First Person' --facilitator 'Second Person'
says 'a recovery code is needed'
again+=(--code-file "$here/code")
gives 1 "${again[@]}"
says 'name who is there'
gives 1 "${again[@]}" --facilitator 'First Person' --facilitator 'A Stranger'
says 'nobody of the name A Stranger'
one_sentence
gives 1 "$northseal" enrol "$here/new" --from-backup "$here/inst" --code-file "$here/code" --pin-file "$here/newpins" \
    --facilitator 'First Person' --facilitator 'Second Person'
says 'no backup'
gives 0 "${again[@]}" --facilitator 'First Person' --facilitator 'Second Person'
says 'goes on from the copy'
sed -n 's/^northseal: .*off the kiosk: //p' "$here/err" >"$here/newwords"

gives 1 "$issue_sample" "$here/new" "$here/newwords" "$here/newpins" en 'Second Sample'
gives 0 "${delegate[@]}" "$here/new.request.json" --out "$here/newpack"
gives 0 "$northseal" enrol "$here/new" --accept "$here/newpack" --words-file "$here/newwords"
two="$(sed -n 's/.*"kiosk":"\([a-z2-7]\{4\}\)".*/\1/p' "$here/newpack" | head -1)"
holds test "$one" != "$two"
# The sheets of the machine that is gone open nothing of the new one.
gives 1 "$issue_sample" "$here/new" "$here/words" "$here/pins" en 'Second Sample'
new="$("$issue_sample" "$here/new" "$here/newwords" "$here/newpins" en 'Second Sample')"

# What the lost machine issued comes in by its paper, and stays genuine when its key is closed.
gives 0 "$northseal" receive "$here/inst" "$old" "$new"
gives 0 "$northseal" close "$here/inst" "$one"
gives 0 "$northseal" publish "$here/inst" "$here/trust" "${secret[@]}"
for slip in "$old" "$new"; do
    gives 0 "$northseal" verify --trust "$here/trust" "$slip"
    says 'is genuine'
done
finish
