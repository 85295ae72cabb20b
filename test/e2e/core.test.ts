/** dist/core/index.js as another program uses it, in plain Node. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dist } from '../../scripts/build/paths.ts';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import * as core from '../../src/index.ts';

const PROGRAM = fileURLToPath(new URL('../support/core-in-node.mjs', import.meta.url));

describe('the built core', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  it('reads a keystore, unlocks it, gets a token and verifies a student, without the extension', async () => {
    const { sts, usi, keystorePath: keystore, password, orgCode } = simulator;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [PROGRAM, dist('core', 'index.js'), JSON.stringify({ sts, usi, keystore, password, orgCode })],
      { env: { NODE_EXTRA_CA_CERTS: simulator.caPath } },
    );
    expect(JSON.parse(stdout)).toEqual({
      exports: Object.keys(core).sort(),
      abn: '27809366375',
      wrong: { isProblem: true, code: 'PASSWORD_WRONG' },
      verification: {
        status: 'Valid',
        verdict: 'differs',
        differs: ['familyName'],
        flags: { firstName: 'Match', familyName: 'NoMatch', dateOfBirth: 'Match' },
      },
    });
  });
});
