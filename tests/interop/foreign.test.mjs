// Credentials that Digital Bazaar's library signed, before our verifier: accepted as they are, refused when changed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { addProof, keyOf, shapes, sign } from './lib/foreign.mjs';
import { changed, leaves, spread, without } from './lib/leaves.mjs';
import { program } from './lib/places.mjs';

let verifier;
let answers;

before(() => {
  verifier = spawn(program('verify_foreign'), { stdio: ['pipe', 'pipe', 'inherit'] });
  answers = createInterface({ input: verifier.stdout })[Symbol.asyncIterator]();
});
after(() => verifier?.stdin.end());

async function judged(credential, keys = {}) {
  verifier.stdin.write(JSON.stringify({ credential, keys }) + '\n');
  return JSON.parse((await answers.next()).value);
}

const published = keys => Object.fromEntries(keys.map(key => [key.id, key.publicKeyMultibase]));

for (const [name, make] of Object.entries(shapes)) {
  for (const controller of [undefined, 'did:web:other.invalid']) {
    test(`${name}, issued by ${controller ?? 'a did:key'}`, async () => {
      const key = await keyOf(7, controller);
      const signed = await sign(make(key.controller), key);
      const answer = await judged(signed, published([key]));
      assert.deepEqual(answer, { valid: [true], reason: '' });
      const paths = leaves(signed);
      for (const path of controller ? spread(paths, 12) : paths) {
        const { valid } = await judged(changed(signed, path), published([key]));
        assert.ok(!valid.includes(true), `still accepted with ${path.join('.')} changed`);
      }
    });
  }
}

test('a property that was added or removed is refused', async () => {
  const key = await keyOf(7);
  const signed = await sign(shapes['Open Badges 3.0.2, results and credits'](key.controller), key);
  const { valid } = await judged({ ...signed, description: 'added' });
  assert.deepEqual(valid, [false]);
  for (const path of [['name'], ['credentialSubject', 'creditsEarned'], ['credentialSubject', 'result', '0', 'value']]) {
    assert.ok(!(await judged(without(signed, path))).valid.includes(true), path.join('.'));
  }
});

test('of a proof set each proof is judged for itself', async () => {
  const [first, second] = [await keyOf(7), await keyOf(8, 'did:web:other.invalid')];
  const signed = await addProof(await sign(shapes['Open Badges 3.0.1 on VC 1.1'](first.controller), first), second);
  assert.equal(signed.proof.length, 2);
  assert.deepEqual((await judged(signed, published([second]))).valid, [true, true]);
  const broken = structuredClone(signed);
  broken.proof[1].proofValue = broken.proof[0].proofValue;
  assert.deepEqual((await judged(broken, published([second]))).valid, [true, false]);
  const stranger = await judged(signed);
  assert.deepEqual(stranger.valid, [true, false]);
  assert.match(stranger.reason, /no key/);
});

test('a key other than the one that signed is refused', async () => {
  const [key, other] = [await keyOf(7, 'did:web:other.invalid'), await keyOf(8)];
  const signed = await sign(shapes['least of VC 2.0'](key.controller), key);
  assert.deepEqual((await judged(signed, { [key.id]: other.publicKeyMultibase })).valid, [false]);
});

test('a context outside the embedded set is refused by name', async () => {
  const key = await keyOf(7);
  const signed = await sign(shapes['least of VC 2.0'](key.controller), key);
  signed['@context'].push('https://other.invalid/unknown.jsonld');
  const answer = await judged(signed);
  assert.deepEqual(answer.valid, [false]);
  assert.match(answer.reason, /other\.invalid\/unknown\.jsonld/);
});
