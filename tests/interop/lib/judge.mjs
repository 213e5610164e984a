// Credentials that we issued, before other people's verifiers: accepted as they are, refused with any value changed.
// Each world is judged in a process of its own: verifier-core remembers a DID document for some seconds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv2019 from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { changed, leaves, properties, spread, without } from './leaves.mjs';
import { officialSchema } from './places.mjs';
import { digitalBazaar, verifierCore } from './verifiers.mjs';
import { serveByFetch } from './world.mjs';

const schema = officialSchema();
const validate = schema && addFormats(new Ajv2019({ allErrors: true })).compile(schema);

export function judge(name, world) {
  test(`${name}: Digital Bazaar's library accepts each credential, and none is revoked`, async () => {
    for (const { name: file, json } of world.credentials) {
      const answer = await digitalBazaar(world, json);
      assert.ok(answer.verified, `${file}: ${JSON.stringify(answer.error)}`);
      assert.equal(answer.revoked, false, file);
    }
  });

  test(`${name}: verifier-core accepts each credential and asks for nothing but our files`, async () => {
    const strangers = serveByFetch(world);
    for (const { name: file, json } of world.credentials) {
      const answer = await verifierCore(json);
      assert.ok(answer.accepted, `${file}: ${JSON.stringify(answer.result.log ?? answer.result.errors)}`);
    }
    assert.deepEqual(strangers, []);
  });

  test(`${name}: the official schema accepts each credential`, { skip: !validate && 'NORTHSEAL_STANDARDS is not set' }, () => {
    for (const { name: file, json } of world.credentials) {
      assert.ok(validate(json), `${file}: ${JSON.stringify(validate.errors)}`);
    }
  });

  const one = world.credentials.find(({ json }) => !Array.isArray(json.proof)).json;

  test(`${name}: Digital Bazaar's library refuses a credential with any value changed`, async () => {
    for (const path of leaves(one)) {
      const answer = await digitalBazaar(world, changed(one, path), { status: false });
      assert.equal(answer.verified, false, path.join('.'));
    }
  });

  test(`${name}: Digital Bazaar's library refuses a credential with any property removed`, async () => {
    for (const path of spread(properties(one), 120)) {
      const answer = await digitalBazaar(world, without(one, path), { status: false });
      assert.equal(answer.verified, false, path.join('.'));
    }
  });

  test(`${name}: verifier-core refuses a credential with a value changed`, async () => {
    serveByFetch(world);
    for (const path of spread(leaves(one), 40)) {
      const answer = await verifierCore(changed(one, path));
      assert.equal(answer.accepted, false, path.join('.'));
    }
  });
}
