// Signs a credential of each shape with Digital Bazaar's library, as a did:key and as a did:web, into the folder named.
import { writeFileSync } from 'node:fs';
import { keyOf, shapes, sign } from '../interop/lib/foreign.mjs';
const out = process.argv[2];
const key = await keyOf(9);
const web = await keyOf(10, 'did:web:other.invalid');
let number = 0;
for (const make of Object.values(shapes)) {
  writeFileSync(`${out}/key-${number}.json`, JSON.stringify(await sign(make(key.controller), key)));
  writeFileSync(`${out}/web-${number}.json`, JSON.stringify(await sign(make('did:web:other.invalid'), web)));
  ++number;
}
writeFileSync(`${out}/did.json`, JSON.stringify({
  '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: 'did:web:other.invalid',
  verificationMethod: [{ id: web.id, type: 'Multikey', controller: web.controller, publicKeyMultibase: web.publicKeyMultibase }],
  assertionMethod: [web.id],
}));
