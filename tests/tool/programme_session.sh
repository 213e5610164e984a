#!/usr/bin/env bash
# programme check and compile, without and with an institution.
. tests/tool/session.sh

mathematics=assets/programmes/northern-mathematics.toml
gives 0 "$northseal" programme check "$mathematics"
says 'The programme conforms.'
says 'F4 '
gives 0 "$northseal" programme check --json "$mathematics"
says '"conforms": true'
sed 's/^version = .*/verzion = "1"/' "$mathematics" >"$here/wrong.toml"
gives 1 "$northseal" programme check "$here/wrong.toml"
says 'line '
one_sentence
gives 1 "$northseal" programme check "$here/absent.toml"
one_sentence

echo 'a passphrase for tests' >"$here/pass"
gives 0 "$northseal" institution init "$here/inst" --host demo.northseal.invalid --demo --name-en Demo --name-fr Démo \
    --site-en One --site-fr Un --passphrase-file "$here/pass"
gives 0 "$northseal" programme compile "$mathematics" --institution "$here/inst" --out "$here/templates"
[ "$(ls "$here/templates" | wc -l)" = 2 ] || { echo "FAILED: not two templates"; failures=1; }
for file in "$here"/templates/*.json; do
    holds test "$(sha256sum <"$file" | cut -c1-64).json" = "$(basename "$file")"
done
gives 0 "$northseal" programme compile "$mathematics" --issuer "$here/inst/institution.json" --language fr
says '"language":"fr"'
gives 1 "$northseal" programme compile "$mathematics" --issuer "$here/inst/institution.json" --language oj
one_sentence
gives 64 "$northseal" programme compile "$mathematics"
NORTHSEAL_ASSETS="$here/nowhere" gives 1 "$northseal" programme check "$mathematics"
says NORTHSEAL_ASSETS
finish
