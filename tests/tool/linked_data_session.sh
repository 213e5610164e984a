#!/usr/bin/env bash
# canonize and expand: JSON-LD and N-Quads in, canonical N-Quads and expanded JSON out.
. tests/tool/session.sh

cat >"$here/a.json" <<'JSON'
{"@context": {"name": "http://schema.org/name", "knows": {"@id": "http://schema.org/knows", "@type": "@id"}},
 "@id": "http://example.org/a", "name": "A", "knows": {"name": "B"}}
JSON
gives 0 "$northseal" canonize "$here/a.json"
says '<http://example.org/a> <http://schema.org/knows> _:c14n0 .'
says '_:c14n0 <http://schema.org/name> "B" .'
cp "$here/out" "$here/a.nq"
gives 0 "$northseal" canonize "$here/a.nq"
holds cmp "$here/out" "$here/a.nq"
"$northseal" canonize - <"$here/a.json" >"$here/from-stdin"
holds cmp "$here/from-stdin" "$here/a.nq"
"$northseal" canonize --nquads - <"$here/a.nq" >"$here/from-stdin"
holds cmp "$here/from-stdin" "$here/a.nq"
gives 0 "$northseal" canonize --hash sha384 "$here/a.nq"
gives 0 "$northseal" canonize --map "$here/a.nq"
says 'c14n0'
gives 0 "$northseal" expand "$here/a.json"
says '"http://schema.org/knows"'

echo '{"@context": {"name": "http://schema.org/name"}, "name": "A", "nickname": "B"}' >"$here/dropped.json"
gives 0 "$northseal" canonize "$here/dropped.json"
gives 1 "$northseal" canonize --safe "$here/dropped.json"
says nickname
one_sentence
echo '{"@context": "https://example.org/elsewhere", "name": "A"}' >"$here/remote.json"
gives 1 "$northseal" canonize "$here/remote.json"
says 'https://example.org/elsewhere'
one_sentence
echo '{"@id": "x", "http://example.org/p": {"@id": "y"}}' >"$here/relative.json"
gives 0 "$northseal" canonize --base http://example.org/base/ "$here/relative.json"
says '<http://example.org/base/x> <http://example.org/p> <http://example.org/base/y> .'
echo '{"@context": {"p": "http://example.org/p"}}' >"$here/context.json"
echo '{"p": "v"}' >"$here/bare.json"
gives 0 "$northseal" canonize --expand-context "$here/context.json" "$here/bare.json"
says '<http://example.org/p> "v"'
gives 1 "$northseal" canonize "$here/absent.json"
one_sentence
echo '{' >"$here/broken.json"
gives 1 "$northseal" canonize "$here/broken.json"
one_sentence
gives 64 "$northseal" canonize --hash md5 "$here/a.nq"
one_sentence
gives 64 "$northseal" nonsense
gives 64 "$northseal"
gives 0 "$northseal" --help
says 'Exit codes'
gives 0 "$northseal" version
says northseal
finish
