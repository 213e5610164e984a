// Two strangers' verifiers, each asked one question: is this accepted?
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { documentLoader } from './world.mjs';

// verified: the proof. revoked: the bit, which checkStatus itself does not turn into a refusal.
export async function digitalBazaar(world, credential, { status = true } = {}) {
  const result = await vc.verifyCredential({
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: documentLoader(world),
    ...(status && { checkStatus: options => checkStatus({ ...options, verifyMatchingIssuers: false }) }),
  });
  const statuses = result.statusResult?.results ?? [];
  return {
    verified: result.verified === true && (!status || result.statusResult?.verified === true),
    revoked: statuses.some(one => one.status === true),
    error: result.error,
  };
}

// A credential dated in the future gives no error and no valid_signature: entries are required, not their absence.
export async function verifierCore(credential) {
  const result = await verifyCredential({ credential: structuredClone(credential), knownDIDRegistries: [] });
  const entry = id => result.log?.find(one => one.id === id)?.valid;
  return {
    accepted:
      !result.errors?.length &&
      entry('valid_signature') === true &&
      entry('expiration') === true &&
      entry('revocation_status') === true,
    result,
    entry,
  };
}
