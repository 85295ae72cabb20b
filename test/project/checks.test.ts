import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';
import { TROUBLESHOOTING, troubleshooting } from '../../scripts/generate-docs.ts';

/** Runs one of the project's own tools; returns what it said when it was not content. */
function complaints(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin', command), args, {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

describe('the sources', () => {
  for (const part of ['core', 'extension', 'node']) {
    it(`of the ${part} have no type error`, { timeout: 120_000 }, () => {
      expect(complaints('tsc', '-p', `tsconfig.${part}.json`)).toBe('');
    });
  }

  it('are formatted and free of lint', () => {
    expect(complaints('biome', 'ci', '.')).toBe('');
  });

  it('keep to the import rules', { timeout: 60_000 }, () => {
    const rooms = ['src', 'background', 'popup', 'options', 'host', 'simulator'];
    expect(complaints('depcruise', '--config', '.dependency-cruiser.cjs', ...rooms)).toBe('');
  });

  it('hold no file, export or package that nothing uses', { timeout: 60_000 }, () => {
    expect(complaints('knip', '--no-progress')).toBe('');
  });

  it('are no longer than 250 lines a file', () => {
    const files = spawnSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
      .stdout.trim()
      .split('\n');
    expect(files.length).toBeGreaterThan(50);
    const long = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});

describe('the lock file', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
  };

  it('names the optional packages of every system, without which npm ci refuses it', () => {
    const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.length).toBeGreaterThan(20);
    expect(
      wanted.filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))),
    ).toEqual([]);
  });

  it('names no address to download from', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});

describe('the generated pages', () => {
  it('say what the code says', () => {
    expect(readFileSync(TROUBLESHOOTING, 'utf8')).toBe(troubleshooting());
  });
});
