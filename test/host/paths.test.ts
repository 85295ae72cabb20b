import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readKeystore } from '../../host/keystore/index.ts';
import { followParents, type Links } from '../../host/keystore/parents.ts';
import { isFullPath, isNetworkPath } from '../../host/keystore/path.ts';
import { realSurroundings, type Surroundings } from '../../host/surroundings.ts';

describe('full paths', () => {
  it.each(['C:\\k.xml', 'c:/k.xml', '\\\\server\\share\\k.xml', '//server/share/k.xml', '\\\\?\\C:\\k.xml'])(
    'on Windows %s is one',
    (path) => {
      expect(isFullPath(path, 'win32')).toBe(true);
    },
  );

  it.each([
    'k.xml',
    '\\k.xml',
    '/k.xml',
    'C:k.xml',
    'C:',
    '.\\k.xml',
    '%APPDATA%\\k.xml',
    '1:\\k.xml',
    'C:\\a\0b',
  ])('on Windows %j is none, because the current drive or folder would decide', (path) => {
    expect(isFullPath(path, 'win32')).toBe(false);
  });
});

describe('network paths', () => {
  it.each([
    '\\\\server\\share\\k.xml',
    '//server/share/k.xml',
    '\\/server/share',
    '\\\\?\\UNC\\server\\share\\k.xml',
    '\\\\.\\UNC\\s\\s',
    '\\\\.\\pipe\\x',
    '\\\\server@SSL@443\\DavWWWRoot\\k.xml',
  ])('on Windows %s may reach another computer', (path) => {
    expect(isNetworkPath(path, 'win32')).toBe(true);
  });

  it('on Windows a drive’s path does not', () => {
    expect(isNetworkPath('C:\\server\\share', 'win32')).toBe(false);
  });

  it('elsewhere two slashes are one', () => {
    expect(isNetworkPath('//server/share', 'linux')).toBe(false);
  });
});

describe('reading a network path on Windows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usi-config-'));
  const configurationFile = join(folder, 'host.json');
  const windows: Surroundings = { system: 'win32', home: 'C:\\Users\\pat', env: {}, configurationFile };
  const NAMED = '\\\\Server\\Share\\keys\\k.xml';
  writeFileSync(configurationFile, JSON.stringify({ keystores: [NAMED] }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    NAMED,
    '\\\\server\\share\\KEYS\\K.XML',
    '//server/share/keys/k.xml',
    '\\\\server\\share\\keys\\x\\..\\k.xml',
  ])('is tried when the administrator has named it: %s', (path) => {
    expect(() => readKeystore(path, windows)).toThrow('KEYSTORE_NOT_FOUND');
  });

  it.each([
    '\\\\server\\share\\keys\\other.xml',
    '\\\\server\\share\\keys',
    '\\\\evil\\share\\keys\\k.xml',
    '\\\\server\\share\\keys\\k.xml\\..\\..\\x.xml',
    '\\\\?\\UNC\\server\\share\\keys\\k.xml',
    '\\\\server.\\share\\keys\\k.xml',
    '\\\\server\\share\\keys\\k.xml:stream',
  ])('is refused before anything is touched otherwise: %s', (path) => {
    expect(() => readKeystore(path, windows)).toThrow(
      expect.objectContaining({ code: 'KEYSTORE_PATH_ON_NETWORK', params: { path } }),
    );
  });

  it('is refused when no administrator has said anything', () => {
    const silent = { ...windows, configurationFile: join(folder, 'absent.json') };
    expect(() => readKeystore(NAMED, silent)).toThrow('KEYSTORE_PATH_ON_NETWORK');
  });
});

describe('following links in parent folders', () => {
  /** A pretended disk: where each link leads. Asking about a path is noted. */
  function disk(targets: Record<string, string>): Links & { asked: string[] } {
    const asked: string[] = [];
    return {
      asked,
      isLink: (path) => {
        asked.push(path);
        return path in targets;
      },
      target: (path) => targets[path] ?? '',
    };
  }

  const accept = (): void => {};

  it.each([
    ['C:\\Users\\pat\\k.xml', {}, 'C:\\Users\\pat\\k.xml'],
    ['c:/Users/pat/k.xml', {}, 'c:\\Users\\pat\\k.xml'],
    ['C:\\a\\..\\b\\k.xml', {}, 'C:\\b\\k.xml'],
    ['C:\\a\\k.xml', { 'C:\\a': 'D:\\real' }, 'D:\\real\\k.xml'],
    ['C:\\a\\k.xml', { 'C:\\a': '\\real' }, 'C:\\real\\k.xml'],
    ['C:\\x\\a\\k.xml', { 'C:\\x\\a': '..\\b' }, 'C:\\b\\k.xml'],
    ['C:\\a\\k.xml', { 'C:\\a': 'b', 'C:\\b': 'c' }, 'C:\\c\\k.xml'],
  ])('on Windows %s with %j is %s', (path, targets, resolved) => {
    expect(followParents(path, 'win32', accept, disk(targets))).toBe(resolved);
  });

  it('shows every place a link leads to before anything there is touched', () => {
    const links = disk({ 'C:\\a': '\\\\evil\\share' });
    const shown: string[] = [];
    const refuse = (path: string): void => {
      shown.push(path);
      throw new Error('refused');
    };
    expect(() => followParents('C:\\a\\b\\k.xml', 'win32', refuse, links)).toThrow('refused');
    expect(shown).toEqual(['\\\\evil\\share\\b\\k.xml']);
    expect(links.asked).toEqual(['C:\\a']);
  });
});

describe('the computer as it is', () => {
  it('finds a home folder with an empty environment, and a configuration only an administrator can write', () => {
    expect(realSurroundings()).toMatchObject({
      system: 'linux',
      configurationFile: '/etc/usi-companion/host.json',
    });
  });
});
