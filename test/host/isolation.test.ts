import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, useBuiltHost } from './support/built-host.ts';
import { framesIn, request } from './support/frames.ts';
import { KEYSTORE } from './support/keystores.ts';

const host = useBuiltHost();

/** Node's modules that can neither reach the network nor start a program. */
const HARMLESS_MODULES = ['node:fs', 'node:os', 'node:path', 'node:util'];

/** Whether system calls can be traced here (a container may forbid it). */
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

describe('what the host can do', () => {
  it('loads only modules that neither reach the network nor start a program, and nothing later', () => {
    const code = readFileSync(host.script, 'utf8');
    const loaded = [...code.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(([, name]) => name);
    expect(loaded.toSorted()).toEqual(HARMLESS_MODULES);
    const calls = code.match(/\b(require|import)\s*\(/g);
    expect(calls).toHaveLength(loaded.length);
    expect(code).not.toMatch(
      /\b(fetch|WebSocket|XMLHttpRequest|eval|Function)\(|process\.binding|getBuiltinModule/,
    );
  });

  it.skipIf(!canTrace)(
    'opens no socket, starts no program and writes no file while it serves (skipped where strace cannot run)',
    () => {
      mkdirSync(join(host.home, '.ATOMAS'));
      writeFileSync(join(host.home, '.ATOMAS/keystore-new.xml'), KEYSTORE);
      const trace = join(host.folder, 'trace');
      const requests = ['hello', 'find', 'read', 'doctor', 'unknown'].map((action) => request({ action }));
      const output = execFileSync(
        'strace',
        [
          '-f',
          '-o',
          trace,
          '-e',
          'trace=%network,%process,%file,openat',
          process.execPath,
          host.script,
          ...CHROMIUM_ARGS,
        ],
        { input: Buffer.concat(requests), env: { HOME: host.home } },
      );
      expect(framesIn(output)).toHaveLength(requests.length);
      const calls = readFileSync(trace, 'utf8').split('\n');
      const matching = (pattern: RegExp): string[] => calls.filter((call) => pattern.test(call));
      expect(matching(/ATOMAS\/keystore-new\.xml.*O_NOFOLLOW/)).not.toEqual([]);
      expect(matching(/\b(socket|connect|bind|listen|sendto)\(/)).toEqual([]);
      // The first is Node itself. Threads share the memory (CLONE_VM); a new program would not.
      expect(matching(/\bexecve(at)?\(/)).toHaveLength(1);
      expect(matching(/\b(fork|vfork)\(|\bclone3?\((?!.*CLONE_THREAD)/)).toEqual([]);
      const opened = matching(/\bO_(WRONLY|RDWR|CREAT|TRUNC)\b/);
      expect(opened.filter((call) => !call.includes('"/dev/'))).toEqual([]);
      expect(matching(/\b(rename|unlink|mkdir|chmod|chown|symlink|link|truncate|utime)\w*\(/)).toEqual([]);
    },
  );
});
