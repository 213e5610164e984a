// Credentials of other issuers, in shapes that ours never have, signed by Digital Bazaar's library.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import jsigs from 'jsonld-signatures';
import { loadContext } from './contexts.mjs';

const v1 = 'https://www.w3.org/2018/credentials/v1';
const v2 = 'https://www.w3.org/ns/credentials/v2';
const ob = version => `https://purl.imsglobal.org/spec/ob/v3p0/context-${version}.json`;
const integrity = number => `https://w3id.org/security/data-integrity/v${number}`;

export async function keyOf(seedByte, controller) {
  const key = await Ed25519Multikey.generate({ seed: new Uint8Array(32).fill(seedByte) });
  key.controller = controller ?? `did:key:${key.publicKeyMultibase}`;
  key.id = controller ? `${controller}#key-${seedByte}` : `${key.controller}#${key.publicKeyMultibase}`;
  return key;
}

const suiteOf = key => new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: '2026-02-03T04:05:06Z' });

export const sign = (credential, key) => vc.issue({ credential, suite: suiteOf(key), documentLoader: loadContext });

export const addProof = (signed, key) =>
  jsigs.sign(signed, {
    suite: suiteOf(key),
    purpose: new jsigs.purposes.AssertionProofPurpose(),
    documentLoader: loadContext,
  });

const achievement = {
  id: 'https://other.invalid/achievements/1', type: ['Achievement'], name: 'Sample achievement',
  description: 'Made up for a test', criteria: { narrative: 'Whatever a sample needs' },
};
const badge = (version, more = {}, subject = {}) => issuer => ({
  '@context': [v2, ob(version), ...(more.contexts ?? [])], id: 'urn:uuid:5f0d6f7e-1111-4222-8333-944445555666',
  type: ['VerifiableCredential', 'OpenBadgeCredential'], name: 'Sample badge', validFrom: '2026-01-01T00:00:00Z',
  issuer: { id: issuer, type: ['Profile'], name: 'Another issuer' },
  credentialSubject: { id: 'did:example:learner', type: ['AchievementSubject'], achievement: { ...achievement }, ...subject },
  ...more.top,
});

export const shapes = {
  'least of VC 2.0': issuer => ({
    '@context': [v2], type: ['VerifiableCredential'], issuer, credentialSubject: { id: 'did:example:subject' } }),
  'VC 2.0 with language and direction': issuer => ({
    '@context': [v2], id: 'https://other.invalid/credentials/3', type: ['VerifiableCredential'],
    issuer: { id: issuer, name: { '@value': 'Université d’exemple', '@language': 'fr' } },
    name: [{ '@value': 'Sample', '@language': 'en' }, { '@value': 'عينة', '@language': 'ar', '@direction': 'rtl' }],
    credentialSubject: [{ id: 'did:example:a' }, { id: 'did:example:b' }], validFrom: '2026-01-01T00:00:00Z' }),
  'VC 2.0 with an inline context of lists, numbers, indexes and JSON': issuer => ({
    '@context': [v2, {
      '@vocab': 'https://other.invalid/vocab#', steps: { '@id': 'https://other.invalid/vocab#steps', '@container': '@list' },
      grid: { '@id': 'https://other.invalid/vocab#grid', '@type': '@json' },
      words: { '@id': 'https://other.invalid/vocab#words', '@container': '@language' },
      rooms: { '@id': 'https://other.invalid/vocab#rooms', '@container': '@id' } }],
    type: ['VerifiableCredential'], issuer,
    credentialSubject: {
      id: 'did:example:subject', steps: ['one', 2, 2.5, true, { inner: 'node' }], grid: { b: [1, 2.50, 'ü'], a: null },
      words: { en: 'yes', fr: ['oui', 'si'] }, score: 1e21, half: 0.5, done: false,
      rooms: { 'https://other.invalid/rooms/1': { seats: 12 }, 'https://other.invalid/rooms/2': { seats: 3 } },
      knows: [{ nick: 'one' }, { nick: 'two' }, { nick: 'two' }] } }),
  'VC 1.1 with the Data Integrity context': issuer => ({
    '@context': [v1, integrity(2)], id: 'urn:uuid:0e0d6f7e-1111-4222-8333-944445555666', type: ['VerifiableCredential'],
    issuer, issuanceDate: '2026-01-01T00:00:00Z', credentialSubject: { id: 'did:example:subject' } }),
  'VC 1.1 with the Data Integrity context and a vocabulary': issuer => ({
    '@context': [v1, integrity(2), { '@vocab': 'https://other.invalid/v#' }], type: ['VerifiableCredential'], issuer,
    issuanceDate: '2026-01-01T00:00:00Z', credentialSubject: { id: 'did:example:subject', alumniOf: 'Sample' } }),
  'Open Badges 3.0.1 on VC 1.1': issuer => {
    const { validFrom, ...made } = badge('3.0.1')(issuer);
    return { ...made, '@context': [v1, ob('3.0.1')], issuanceDate: validFrom };
  },
  'Open Badges 3.0.2, results and credits': badge('3.0.2', {}, {
    creditsEarned: 0.5, result: [{ type: ['Result'], value: '87' }], narrative: 'ᐊᓇ ᒪᕆ, “quoted” \\ back' }),
  'Open Badges 3.0.3, a schema and extensions': badge('3.0.3', {
    contexts: ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    top: { credentialSchema: [{ id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/sample.json', type: '1EdTechJsonSchemaValidator2019' }] } }),
  'Open Badges 3.0.3, an embedded endorsement': badge('3.0.3', {
    top: { endorsement: [{
      '@context': [v2, ob('3.0.3')], id: 'urn:uuid:9f0d6f7e-1111-4222-8333-944445555666',
      type: ['VerifiableCredential', 'EndorsementCredential'], name: 'Endorsement', validFrom: '2026-01-01T00:00:00Z',
      issuer: { id: 'did:example:partner', type: ['Profile'] },
      credentialSubject: { id: achievement.id, type: ['EndorsementSubject'], endorsementComment: 'In demand' } }] } }),
  'a status list': issuer => ({
    '@context': [v2], id: 'https://other.invalid/status/1', type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer, validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: { id: 'https://other.invalid/status/1#list', type: 'BitstringStatusList', statusPurpose: 'revocation',
      encodedList: 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQsvoAAAAAAAAAAAAAAAAP4GcwM92tQwAAA' } }),
};
