#!/usr/bin/env bash
# Other issuers' credentials, signed by Digital Bazaar's library in shapes that ours never have.
. tests/tool/session.sh

if [ ! -d tests/interop/node_modules ]; then
    echo "passed over: the npm packages of tests/interop are not installed"
    exit 77
fi
gives 0 node tests/tool/foreign_samples.mjs "$here"
for file in "$here"/key-*.json; do
    gives 0 "$northseal" verify "$file"
    says 'The proof is good'
    sed 's/"2026-01-01T00:00:00Z"/"2026-01-02T00:00:00Z"/; s/did:example:subject/did:example:other/' "$file" >"$here/changed"
    gives 1 "$northseal" verify "$here/changed"
done
for file in "$here"/web-*.json; do
    gives 2 "$northseal" verify "$file"
    gives 0 "$northseal" verify --did "$here/did.json" "$file"
    gives 0 "$northseal" verify --did "$here/did.json" --lang fr "$file"
    says 'La preuve est bonne'
done
echo '{}' >"$here/none.json"
gives 2 "$northseal" verify --did "$here/none.json" "$here/web-0.json"
one_sentence
finish
