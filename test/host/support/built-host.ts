import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { OFFICIAL_IDS } from '../../../host/allowed-extensions.ts';
import { buildHost } from '../../../host/build.ts';
import { framesIn } from './frames.ts';

/** What Chromium passes on Linux. */
export const CHROMIUM_ARGS = [`chrome-extension://${OFFICIAL_IDS.chromium[0]}/`];

/** How long the host may take before it counts as hanging, in milliseconds. Its start alone takes about 80. */
const HANG_MS = 15_000;

export interface Run {
  /** Exit status; null when it had to be killed. */
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** The answers, decoded. Throws when stdout holds anything that is not a frame. */
  readonly answers: () => unknown[];
}

export interface Start {
  readonly args?: readonly string[];
  readonly env?: Record<string, string>;
  /** Chunks; the host gets each before the next is written. */
  readonly input?: readonly Uint8Array[];
  readonly uid?: number;
  readonly nodeOptions?: readonly string[];
}

/** The built host in a folder of its own, with an empty home folder for the person who runs it. */
export class BuiltHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'usi-host-'));
  readonly program = join(this.folder, 'dist', 'usi-companion-host');
  readonly script = join(this.folder, 'dist', 'usi-companion-host.cjs');
  readonly home = join(this.folder, 'home');

  async build(): Promise<void> {
    // Another user must be able to run it.
    chmodSync(this.folder, 0o755);
    mkdirSync(this.home);
    await buildHost(join(this.folder, 'dist'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Starts the launcher as a browser would, with nothing in the environment but HOME. */
  start({ args = CHROMIUM_ARGS, env = {}, uid }: Omit<Start, 'input'> = {}): ChildProcess {
    return spawn(this.program, args, {
      cwd: '/',
      env: { HOME: this.home, ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
  }

  async run({ input = [], ...start }: Start = {}): Promise<Run> {
    return finished(this.start(start), input);
  }

  /** Runs the script itself, with options for Node that the launcher would not let through. */
  async runScript(nodeOptions: readonly string[], input: readonly Uint8Array[]): Promise<Run> {
    const child = spawn(process.execPath, [...nodeOptions, this.script, ...CHROMIUM_ARGS], {
      env: { HOME: this.home },
    });
    return finished(child, input);
  }

  async command(...args: string[]): Promise<Run> {
    return this.run({ args });
  }
}

/** A built host for the tests of one file. */
export function useBuiltHost(): BuiltHost {
  const host = new BuiltHost();
  beforeAll(() => host.build());
  afterAll(() => host.remove());
  return host;
}

/** Feeds a program and waits for its end. */
export async function finished(child: ChildProcess, input: readonly Uint8Array[]): Promise<Run> {
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null)
    throw new Error('the program was started without pipes');
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  stdout.on('data', (chunk: Buffer) => out.push(chunk));
  stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // The host may stop reading at any time; then writing fails, as it does for a browser.
  stdin.on('error', () => {});
  const timer = setTimeout(() => child.kill('SIGKILL'), HANG_MS);
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for (const chunk of input) await new Promise((resolve) => stdin.write(chunk, resolve));
  stdin.end();
  const status = await closed;
  clearTimeout(timer);
  const bytes = Buffer.concat(out);
  return { status, stdout: bytes, stderr: Buffer.concat(err).toString(), answers: () => framesIn(bytes) };
}
