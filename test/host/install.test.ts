import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { OFFICIAL_IDS } from '../../host/allowed-extensions.ts';
import { BROWSERS, INSTALLABLE, installPlaces, manifestPlaces } from '../../host/browsers/index.ts';
import { launcherFor, programsIn } from '../../host/install/launcher.ts';
import { HOST_NAME } from '../../src/messages/host.ts';
import { finished, useBuiltHost } from './support/built-host.ts';
import { request } from './support/frames.ts';
import { treeOf } from './support/tree.ts';

const NOBODY_UID = 65_534;

const host = useBuiltHost();
const inHome = (path: string): string => join(host.home, path);
const installed = (name: string): string => inHome(`.local/share/usi-companion/host/${name}`);
const CHROMIUM = `.config/chromium/NativeMessagingHosts/${HOST_NAME}.json`;
const CHROME = `.config/google-chrome/NativeMessagingHosts/${HOST_NAME}.json`;
const FIREFOX = `.mozilla/native-messaging-hosts/${HOST_NAME}.json`;

beforeEach(() => {
  rmSync(host.home, { recursive: true, force: true });
  mkdirSync(host.home);
});

function manifest(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe('install', () => {
  it('writes the manifests that Chromium, Chrome and Firefox look for', async () => {
    const { status, stderr } = await host.command('install');
    expect([status, stderr]).toEqual([0, '']);
    const common = {
      name: HOST_NAME,
      description: expect.any(String),
      path: installed('usi-companion-host'),
      type: 'stdio',
    };
    const allowed_origins = OFFICIAL_IDS.chromium.map((id) => `chrome-extension://${id}/`);
    expect(manifest(inHome(CHROMIUM))).toEqual({ ...common, allowed_origins });
    expect(manifest(inHome(CHROME))).toEqual({ ...common, allowed_origins });
    expect(manifest(inHome(FIREFOX))).toEqual({ ...common, allowed_extensions: OFFICIAL_IDS.firefox });
  });

  it('leaves a host that works without the folder it came from, with an empty environment, from anywhere', async () => {
    await host.command('install');
    const { path } = manifest(inHome(CHROMIUM));
    expect(readFileSync(installed('usi-companion-host'), 'utf8')).not.toContain(host.script);
    const child = spawn(String(path), [], { env: {}, cwd: '/' });
    const { answers } = await finished(child, [request({ action: 'hello' })]);
    expect(answers()).toEqual([expect.objectContaining({ ok: true })]);
  });

  it('changes nothing when it runs again, even from the installed copy', async () => {
    await host.command('install');
    const before = treeOf(host.home);
    const { stdout } = await host.command('install');
    expect(stdout.toString()).not.toContain('written');
    expect(treeOf(host.home)).toEqual(before);
    const again = await finished(
      spawn(installed('usi-companion-host'), ['install'], { env: { HOME: host.home } }),
      [],
    );
    expect(again.status).toBe(0);
    expect(treeOf(host.home)).toEqual(before);
  });

  it('mends what was damaged', async () => {
    await host.command('install');
    const before = manifest(inHome(CHROMIUM));
    writeFileSync(inHome(CHROMIUM), '{');
    chmodSync(installed('usi-companion-host'), 0o600);
    await host.command('install');
    expect(manifest(inHome(CHROMIUM))).toEqual(before);
    expect(statSync(installed('usi-companion-host')).mode & 0o777).toBe(0o755);
  });

  it('gives the files their modes whatever the umask is', async () => {
    const child = spawn('sh', ['-c', `umask 077; exec '${host.program}' install`], {
      env: { HOME: host.home },
    });
    await finished(child, []);
    const modes = [
      installed('usi-companion-host'),
      installed('usi-companion-host.cjs'),
      inHome(CHROMIUM),
    ].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o755, 0o644, 0o644]);
  });

  it('writes for one browser when asked to', async () => {
    await host.command('install', '--browser', 'chrome');
    expect([CHROME, CHROMIUM, FIREFOX].map((path) => existsSync(inHome(path)))).toEqual([true, false, false]);
  });

  it('follows XDG_CONFIG_HOME and XDG_DATA_HOME, as Chromium does', async () => {
    const env = { XDG_CONFIG_HOME: inHome('c'), XDG_DATA_HOME: inHome('d') };
    await host.run({ args: ['install'], env });
    expect(manifest(inHome(`c/chromium/NativeMessagingHosts/${HOST_NAME}.json`)).path).toBe(
      inHome('d/usi-companion/host/usi-companion-host'),
    );
  });

  it('writes into a given folder, in place, and nothing else', async () => {
    const folder = inHome('profile/NativeMessagingHosts');
    await host.command('install', '--in-place', '--manifest-dir', folder);
    expect(Object.keys(treeOf(host.home)).toSorted()).toEqual([
      'profile',
      'profile/NativeMessagingHosts',
      `profile/NativeMessagingHosts/${HOST_NAME}.json`,
    ]);
    expect(manifest(join(folder, `${HOST_NAME}.json`)).path).toBe(host.program);
  });

  it('writes the Firefox manifest into a given folder when asked to', async () => {
    await host.command('install', '--in-place', '--browser', 'firefox', '--manifest-dir', inHome('f'));
    expect(manifest(inHome(`f/${HOST_NAME}.json`))).toHaveProperty('allowed_extensions');
  });

  it.each(['edge', 'brave', 'netscape'])('says that it does not know %s here', async (browser) => {
    const { status, stderr } = await host.command('install', '--browser', browser);
    expect(status).toBe(43);
    expect(stderr).toContain('HOST_BROWSER_UNSUPPORTED');
    expect(treeOf(host.home)).toEqual({});
  });

  it('says which file it may not write', async () => {
    writeFileSync(inHome('.config'), 'in the way');
    const { status, stderr } = await host.command('install');
    expect(status).toBe(44);
    expect(stderr).toContain(inHome('.config/chromium'));
    rmSync(inHome('.config'));
    await host.command('uninstall');
    expect(treeOf(host.home)).toEqual({});
  });

  it.skipIf(process.getuid?.() !== 0)(
    'says so when the person has no right to write (skipped unless root)',
    async () => {
      const { status } = await host.run({ args: ['install'], uid: NOBODY_UID });
      expect(status).toBe(44);
    },
  );
});

