import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { find } from '../../host/actions/find.ts';
import { read } from '../../host/actions/read.ts';
import type { Surroundings } from '../../host/surroundings.ts';
import { useBuiltHost } from './support/built-host.ts';
import { request } from './support/frames.ts';
import { KEYSTORE } from './support/keystores.ts';

const host = useBuiltHost();
const MODIFIED = new Date('2026-02-03T04:05:06.000Z');
const file = (name: string): string => join(host.home, name);

function put(name: string, contents = KEYSTORE): string {
  const path = file(name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, contents);
  utimesSync(path, MODIFIED, MODIFIED);
  return path;
}

const FOUND = { found: true, modified: MODIFIED.toISOString(), size: KEYSTORE.length };

beforeEach(() => {
  rmSync(host.home, { recursive: true, force: true });
  mkdirSync(host.home);
});

describe('find over frames, on this system', () => {
  const ask = async (): Promise<unknown> =>
    (await host.run({ input: [request({ action: 'find' })] })).answers()[0];

  it('names the default place even when nothing is there', async () => {
    expect(await ask()).toEqual({
      ok: true,
      value: {
        places: [{ path: file('.ATOMAS/keystore-new.xml'), kind: 'machine-credential', found: false }],
      },
    });
  });

  it('lists the default file, then the other keystores of its folder, with times and sizes', async () => {
    const paths = ['keystore-new.xml', 'KeyStore.XML', 'keystore-old.xml'].map((name) =>
      put(`.ATOMAS/${name}`),
    );
    put('.ATOMAS/notes.xml', '<notes/>');
    put('.ATOMAS/keystore.txt');
    put('.ATOMAS/deeper/keystore.xml');
    expect(await ask()).toEqual({
      ok: true,
      value: { places: paths.map((path) => ({ path, kind: 'machine-credential', ...FOUND })) },
    });
  });

  it('says why a default file that is there cannot be used', async () => {
    const path = file('.ATOMAS/keystore-new.xml');
    mkdirSync(file('.ATOMAS'));
    symlinkSync(put('elsewhere.xml'), path);
    const problem = { code: 'KEYSTORE_IS_LINK', number: 11, params: { path } };
    expect(await ask()).toEqual({
      ok: true,
      value: { places: [{ path, kind: 'machine-credential', found: false, problem }] },
    });
  });

  it('stays within its limits in a folder of a thousand files', async () => {
    for (let i = 0; i < 1_000; i += 1) put(`.ATOMAS/${String(i).padStart(4, '0')}.xml`);
    const answer = (await ask()) as { value: { places: unknown[] } };
    expect(answer.value.places).toHaveLength(1 + 32);
  });
});

describe('find and read with what an administrator named', () => {
  const configurationFile = (): string => file('host.json');

  function surroundings(configuration: unknown, system: Surroundings['system'] = 'linux'): Surroundings {
    if (configuration !== undefined) {
      const text = typeof configuration === 'string' ? configuration : JSON.stringify(configuration);
      writeFileSync(configurationFile(), text);
    }
    return { system, home: host.home, env: {}, configurationFile: configurationFile() };
  }

  it('lists the named keystores first', () => {
    const named = [put('shared/a.xml'), file('shared/absent.xml')];
    put('.ATOMAS/keystore-new.xml');
    const { places } = find(surroundings({ keystores: named }));
    expect(places.map(({ path, kind, found }) => [path, kind, found])).toEqual([
      [named[0], 'configured', true],
      [named[1], 'configured', false],
      [file('.ATOMAS/keystore-new.xml'), 'machine-credential', true],
    ]);
  });

  it('reads the first named keystore that exists, and not the default one', () => {
    const named = [file('absent.xml'), put('b.xml'), put('c.xml')];
    put('.ATOMAS/keystore-new.xml');
    expect(read(undefined, surroundings({ keystores: named })).path).toBe(named[1]);
  });

  it('does not fall back to the default keystore when the named one is absent or unusable', () => {
    put('.ATOMAS/keystore-new.xml');
    const keystores = [file('absent.xml')];
    expect(() => read(undefined, surroundings({ keystores }))).toThrow('KEYSTORE_NOT_FOUND');
    put('absent.xml', 'damaged');
    expect(() => read(undefined, surroundings({ keystores }))).toThrow('KEYSTORE_OTHER_FILE');
  });

  it('reads the default keystore when the configuration is absent or names none', () => {
    const path = put('.ATOMAS/keystore-new.xml');
    for (const configuration of [undefined, {}, { keystores: [] }]) {
      expect(read(undefined, surroundings(configuration)).path).toBe(path);
    }
  });

  it.each([
    ['', 'it is not JSON'],
    ['{', 'it is not JSON'],
    ['[]', 'it is not an object'],
    ['null', 'it is not an object'],
    [' '.repeat(70_000), 'it is too large'],
    [{ keystore: '/a.xml' }, 'unknown member keystore'],
    [{ keystores: '/a.xml' }, 'keystores is not a list of full paths'],
    [{ keystores: ['a.xml'] }, 'keystores is not a list of full paths'],
    [{ keystores: [5] }, 'keystores is not a list of full paths'],
  ])('guesses nothing when the configuration is broken: %j', (configuration, reason) => {
    put('.ATOMAS/keystore-new.xml');
    const broken = surroundings(configuration);
    const problem = expect.objectContaining({
      code: 'HOST_CONFIGURATION_BROKEN',
      params: { path: configurationFile(), reason },
    });
    expect(() => read(undefined, broken)).toThrow(problem);
    expect(() => find(broken)).toThrow(problem);
  });

  it('still reads a local keystore by its path when the configuration is broken', () => {
    const path = put('k.xml');
    expect(read(path, surroundings('{')).path).toBe(path);
  });
});

describe('default places of the other systems', () => {
  const placesOf = (surroundings: Surroundings): [string, string][] =>
    find(surroundings).places.map(({ path, kind }) => [path, kind]);
  const configurationFile = '/nowhere/host.json';

  it('macOS: the two places that resemble the known ones, then AUSkey', () => {
    const home = '/Users/pat';
    expect(placesOf({ system: 'darwin', home, env: {}, configurationFile })).toEqual([
      [`${home}/Library/Application Support/ATOMAS/keystore-new.xml`, 'machine-credential'],
      [`${home}/.ATOMAS/keystore-new.xml`, 'machine-credential'],
      [`${home}/Library/Application Support/AUSkey/keystore-new.xml`, 'auskey'],
    ]);
  });

  it.each([{ APPDATA: 'D:\\Roaming' }, {}])('Windows: the roaming folder, with the environment %j', (env) => {
    const roaming = 'APPDATA' in env ? env.APPDATA : 'C:\\Users\\pat\\AppData\\Roaming';
    expect(placesOf({ system: 'win32', home: 'C:\\Users\\pat', env, configurationFile })).toEqual([
      [`${roaming}\\ATOMAS\\keystore-new.xml`, 'machine-credential'],
      [`${roaming}\\AUSkey\\keystore-new.xml`, 'auskey'],
    ]);
  });
});
