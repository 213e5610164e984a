#!/usr/bin/env bash
# A kiosk that has used up what it may issue is renewed by words read over the radio, and what it issues then is
# genuine for anybody.
. tests/tool/session.sh

enrolled_institution
until="$(date -u -d '+40 days' +%F)"
later="$(date -u -d '+300 days' +%F)"
gives 1 "$northseal" delegate "$here/inst" "$here/kiosk.request.json" --until "$until" --count 2 --out "$here/pack" "${secret[@]}"
says '--site'
gives 0 "$northseal" delegate "$here/inst" "$here/kiosk.request.json" --site 1 --until "$until" --count 2 --out "$here/pack" "${secret[@]}"
gives 0 "$northseal" enrol "$here/kiosk" --accept "$here/pack" --words-file "$here/words"
kiosk="$(sed -n 's/.*"kiosk":"\([a-z2-7]\{4\}\)".*/\1/p' "$here/pack" | head -1)"

issue() { "$issue_sample" "$here/kiosk" "$here/words" "$here/pins" en "$@"; }
slips=("$(issue 'First Sample')" "$(issue 'Second Sample')")
gives 1 issue 'Third Sample'
says 'all 2 certificates'

# The desk reads out, the kiosk hears.
renew=("$northseal" delegate "$here/inst" --renew "$kiosk" "${secret[@]}")
gives 64 "${renew[@]}" --until "$later"
gives 1 "${renew[@]}" --words --until "$later" --count 9
says 'status numbers'
gives 1 "${renew[@]}" --words --until "$later" --site 1
one_sentence
gives 1 "$northseal" delegate "$here/inst" --renew zzzz --words --until "$later" "${secret[@]}"
says 'no kiosk zzzz'
gives 64 "$northseal" delegate "$here/inst" "$here/kiosk.request.json" --code "$here/code.svg" --until "$later"
gives 0 "${renew[@]}" --words --until "$later" --count 3 --code "$here/code.svg"
holds grep -q '^<svg .*viewBox' "$here/code.svg"
cp "$here/out" "$here/said"
holds test "$(grep -o '[a-z]*' "$here/said" | wc -l)" -le 40
gives 0 "${renew[@]}" --words --until "$later" --count 3
holds cmp "$here/out" "$here/said"

hear=("$northseal" enrol "$here/kiosk" --words-file "$here/words" --renew)
sed 's/\b4 [a-z]*/4 zebra/' "$here/said" >"$here/misheard"
gives 1 "${hear[@]}" "$here/misheard"
says 'word 4 '
one_sentence
gives 0 "${hear[@]}" "$here/said"
says '3 credentials in all'
gives 0 "${hear[@]}" "$here/said"
slips+=("$(issue 'Third Sample')")
gives 1 issue 'Fourth Sample'

gives 0 "$northseal" receive "$here/inst" "${slips[@]}"
gives 0 "$northseal" publish "$here/inst" "$here/trust" "${secret[@]}"
for slip in "${slips[@]}"; do
    gives 0 "$northseal" verify --trust "$here/trust" "$slip"
    says 'is genuine'
done
holds grep -q "${later}T23:59:59Z" "$here/trust/listing/0.json"
finish
