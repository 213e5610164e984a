#!/usr/bin/env bash
# Kiosks that a stick or the machine's chip guards, from enrolment to a certificate; and what the command says where the
# stick, the chip or the PIN is missing.
. tests/tool/session.sh

until="$(date -u -d '+90 days' +%F)"
answered() { # the desk's answer, in $here/pack
    gives 0 "$northseal" delegate "$here/inst" --site 1 --until "$until" --count 5 "${secret[@]}" "$here/kiosk.request.json" \
        --out "$here/pack"
}

is_genuine() { # SLIP, brought to the desk
    gives 0 "$northseal" receive "$here/inst" "$1"
    gives 0 "$northseal" publish "$here/inst" "$here/trust" "${secret[@]}"
    gives 0 "$northseal" verify --trust "$here/trust" "$1"
    says 'is genuine'
}

mkdir "$here/stick"
enrolled_institution --token "$here/stick"
says 'the stick at'
holds test ! -s "$here/words"
answered
accept=("$northseal" enrol "$here/kiosk" --accept "$here/pack")
gives 1 "${accept[@]}"
says 'put it in and give --token DIR'
one_sentence
gives 1 "${accept[@]}" --token "$here"
says 'there is no token of this kiosk'
one_sentence
gives 0 "${accept[@]}" --token "$here/stick"
slip="$("$issue_sample" "$here/kiosk" "stick:$here/stick" "$here/pins" en 'First Sample')"
is_genuine "$slip"

rm -r "$here/inst" "$here/kiosk" "$here/trust" "$here"/kiosk.request.json
mkdir "$here/tpm"
port=$((20000 + RANDOM % 20000))
swtpm socket --tpm2 --tpmstate "dir=$here/tpm" --server "type=tcp,bindaddr=127.0.0.1,port=$port" \
    --ctrl "type=tcp,bindaddr=127.0.0.1,port=$((port + 1))" --flags not-need-init,startup-clear >/dev/null 2>&1 </dev/null &
chip=$!
trap 'kill $chip 2>/dev/null; rm -rf "$here"' EXIT
for _ in $(seq 100); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
    sleep 0.05
done
place="swtpm:host=127.0.0.1,port=$port"
enrolled_institution --chip --tpm "$place"
says "each person's PIN opens this kiosk"
holds test ! -s "$here/words"
answered
accept=("$northseal" enrol "$here/kiosk" --accept "$here/pack")
gives 1 "${accept[@]}" --pin-file "$here/pins" --tpm device:/dev/no-such-chip
says 'no TPM answers'
printf '918273\n' >"$here/wrong"
gives 1 "${accept[@]}" --pin-file "$here/wrong" --tpm "$place" --as 2
says 'has no PIN in line 2'
gives 1 "${accept[@]}" --pin-file "$here/wrong" --tpm "$place"
says 'that is not the PIN of person 1'
one_sentence
gives 0 "${accept[@]}" --pin-file "$here/pins" --tpm "$place" --as 2
slip="$("$issue_sample" "$here/kiosk" "chip:$place" "$here/pins" fr 'Second Sample')"
is_genuine "$slip"
finish
