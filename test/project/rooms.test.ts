import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type IReporterOutput } from 'dependency-cruiser';
import { afterEach, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs'));

/** One forbidden import per room: the file that is planted, and what it wrongly imports. */
const PLANTED: Record<string, [file: string, imports: string]> = {
  problems: ['src/problems/planted.ts', 'src/xml/target.ts'],
  'usi/number': ['src/usi/number.ts', 'src/usi/verify.ts'],
  'usi/rules': ['src/usi/rules/planted.ts', 'src/usi/verify.ts'],
  'students/line': ['src/students/line.ts', 'src/usi/verify.ts'],
  'students/page': ['src/students/page/planted.ts', 'src/messages/target.ts'],
  'students/files': ['src/students/files/planted.ts', 'src/browser/target.ts'],
  xml: ['src/xml/planted.ts', 'src/crypto/target.ts'],
  crypto: ['src/crypto/planted.ts', 'src/xml/target.ts'],
  keystore: ['src/keystore/planted.ts', 'src/soap/target.ts'],
  soap: ['src/soap/planted.ts', 'src/sts/target.ts'],
  sts: ['src/sts/planted.ts', 'src/keystore/target.ts'],
  usi: ['src/usi/planted.ts', 'src/sts/target.ts'],
  messages: ['src/messages/planted.ts', 'src/usi/verify.ts'],
  browser: ['src/browser/planted.ts', 'src/keystore/target.ts'],
  ui: ['src/ui/planted.ts', 'src/keystore/target.ts'],
  core: ['src/index.ts', 'src/browser/target.ts'],
  background: ['background/planted.ts', 'src/ui/target.ts'],
  popup: ['popup/planted.ts', 'src/keystore/target.ts'],
  options: ['options/planted.ts', 'background/target.ts'],
  host: ['host/planted.ts', 'src/keystore/target.ts'],
  simulator: ['simulator/planted.ts', 'src/problems/target.ts'],
};

const PLANTED_PACKAGES: Record<string, string> = {
  'webextension-polyfill': 'background/planted.ts',
  'node-forge': 'src/keystore/planted.ts',
  '@xmldom/xmldom': 'src/soap/planted.ts',
  preact: 'background/planted.ts',
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The names of the rules that a small tree with one importing file breaks. */
async function brokenRules(file: string, specifier: string, target?: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  folders.push(folder);
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  if (target) write(target, 'export const target = 1;\n');
  write(file, `import * as wrong from '${specifier}';\nexport default wrong;\n`);
  const { output } = (await cruise([file], {
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  })) as IReporterOutput;
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map((violation) => violation.rule.name);
}

describe('the import rules', () => {
  for (const [room, [file, target]] of Object.entries(PLANTED)) {
    it(`refuse ${target} in ${room}`, async () => {
      const up = '../'.repeat(dirname(file).split('/').length);
      const rules = await brokenRules(file, `${up}${target}`, target);
      expect(rules).toContainEqual(expect.stringMatching(`^${room} imports`));
    });
  }

  for (const [name, file] of Object.entries(PLANTED_PACKAGES)) {
    it(`refuse ${name} in ${file}`, async () => {
      expect(await brokenRules(file, name)).toContain(`${name} is imported in its own place only`);
    });
  }

  it('refuse a Node API in the core', async () => {
    expect(await brokenRules('src/soap/planted.ts', 'node:fs')).toContain(
      'no Node API outside host and simulator',
    );
  });

  it('have a planted import for every room', () => {
    const rooms = forbidden.flatMap(
      ({ name }: { name: string }) => /^(.+) imports (only|nothing)/.exec(name)?.[1] ?? [],
    );
    expect(Object.keys(PLANTED).sort()).toEqual(rooms.sort());
  });
});
