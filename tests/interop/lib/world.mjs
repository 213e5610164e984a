// A folder of published files as the web would serve it: did.json, status lists, and nothing else.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contexts } from './contexts.mjs';
import { officialSchema, reference, schemaUrl } from './places.mjs';

const read = path => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

function credentialsIn(folder) {
  return readdirSync(folder)
    .filter(name => /^credential.*\.json$/.test(name))
    .sort()
    .map(name => ({ name, json: JSON.parse(read(join(folder, name))) }));
}

// `files` maps a path under the host to text; credentials say which host.
function makeWorld(credentials, files) {
  const host = decodeURIComponent(credentials[0].json.issuer.id.replace('did:web:', ''));
  const schema = officialSchema();
  const serve = url => {
    if (url === schemaUrl && schema) return JSON.stringify(schema);
    const prefix = `https://${host}/`;
    return url.startsWith(prefix) ? files(url.slice(prefix.length)) : undefined;
  };
  return { host, credentials, serve, hasSchema: schema !== undefined };
}

export function referenceWorld() {
  return makeWorld(credentialsIn(reference), path => {
    if (path === '.well-known/did.json') return read(join(reference, 'did.json'));
    const list = /^status\/(\d+)$/.exec(path);
    return list ? read(join(reference, `status-${list[1]}.json`)) : undefined;
  });
}

export function folderWorld(folder) {
  return makeWorld(credentialsIn(folder), path => (path.includes('..') ? undefined : read(join(folder, path))));
}

// For Digital Bazaar's libraries: contexts from packages, DID documents and keys of did:web, status lists.
export function documentLoader(world) {
  return async url => {
    const found = document => ({ contextUrl: null, documentUrl: url, document });
    if (contexts.has(url)) return found(contexts.get(url));
    if (url.startsWith('did:web:')) return found(didDocument(world, url));
    const text = world.serve(url);
    if (text === undefined) throw new Error(`nothing is served at ${url}`);
    return found(JSON.parse(text));
  };
}

function didDocument(world, url) {
  const [did, fragment] = url.split('#');
  const path = did.split(':').slice(3).join('/') || '.well-known';
  const document = JSON.parse(world.serve(`https://${world.host}/${path}/did.json`));
  if (fragment === undefined) return document;
  const key = document.verificationMethod.find(one => one.id === url);
  if (!key) throw new Error(`${url} is not in ${did}'s document`);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...key };
}

// For verifier-core, which fetches: only our files, and whatever else is asked for is remembered and refused.
export function serveByFetch(world) {
  const strangers = [];
  globalThis.fetch = async input => {
    const url = typeof input === 'string' ? input : input.url ?? String(input);
    const text = world.serve(url);
    if (text === undefined) {
      if (url !== schemaUrl) strangers.push(url);
      return new Response('not found', { status: 404 });
    }
    return new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
  };
  return strangers;
}
