import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';
import type { LogEntry } from '../../simulator/index.ts';

interface Run {
  readonly status: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

const ARTIFACTS = join(ROOT, 'artifacts');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usi-start-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm start -- --headless …`, from outside. */
async function start(...flags: string[]): Promise<Run> {
  const child = spawn('npm', ['start', '--silent', '--', '--headless', ...flags], { cwd: ROOT });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, lines: stdout.trim().split('\n'), stderr };
}

function faultsFile(content: string): string {
  const path = join(folder, 'faults.json');
  writeFileSync(path, content);
  return path;
}

/** A run with the log lines that the simulator wrote during it. */
function logOf(work: () => Promise<Run>): Promise<{ run: Run; log: LogEntry[] }> {
  rmSync(ARTIFACTS, { recursive: true, force: true });
  return work().then((run) => {
    const text = readFileSync(join(ARTIFACTS, 'simulator.log'), 'utf8').trim();
    return { run, log: text.split('\n').map((line) => JSON.parse(line) as LogEntry) };
  });
}

describe('npm start -- --headless', () => {
  let run: Run;
  let log: LogEntry[];
  beforeAll(async () => {
    ({ run, log } = await logOf(() => start()));
  });

  it('gives the six verdicts, one JSON line each, then the summary, and exits 0', () => {
    expect(run.lines.map((line) => JSON.parse(line))).toEqual([
      { usi: 'BNGH7C75FN', status: 'Valid', verdict: 'verified', differs: [], ms: expect.any(Number) },
      {
        usi: 'BNGH7C75FN',
        status: 'Valid',
        verdict: 'differs',
        differs: ['familyName'],
        ms: expect.any(Number),
      },
      {
        usi: 'DG6K5YHPP3',
        status: 'Deactivated',
        verdict: 'deactivated',
        differs: [],
        ms: expect.any(Number),
      },
      { usi: 'QFJEGFSBC4', status: 'Valid', verdict: 'verified', differs: [], ms: expect.any(Number) },
      { usi: 'H2289JJ33U', status: 'Invalid', verdict: 'not-found', differs: [], ms: expect.any(Number) },
      { usi: 'BNGH7C75FM', status: null, verdict: 'malformed', differs: [], ms: expect.any(Number) },
      { summary: { passed: 6, failed: 0 } },
    ]);
    expect(run.status).toBe(0);
  });

  it('asks for one token and for five students, and every request is accepted', () => {
    expect(log.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'RST ok',
      ...Array(5).fill('VerifyUSI ok'),
    ]);
  });

  it('leaves a picture of every look-up', () => {
    const pictures = readdirSync(ARTIFACTS).filter((name) => name.endsWith('.png'));
    expect(pictures).toHaveLength(6);
    for (const picture of pictures) {
      // The signature of a PNG file (PNG specification, 5.2).
      expect(readFileSync(join(ARTIFACTS, picture)).subarray(1, 4).toString()).toBe('PNG');
    }
  });

  it('writes no student into the log', () => {
    expect(JSON.stringify(log)).not.toMatch(/Maryam|Fredrick|BNGH7C75FN|1966/);
  });
});

describe('npm start -- --headless says by its exit status that something is wrong', () => {
  it('exits 1 when the native host is missing, and asks the services nothing', async () => {
    rmSync(join(ARTIFACTS, 'simulator.log'), { force: true });
    const { status, lines } = await start('--without-host');
    expect(status).toBe(1);
    expect(lines.at(-1)).toBe('{"summary":{"passed":0,"failed":6}}');
    expect(readdirSync(ARTIFACTS)).not.toContain('simulator.log');
  });

  it('exits 1 when the services answer 503 to everything; only the refusal before any call is as expected', async () => {
    const { run, log } = await logOf(() => start('--faults', faultsFile('[{"do":{"status":503}}]')));
    expect(run.status).toBe(1);
    expect(run.lines.at(-1)).toBe('{"summary":{"passed":1,"failed":5}}');
    expect(JSON.parse(run.lines[0] ?? '')).toMatchObject({ verdict: 'unchecked', status: null, differs: [] });
    expect(new Set(log.map(({ operation, cause }) => `${operation} ${cause}`))).toEqual(
      new Set(['RST status-503']),
    );
  });

  it.each([
    ['is not JSON', '[{"do":{"status":5x03}}]', 'cannot be read as JSON'],
    ['holds a rule that is not understood', '[{"do":{"explode":true}}]', 'rule 1: do.explode is not known'],
  ])('exits 2 with one line that says why when the faults file %s', async (_what, content, words) => {
    const path = faultsFile(content);
    const { status, lines, stderr } = await start('--faults', path);
    expect(status).toBe(2);
    expect(stderr).toContain(path);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect(lines).toEqual(['']);
  });

  it('exits 2 for a flag that does not exist', async () => {
    const { status, stderr } = await start('--no-such-flag');
    expect(status).toBe(2);
    expect(stderr).toContain('--no-such-flag');
  });
});
