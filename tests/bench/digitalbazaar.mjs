// Digital Bazaar's library on the reference credential: sign and verify, medians of windows, one JSON line a measure.
// Contexts come from the packages that this project embeds; nothing is fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
const resolver = createRequire(new URL('tests/interop/package.json', root));
const load = async name => import(pathToFileURL(resolver.resolve(name)).href);
const vc = await load('@digitalbazaar/vc');
const { DataIntegrityProof } = await load('@digitalbazaar/data-integrity');
const { cryptosuite } = await load('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
const Ed25519Multikey = await load('@digitalbazaar/ed25519-multikey');

const text = path => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
const json = path => JSON.parse(text(path));
const reference = name => json('tests/vectors/reference/' + name);

// contexts.txt: url, package, path in it, form. Scripts hold the context as their default export or under a name.
async function readContext(packageName, path, form) {
    const file = new URL(`assets/node_modules/${packageName}/${path}`, root);
    if (form === 'file') return JSON.parse(readFileSync(fileURLToPath(file), 'utf8'));
    const module = await import(file.href);
    return Object.values(module).find(value => value?.['@context']);
}

const documents = new Map();
for (const line of text('storage/linked_data/contexts.txt').split('\n')) {
    const [url, packageName, path, form] = line.split(' ');
    if (!url || url.startsWith('#')) continue;
    try {
        documents.set(url, await readContext(packageName, path, form));
    } catch {
        continue; // a context that the reference does not use: the loader names it if it does
    }
}
const did = reference('did.json');
documents.set(did.id, did);
for (const method of did.verificationMethod) {
    documents.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
}

const documentLoader = async url => {
    const document = documents.get(url);
    if (!document) throw new Error(`nothing is fetched, and <${url}> is not here`);
    return { contextUrl: null, documentUrl: url, document };
};

// By the clock on the wall, and by the processor's time (all of the process's threads).
async function measure(name, work, windows = 9, length = 600) {
    for (let i = 0; i < 20; i++) await work(); // the compiler of the engine warms up
    const wall = [];
    const processor = [];
    for (let window = 0; window < windows; window++) {
        const start = performance.now();
        const processorStart = process.cpuUsage();
        let count = 0;
        while (performance.now() - start < length) {
            await work();
            count++;
        }
        const used = process.cpuUsage(processorStart);
        wall.push((count * 1000) / (performance.now() - start));
        processor.push((count * 1e6) / (used.user + used.system));
    }
    const middle = rates => rates.sort((a, b) => a - b)[windows >> 1];
    console.log(JSON.stringify({ name, per_second: middle(wall), per_processor_second: middle(processor), windows }));
}

const signed = reference('credential-en-typical.json');
const { proof, ...unsigned } = signed;
const seed = Buffer.from(reference('keys.json').keys['kiosk-7q3f'].seed, 'hex');
const pair = await Ed25519Multikey.generate({ id: proof.verificationMethod, controller: did.id, seed });
const signer = pair.signer();
const now = new Date('2026-06-20T00:00:00Z');
const suiteToSign = () => new DataIntegrityProof({ signer, date: proof.created, cryptosuite });
const suiteToVerify = () => new DataIntegrityProof({ cryptosuite });
const sign = () => vc.issue({ credential: structuredClone(unsigned), suite: suiteToSign(), documentLoader, now });
const verify = () =>
    vc.verifyCredential({
        credential: signed,
        suite: suiteToVerify(),
        documentLoader,
        now,
        checkStatus: async () => ({ verified: true }),
    });

const again = await sign();
if (again.proof.proofValue !== proof.proofValue) throw new Error('another signature than the reference');
const verdict = await verify();
if (!verdict.verified) throw new Error('not verified: ' + JSON.stringify(verdict.error?.errors ?? verdict.error));
await measure('digitalbazaar_sign', sign);
await measure('digitalbazaar_verify', async () => {
    if (!(await verify()).verified) throw new Error('not verified');
});
