// Where the files are: our own vectors, a kiosk's trust folder, the standards' schemas, the built programs.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..', '..');
export const reference = join(root, 'tests', 'vectors', 'reference');

// A folder that a kiosk's tour leaves; scripts/run writes it to tour/.
export function trustFolder() {
  const named = process.env.NORTHSEAL_TRUST;
  if (named) return named;
  const tour = join(root, 'tour');
  return existsSync(join(tour, '.well-known', 'did.json')) ? tour : undefined;
}

const schemaName = 'ob_v3p0_achievementcredential_schema.json';
export const schemaUrl = `https://purl.imsglobal.org/spec/ob/v3p0/schema/json/${schemaName}`;

// The official schema is not ours to publish: it is read where NORTHSEAL_STANDARDS names a folder that has it.
export function officialSchema() {
  const folder = process.env.NORTHSEAL_STANDARDS;
  if (!folder) return undefined;
  for (const below of ['data', '.']) {
    const path = join(folder, below, 'schemas', 'ob_v3p0', schemaName);
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  }
  return undefined;
}

export function program(name) {
  const folders = [process.env.NORTHSEAL_BIN, join(root, 'build', 'bin'), join(root, 'build', 'dev', 'bin')];
  for (const folder of folders) {
    if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  throw new Error(`${name} is not built: run scripts/build --all, or name its folder in NORTHSEAL_BIN`);
}
