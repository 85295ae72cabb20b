/** What goes to the stores: the packages, and what Mozilla's linter says of the extension. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dist, ROOT } from '../../scripts/build/paths.ts';
import { TESTED_BUILD } from '../support/build-once.ts';
import { filesBelow } from '../support/built.ts';

const inPackage = (browser: string) =>
  new Map(Object.entries(unzipSync(readFileSync(dist('store', `${browser}.zip`)))));
const inFolder = (browser: string) => filesBelow(dist(browser));

describe('the package for the store', () => {
  for (const browser of ['chromium', 'firefox']) {
    it(`of ${browser} holds the files of dist/${browser} and no others, byte for byte`, () => {
      const files = inFolder(browser);
      const packed = inPackage(browser);
      expect([...packed.keys()]).toEqual([...files.keys()]);
      for (const [name, bytes] of files) {
        if (name !== 'manifest.json')
          expect(bytes.equals(packed.get(name) ?? Buffer.alloc(0)), name).toBe(true);
      }
    });
  }

  const manifestLines = (files: Map<string, Uint8Array>) =>
    Buffer.from(files.get('manifest.json') ?? [])
      .toString()
      .split('\n');

  it('of Chromium differs from dist/chromium by the line of the manifest’s key only', () => {
    const own = manifestLines(inFolder('chromium'));
    const packed = manifestLines(inPackage('chromium'));
    const keyLine = own.findIndex((line) => line.includes('"key"'));
    expect(own.toSpliced(keyLine, 1)).toEqual(packed);
    expect(JSON.parse(packed.join('\n'))).not.toHaveProperty('key');
  });

  it('of Firefox has the manifest of dist/firefox', () => {
    expect(manifestLines(inPackage('firefox'))).toEqual(manifestLines(inFolder('firefox')));
  });
});

describe('a build', () => {
  it('that is tested is, byte for byte, what npm run build makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usi-build-'));
    try {
      const { status, stderr } = spawnSync('npx', ['tsx', 'scripts/build.ts', folder], {
        cwd: ROOT,
        env: { PATH: process.env.PATH, HOME: process.env.HOME },
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
      const first = filesBelow(dist());
      first.delete(TESTED_BUILD);
      const again = filesBelow(folder);
      expect([...again.keys()]).toEqual([...first.keys()]);
      const different = [...first].filter(([name, bytes]) => !again.get(name)?.equals(bytes));
      expect(different.map(([name]) => name)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('Mozilla’s linter', () => {
  /** Warnings that are known and harmless, by code: how many and why. */
  const KNOWN = {
    // Preact can set innerHTML (`dangerouslySetInnerHTML`); nothing here asks it to.
    UNSAFE_VAR_ASSIGNMENT: 1,
  };

  interface Message {
    readonly code: string;
    readonly file?: string;
  }

  it('finds no error, and no warning but the known', () => {
    const { stdout, stderr } = spawnSync(
      'npx',
      ['web-ext', 'lint', '--source-dir', dist('firefox'), '--output', 'json', '--no-config-discovery'],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(stdout, stderr).not.toBe('');
    const report: Record<'errors' | 'notices' | 'warnings', Message[]> = JSON.parse(stdout);
    expect(report.errors).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { code } of [...report.warnings, ...report.notices]) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual(KNOWN);
  });

  it('has nothing to say because nothing in our own pages sets HTML from text', () => {
    for (const room of ['src', 'popup', 'options', 'background']) {
      for (const [name, text] of filesBelow(join(ROOT, room))) {
        expect(String(text), name).not.toMatch(/dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML/);
      }
    }
  });
});
