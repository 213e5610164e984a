// The reference credentials, before other people's verifiers.
import { judge } from './lib/judge.mjs';
import { referenceWorld } from './lib/world.mjs';

judge('the reference', referenceWorld());
