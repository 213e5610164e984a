#!/usr/bin/env node
// Writes the C++ source that embeds the JSON-LD contexts of storage/linked_data/contexts.txt, and refuses any whose
// bytes do not have the SHA-256 that the table pins.
//
//   node scripts/embed_contexts.mjs [--pin] storage/linked_data/contexts.txt assets OUT.cpp
//
// With --pin it prints the table with the hashes that the installed packages have today, for a person to compare with
// what the standards publish before committing it.
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';

const pinning = process.argv[2] === '--pin';
const [table, assets, out] = process.argv.slice(pinning ? 3 : 2);

function fail(message) {
  console.error(`embed_contexts: ${message}`);
  process.exit(1);
}

if (!table || !assets || (!pinning && !out)) fail('usage: embed_contexts.mjs [--pin] TABLE ASSETS_FOLDER OUT.cpp');
if (!existsSync(join(assets, 'node_modules'))) {
  fail(`${assets}/node_modules is missing: run scripts/setup, or "npm ci --ignore-scripts" in ${assets}`);
}
const require = createRequire(resolve(assets, 'package.json'));

// Packages ship a context as a file, whose bytes are taken as they are, or as a JavaScript object, which is
// serialised with two or four spaces and no final newline, as the publisher's own document is.
function bytesOf(packageName, path, form) {
  const file = join(assets, 'node_modules', packageName, path);
  if (!existsSync(file)) fail(`${packageName} has no ${path}: is another version installed? Run "npm ci" in ${assets}`);
  if (form === 'file') return readFileSync(file, 'utf8');
  if (form === 'json2') return JSON.stringify(require(resolve(file)), null, 2);
  if (form === 'json4') return JSON.stringify(require(resolve(file)), null, 4);
  return fail(`unknown form "${form}" in ${table}`);
}

const contexts = [];
const lines = readFileSync(table, 'utf8').split('\n');
const pinned = lines.map(line => {
  if (line === '' || line.startsWith('#')) return line;
  const [url, packageName, path, form, sha256, ...rest] = line.split(/\s+/);
  if (!sha256 || rest.length > 0) fail(`a line of ${table} does not have five columns: ${line}`);
  const text = bytesOf(packageName, path, form);
  const found = createHash('sha256').update(text).digest('hex');
  if (!pinning && found !== sha256) {
    fail(`${url} from ${packageName}/${path} has SHA-256 ${found}, but ${table} pins ${sha256}: it is not embedded`);
  }
  if (text.includes(')context"')) fail(`${url} holds the text that ends a C++ raw string`);
  contexts.push({url, packageName, sha256: found, text});
  return [url, packageName, path, form, found].join(' ');
});

if (pinning) {
  process.stdout.write(pinned.join('\n'));
} else {
  const entries = contexts.map(({url, packageName, sha256, text}) =>
    `    {"${url}",\n     "${packageName}",\n     "${sha256}",\n     R"context(${text})context"},\n`);
  const source = `// Made by scripts/embed_contexts.mjs from storage/linked_data/contexts.txt.
#include "storage/linked_data/contexts.h"

namespace northseal::linked_data {

namespace {
constexpr EmbeddedContext all[] = {
${entries.join('')}};
} // namespace

std::span<const EmbeddedContext> embedded_contexts()
{
    return all;
}

} // namespace northseal::linked_data
`;
  mkdirSync(dirname(out), {recursive: true});
  writeFileSync(out, source);
}
