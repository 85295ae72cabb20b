/**
 * `npm run bench`: one JSON line per figure, each a ratio against a named peer measured in the same run.
 * `--only NAME` measures one of the groups below. README.md says what each figure means.
 *
 *   figures/   what is measured, one group a file
 *   peers/     what we are measured against, where it is not there already
 *   support/   pairs, figures, a browser with everything connected
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildAll } from '../scripts/build.ts';
import { bundle } from './figures/bundle.ts';
import { core } from './figures/core.ts';
import { host } from './figures/host.ts';
import { lookUp } from './figures/look-up.ts';
import { popup } from './figures/popup.ts';
import { unlock } from './figures/unlock.ts';
import type { Figure } from './support/figure.ts';

const GROUPS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  bundle,
  unlock,
  core,
  host,
  'look-up': lookUp,
  popup,
};

const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const chosen = Object.entries(GROUPS).filter(([name]) => only === undefined || name === only);
if (chosen.length === 0) {
  process.stderr.write(`--only takes one of: ${Object.keys(GROUPS).join(', ')}\n`);
  process.exit(2);
}

await buildAll();
for (const [, measure] of chosen) {
  for (const figure of await measure()) process.stdout.write(`${JSON.stringify(figure)}\n`);
}
