/** `npm test`: every test, then one line that says how it went. Arguments narrow the run, as with vitest. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { startVitest } from 'vitest/node';

const ROOT = resolve(import.meta.dirname, '..');
const REFERENCE = resolve(ROOT, process.env.USI_REFERENCE ?? '../shared');

const vitest = await startVitest('test', process.argv.slice(2), { root: ROOT, watch: false });
const modules = vitest.state.getTestModules();
const tests = modules.flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
const brokenModules = modules.filter(
  (module) => module.state() === 'failed' && ![...module.children.allTests('failed')].length,
);

const passed = count('passed');
const failed = count('failed') + brokenModules.length + vitest.state.getUnhandledErrors().length;
const skipped = tests.length - passed - count('failed');
await vitest.close();

const nothingMayBeSkipped = process.env.CI === 'true' && existsSync(REFERENCE);
if (nothingMayBeSkipped && skipped > 0) console.log('The reference is here, so no test may be skipped.');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 || (nothingMayBeSkipped && skipped > 0) ? 1 : 0);
