import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post } from './support/http.ts';

const ROOT = resolve(import.meta.dirname, '../..');

type Child = ChildProcessByStdio<null, Readable, Readable>;
interface FirstLine {
  sts: string;
  usi: string;
  ca: string;
  keystore: string;
  password: string;
  orgCode: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'main-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...flags: string[]): Child {
  const args = ['--import', 'tsx', 'simulator/main.ts', ...flags];
  return spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function firstLine(child: Child): Promise<FirstLine> {
  for await (const line of createInterface(child.stdout)) return JSON.parse(line) as FirstLine;
  throw new Error('no line');
}

async function refusal(...flags: string[]): Promise<{ code: unknown; stderr: string; stdout: string }> {
  const child = run(...flags);
  let stderr = '';
  let stdout = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, stderr, stdout };
}

describe('the command line', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('says where it is, answers, and stops on %s', async (signal) => {
    const log = join(folder, `${signal}.log`);
    const child = run('--clock-offset', '-600', '--log', log);
    const line = await firstLine(child);
    expect(Object.keys(line)).toEqual(['sts', 'usi', 'ca', 'keystore', 'password', 'orgCode']);
    expect(line.sts).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/R3\.0\/S007v1\.3\/service\.svc$/);
    expect(line.usi).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/service\/v5\/usiservice\.svc$/);
    expect(line.orgCode).toBe('VA1803');
    expect(readFileSync(line.keystore, 'utf8').match(/<credential /g)).toHaveLength(1);
    expect(statSync(line.keystore).mode & 0o077).toBe(0);

    const reply = await post({ caPem: readFileSync(line.ca, 'utf8') }, `${line.usi}?wsdl`, '', {
      method: 'GET',
    });
    expect(reply.status).toBe(200);
    const behind = Date.now() - Date.parse(reply.headers.date ?? '');
    expect(behind).toBeGreaterThan(595_000);
    expect(JSON.parse(readFileSync(log, 'utf8'))).toMatchObject({ n: 1, operation: 'WSDL', outcome: 'ok' });

    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(dirname(line.keystore))).toBe(false);
  });

  it('serves plain HTTP on a chosen port, with scripted faults', async () => {
    const rules = join(folder, 'rules.json');
    writeFileSync(rules, JSON.stringify([{ match: {}, do: { status: 503 } }]));
    const child = run('--http', '--port', '0', '--faults', rules);
    const line = await firstLine(child);
    expect(line.usi).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect((await post({ caPem: '' }, line.usi, '')).status).toBe(503);
    child.kill();
    await once(child, 'exit');
  });

  it('explains itself', async () => {
    const { code, stdout } = await refusal('--help');
    expect(code).toBe(0);
    for (const flag of ['--port', '--http', '--faults', '--clock-offset', '--log'])
      expect(stdout).toContain(flag);
  });

  it.each([
    [['--colour'], /--colour/],
    [['--port', 'many'], /--port needs a number, not many/],
    [['--clock-offset', 'late'], /--clock-offset needs a number, not late/],
    [['--faults', '/no/such/file'], /\/no\/such\/file cannot be read as JSON/],
  ])('refuses %j with a clear line and status 2', async (flags, message) => {
    const { code, stderr, stdout } = await refusal(...flags);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
