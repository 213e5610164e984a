// Five hundred made-up awards: our canonical form and verdict against jsonld, rdf-canonize and noble.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { ed25519 } from '@noble/curves/ed25519.js';
import Ajv2019 from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { decode } from 'base58-universal';
import jsonld from 'jsonld';
import * as rdfCanonize from 'rdf-canonize';
import { loadContext } from './lib/contexts.mjs';
import { officialSchema, program } from './lib/places.mjs';

const count = 500;
const seed = Number(process.env.NORTHSEAL_SEED ?? 1);
const schema = officialSchema();
const validate = schema && addFormats(new Ajv2019({ allErrors: true })).compile(schema);
let awards = [];

before(() => {
  const out = execFileSync(program('random_awards'), [String(count), String(seed)], { maxBuffer: 1 << 28, encoding: 'utf8' });
  awards = out.trim().split('\n').map(line => JSON.parse(line));
});

async function canonical(document) {
  const dataset = await jsonld.toRDF(document, { documentLoader: loadContext, safe: true });
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0' });
}

const sha256 = text => createHash('sha256').update(text, 'utf8').digest();

test('each award is canonicalized, hashed and judged as others do it', async t => {
  assert.equal(awards.length, count);
  for (const [number, award] of awards.entries()) {
    const { proof, ...document } = JSON.parse(award.credential);
    const { proofValue, ...options } = proof;
    const where = `award ${number} of seed ${seed}, ${award.template}`;
    const nquads = await canonical(document);
    assert.equal(nquads, award.nquads, where);
    const proofQuads = await canonical({ '@context': document['@context'], ...options });
    const hashData = Buffer.concat([sha256(proofQuads), sha256(nquads)]);
    assert.equal(hashData.toString('hex'), award.hashData, where);
    const signature = decode(proofValue.slice(1));
    const valid = ed25519.verify(signature, hashData, Buffer.from(award.publicKey, 'hex'), { zip215: false });
    assert.equal(valid, award.verdict, where);
    assert.equal(award.verdict, !award.tampered, where);
    if (!award.tampered) assert.equal(award.fastHashData, award.hashData, where);
  }
  t.diagnostic(`${awards.filter(one => one.tampered).length} of ${count} were tampered with`);
});

test('the templates of every programme take part', () => {
  const names = new Set(awards.map(one => one.template));
  assert.ok(names.size >= 9, [...names].join(', '));
});

test('the official schema accepts each award', { skip: !validate && 'NORTHSEAL_STANDARDS is not set' }, () => {
  for (const [number, award] of awards.entries()) {
    assert.ok(validate(JSON.parse(award.credential)), `award ${number}, ${award.template}: ${JSON.stringify(validate.errors)}`);
  }
});
