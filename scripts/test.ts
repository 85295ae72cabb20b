/** `npm test`: every test, then one line that says how it went. Arguments narrow the run, as with vitest. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { startVitest } from 'vitest/node';
import { ROOT } from './build/paths.ts';
import { outcomeOf } from './test-outcome.ts';

const REFERENCE = resolve(ROOT, process.env.USI_REFERENCE ?? '../shared');

const vitest = await startVitest('test', process.argv.slice(2), { root: ROOT, watch: false });
const files = vitest.state.getTestModules();
const tests = files.flatMap((file) => [...file.children.allTests()]);
const ended = (state: 'passed' | 'failed') => tests.filter((test) => test.result().state === state).length;
/** Files that failed before, between or after their tests. */
const failedOutsideTests = files.filter(
  (file) => file.state() === 'failed' && [...file.children.allTests('failed')].length === 0,
).length;
const unhandled = vitest.state.getUnhandledErrors().length;
await vitest.close();

const passed = ended('passed');
const failedTests = ended('failed');
const { lines, exitCode } = outcomeOf(
  {
    passed,
    failed: failedTests + failedOutsideTests + unhandled,
    skipped: tests.length - passed - failedTests,
  },
  { ci: process.env.CI === 'true', reference: existsSync(REFERENCE) },
);
for (const line of lines) console.log(line);
process.exit(exitCode);