describe('uninstall', () => {
  it('leaves exactly what was there before', async () => {
    mkdirSync(inHome('.config/google-chrome/NativeMessagingHosts'), { recursive: true });
    writeFileSync(inHome('.config/google-chrome/NativeMessagingHosts/other.json'), '{}');
    mkdirSync(inHome('.mozilla'));
    const before = treeOf(host.home);
    await host.command('install');
    await host.command('install');
    const { status } = await host.command('uninstall');
    expect(status).toBe(0);
    expect(treeOf(host.home)).toEqual(before);
  });

  it('keeps what others have put into folders that install made', async () => {
    await host.command('install');
    const other = inHome('.config/chromium/NativeMessagingHosts/other.json');
    writeFileSync(other, '{}');
    await host.command('uninstall');
    expect(Object.keys(treeOf(host.home)).filter((path) => path.endsWith('.json'))).toEqual([
      '.config/chromium/NativeMessagingHosts/other.json',
    ]);
  });

  it('removes a damaged manifest of ours and keeps a namesake that is not ours', async () => {
    await host.command('install');
    writeFileSync(inHome(CHROMIUM), '{');
    writeFileSync(inHome(CHROME), JSON.stringify({ name: 'com.example.other' }));
    await host.command('uninstall');
    expect([CHROMIUM, CHROME].map((path) => existsSync(inHome(path)))).toEqual([false, true]);
  });

  it('does nothing and says so when nothing is installed, also the second time', async () => {
    const { status, stdout } = await host.command('uninstall');
    expect([status, stdout.toString()]).toEqual([0, 'nothing to do\n']);
    expect(treeOf(host.home)).toEqual({});
  });

  it('removes only the manifest from a given folder', async () => {
    const folder = inHome('p');
    await host.command('install', '--in-place', '--manifest-dir', folder);
    await host.command('uninstall', '--manifest-dir', folder);
    expect(Object.keys(treeOf(host.home))).toEqual(['p']);
  });
});

describe('the table of browsers', () => {
  it('has a place for every browser on every system, each once', () => {
    for (const system of ['linux', 'darwin', 'win32'] as const) {
      const places = BROWSERS.flatMap((browser) => Object.values(browser.places[system]));
      expect(places.length).toBeGreaterThanOrEqual(BROWSERS.length);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('fills every placeholder', () => {
    for (const system of ['linux', 'darwin', 'win32'] as const) {
      const places = manifestPlaces({ system, home: '/home/pat', env: {}, configurationFile: '/x' });
      expect(places.filter(({ path }) => path.includes('{') || !path.startsWith('/'))).toEqual([]);
    }
  });

  it.each(['darwin', 'win32'] as const)('says that %s is not supported yet', (system) => {
    expect(INSTALLABLE[system]).toEqual([]);
    const surroundings = { system, home: '/', env: {}, configurationFile: '/x' };
    expect(() => installPlaces(undefined, surroundings)).toThrow('HOST_BROWSER_UNSUPPORTED');
  });
});

describe('the launcher', () => {
  it('survives every character in a path', async () => {
    const odd = inHome(`it's "odd" $HOME \\ & dir`);
    mkdirSync(odd);
    const script = join(odd, 'x.cjs');
    writeFileSync(script, 'process.stdout.write(JSON.stringify(process.argv.slice(2)))');
    const launcher = join(odd, 'launcher');
    writeFileSync(launcher, launcherFor(process.execPath, script), { mode: 0o755 });
    const { stdout } = await finished(spawn(launcher, ['a b', "c'd", '']), []);
    expect(JSON.parse(stdout.toString())).toEqual(['a b', "c'd", '']);
    expect(programsIn(readFileSync(launcher, 'utf8'))).toEqual([process.execPath, script]);
  });

  it('is not seen in other programs', () => {
    expect(programsIn('#!/bin/sh\nexec something "$@"\n')).toEqual([]);
    expect(programsIn('\u007fELF')).toEqual([]);
  });
});
