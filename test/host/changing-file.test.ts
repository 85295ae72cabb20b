import { mkdirSync, realpathSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HostResponse } from '../../src/messages/host.ts';
import { finished, useBuiltHost } from './support/built-host.ts';
import { refusal, request } from './support/frames.ts';
import { KEYSTORE, keystoreOfSize } from './support/keystores.ts';

const host = useBuiltHost();
let folder = '';

beforeAll(() => {
  folder = join(realpathSync(host.folder), 'files');
  mkdirSync(folder);
});

function file(name: string, contents: string | Uint8Array = KEYSTORE): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

describe('a file that changes while it is read', () => {
  /** Sends this many requests, and changes the file by `change` at every chance until all are answered. */
  async function readWhile(
    path: string,
    count: number,
    change: (step: number) => void,
    pauseMs: number,
  ): Promise<HostResponse<'read'>[]> {
    const end = finished(
      host.start(),
      Array.from({ length: count }, () => request({ action: 'read', path })),
    );
    let running = true;
    void end.finally(() => {
      running = false;
    });
    for (let step = 0; running; step += 1) {
      change(step);
      await new Promise((resolve) => setTimeout(resolve, step % 10 === 0 ? pauseMs : 0));
    }
    return (await end).answers() as HostResponse<'read'>[];
  }

  it('comes as one whole version or as a problem, never as a mixture', async () => {
    const versions = ['a', 'b'].map((letter) => Buffer.from(KEYSTORE.padEnd(400_000, letter)));
    const path = file('busy.xml', versions[0]);
    const whole = versions.map((version) => version.toString('base64'));
    const answers = await readWhile(
      path,
      40,
      (step) => {
        const next = versions[step % 20 < 10 ? 0 : 1] ?? '';
        // By turns as ATOMAS might (a new file takes the name) and as an editor might (the file is rewritten).
        if (step % 3 === 0) writeFileSync(path, next);
        else renameSync(file('busy.new', next), path);
      },
      150,
    );
    const seen = answers.map((answer) =>
      answer.ok ? whole.indexOf(answer.value.contents) : answer.problem.code,
    );
    const allowed = [0, 1, 'KEYSTORE_UNREADABLE'];
    expect(answers).toHaveLength(40);
    expect(seen.filter((result) => !allowed.includes(result))).toEqual([]);
    expect(seen).toContain(0);
    expect(seen).toContain(1);
  });

  it('is a problem that says so when it never stops changing', async () => {
    const path = file('restless.xml');
    const answers = await readWhile(path, 2, () => writeFileSync(path, KEYSTORE), 0);
    expect(answers).toEqual([
      refusal('KEYSTORE_UNREADABLE', 15, { reason: 'it was changed while it was read' }),
      refusal('KEYSTORE_UNREADABLE', 15, { reason: 'it was changed while it was read' }),
    ]);
  });

  it('is never followed when it turns into a link between two looks', async () => {
    const secret = file('secret.xml', KEYSTORE.padEnd(1_000, 's'));
    const path = file('turning.xml');
    const settled = new Date('2026-01-01T00:00:00Z');
    const answers = await readWhile(
      path,
      300,
      (step) => {
        const next = join(folder, 'turning.new');
        if (step % 2 === 0) symlinkSync(secret, next);
        else {
          writeFileSync(next, KEYSTORE);
          utimesSync(next, settled, settled);
        }
        renameSync(next, path);
      },
      0,
    );
    const seen = answers.map((answer) => (answer.ok ? answer.value.size : answer.problem.code));
    const allowed = [KEYSTORE.length, 'KEYSTORE_IS_LINK', 'KEYSTORE_UNREADABLE'];
    expect(seen.filter((result) => !allowed.includes(result))).toEqual([]);
    expect(seen).toContain('KEYSTORE_IS_LINK');
    expect(seen).toContain(KEYSTORE.length);
  });

  it('is refused when it outgrows the limit after it was opened', async () => {
    const path = file('growing.xml', keystoreOfSize(524_288));
    const grow = join(host.folder, 'grow.cjs');
    writeFileSync(
      grow,
      `const fs = require('node:fs'); const { fstatSync } = fs;
       fs.fstatSync = (...args) => { const status = fstatSync(...args); fs.appendFileSync(${JSON.stringify(path)}, 'x'); return status; };`,
    );
    const { answers } = await host.runScript(['--require', grow], [request({ action: 'read', path })]);
    expect(answers()).toEqual([refusal('KEYSTORE_TOO_LARGE', 13, { path })]);
  });
});
