// What a kiosk issued and its institution published, before other people's verifiers.
import { test } from 'node:test';
import { judge } from './lib/judge.mjs';
import { trustFolder } from './lib/places.mjs';
import { folderWorld } from './lib/world.mjs';

const folder = trustFolder();
if (folder) judge('the kiosk', folderWorld(folder));
else test('the kiosk', { skip: 'no kiosk has left a trust folder: run scripts/run --tour' }, () => {});
