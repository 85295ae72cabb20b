import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../host/diagnosis/index.ts';
import { type DoctorCheck, HOST_NAME, type HostOutput } from '../../src/messages/host.ts';
import { useBuiltHost } from './support/built-host.ts';
import { request } from './support/frames.ts';
import { KEYSTORE } from './support/keystores.ts';
import { treeOf } from './support/tree.ts';

const host = useBuiltHost();
const inHome = (path: string): string => join(host.home, path);
const LAUNCHER = '.local/share/usi-companion/host/usi-companion-host';
const CHROMIUM = `.config/chromium/NativeMessagingHosts/${HOST_NAME}.json`;

beforeEach(async () => {
  rmSync(host.home, { recursive: true, force: true });
  mkdirSync(inHome('.ATOMAS'), { recursive: true });
  writeFileSync(inHome('.ATOMAS/keystore-new.xml'), KEYSTORE);
  await host.command('install');
});

async function doctor(
  ...flags: string[]
): Promise<{ status: number | null; checks: readonly DoctorCheck[] }> {
  const { status, stdout } = await host.command('doctor', '--json', ...flags);
  const { checks } = JSON.parse(stdout.toString()) as HostOutput<'doctor'>;
  return { status, checks };
}

/** Damages something, and gives the first problem and the exit status. */
async function afterwards(damage: () => void): Promise<[string | undefined, number | null]> {
  damage();
  const { status, checks } = await doctor();
  const first = checks.find(({ ok }) => !ok);
  expect(first?.problem?.number ?? 0).toBe(status);
  return [first?.problem?.code, status];
}

function editManifest(change: object): void {
  const manifest = JSON.parse(readFileSync(inHome(CHROMIUM), 'utf8'));
  writeFileSync(inHome(CHROMIUM), JSON.stringify({ ...manifest, ...change }));
}

describe('doctor', () => {
  it('finds a fresh installation right and ends with 0', async () => {
    const { status, checks } = await doctor();
    expect(status).toBe(0);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks).toContainEqual({
      name: 'manifest chromium user',
      ok: true,
      found: true,
      path: inHome(CHROMIUM),
      program: inHome(LAUNCHER),
      allows: [expect.stringMatching(/^chrome-extension:\/\/[a-p]{32}\/$/)],
    });
    expect(checks).toContainEqual({
      name: 'keystore',
      ok: true,
      found: true,
      path: inHome('.ATOMAS/keystore-new.xml'),
    });
  });

  it('names every place it looked at, also where nothing is', async () => {
    const { checks } = await doctor();
    expect(checks.map(({ name }) => name)).toEqual([
      'configuration',
      'manifest chromium user',
      'manifest chromium machine',
      'manifest chrome user',
      'manifest chrome machine',
      'manifest edge user',
      'manifest edge machine',
      'manifest brave user',
      'manifest vivaldi user',
      'manifest firefox user',
      'manifest firefox machine',
      'registration',
      'keystore',
    ]);
    expect(checks.find(({ name }) => name === 'manifest edge user')).toMatchObject({
      ok: true,
      found: false,
    });
  });

  it('answers the same over frames', async () => {
    const { answers } = await host.run({ input: [request({ action: 'doctor' })] });
    expect(answers()).toEqual([
      { ok: true, value: expect.objectContaining({ checks: (await doctor()).checks }) },
    ]);
  });

  it('changes nothing', async () => {
    const before = treeOf(host.home);
    await doctor();
    await host.command('doctor');
    expect(treeOf(host.home)).toEqual(before);
  });

  it('says in words what is wrong and what to do', async () => {
    chmodSync(inHome(LAUNCHER), 0o644);
    const { status, stdout } = await host.command('doctor');
    expect(status).toBe(42);
    expect(stdout.toString()).toContain(`WRONG   manifest chromium user: ${inHome(CHROMIUM)}\n`);
    expect(stdout.toString()).toContain(
      `absent or may not be executed: ${inHome(LAUNCHER)}. (HOST_PROGRAM_MISSING, 42)`,
    );
    expect(stdout.toString()).toContain('Run “usi-companion-host install” again.');
    expect(stdout.toString()).toMatch(/^absent {2}manifest edge user: /m);
    expect(stdout.toString()).not.toContain('{');
  });

  it.each<[string, () => void, string, number]>([
    [
      'no manifest is left',
      () => {
        for (const folder of ['.config', '.mozilla']) rmSync(inHome(folder), { recursive: true });
      },
      'HOST_NOT_REGISTERED',
      40,
    ],
    ['a manifest is not JSON', () => writeFileSync(inHome(CHROMIUM), '{'), 'HOST_MANIFEST_WRONG', 41],
    ['a manifest is a list', () => writeFileSync(inHome(CHROMIUM), '[]'), 'HOST_MANIFEST_WRONG', 41],
    [
      'a manifest is a folder',
      () => {
        rmSync(inHome(CHROMIUM));
        mkdirSync(inHome(CHROMIUM));
      },
      'HOST_MANIFEST_WRONG',
      41,
    ],
    ['a manifest names another host', () => editManifest({ name: 'x' }), 'HOST_MANIFEST_WRONG', 41],
    ['a manifest has another type', () => editManifest({ type: 'pipe' }), 'HOST_MANIFEST_WRONG', 41],
    ['a manifest has a relative path', () => editManifest({ path: 'host' }), 'HOST_MANIFEST_WRONG', 41],
    ['a manifest allows nobody', () => editManifest({ allowed_origins: [] }), 'HOST_MANIFEST_WRONG', 41],
    [
      'a manifest lacks the list',
      () => editManifest({ allowed_origins: undefined }),
      'HOST_MANIFEST_WRONG',
      41,
    ],
    ['the program is gone', () => rmSync(inHome(LAUNCHER)), 'HOST_PROGRAM_MISSING', 42],
    ['the program is a folder', () => editManifest({ path: host.home }), 'HOST_PROGRAM_MISSING', 42],
    [
      'the script behind the launcher is gone',
      () => rmSync(inHome(`${LAUNCHER}.cjs`)),
      'HOST_PROGRAM_MISSING',
      42,
    ],
    [
      'the Node behind the launcher is gone',
      () =>
        writeFileSync(
          inHome(LAUNCHER),
          readFileSync(inHome(LAUNCHER), 'utf8').replace(process.execPath, '/old/node'),
        ),
      'HOST_PROGRAM_MISSING',
      42,
    ],
    ['the keystore is absent', () => rmSync(inHome('.ATOMAS/keystore-new.xml')), 'KEYSTORE_NOT_FOUND', 10],
    [
      'the keystore is another file',
      () => writeFileSync(inHome('.ATOMAS/keystore-new.xml'), 'x'),
      'KEYSTORE_OTHER_FILE',
      14,
    ],
  ])('notices that %s', async (_what, damage, code, number) => {
    expect(await afterwards(damage)).toEqual([code, number]);
  });

  it('allows other extensions beside ours', async () => {
    const { allowed_origins } = JSON.parse(readFileSync(inHome(CHROMIUM), 'utf8'));
    editManifest({
      allowed_origins: [...allowed_origins, 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/'],
    });
    expect((await doctor()).status).toBe(0);
  });

  it('looks at a given folder instead of the browsers’ own', async () => {
    const folder = inHome('given');
    expect(await doctor('--manifest-dir', folder)).toMatchObject({ status: 40 });
    await host.command('install', '--in-place', '--manifest-dir', folder);
    const { status, checks } = await doctor('--manifest-dir', folder);
    expect(status).toBe(0);
    expect(checks.map(({ name }) => name)).toContain('manifest chromium given folder');
  });

  it('reports a broken configuration', () => {
    const configurationFile = inHome('host.json');
    writeFileSync(configurationFile, '{');
    const { checks } = diagnose({ system: 'linux', home: host.home, env: {}, configurationFile });
    expect(checks[0]).toMatchObject({ name: 'configuration', found: true, problem: { number: 18 } });
  });
});

describe('the command line', () => {
  it('says its version', async () => {
    const { status, stdout } = await host.command('--version');
    expect([status, stdout.toString()]).toEqual([0, 'usi-companion-host 0.1.0 (protocol 1.0)\n']);
  });

  it.each(['--help', '-h'])('%s lists every command and flag', async (flag) => {
    const { status, stdout } = await host.command(flag);
    expect(status).toBe(0);
    for (const word of [
      'install',
      'uninstall',
      'doctor',
      '--version',
      '--browser',
      '--manifest-dir',
      '--in-place',
      '--json',
    ]) {
      expect(stdout.toString()).toContain(word);
    }
  });

  it.each([
    [['instal']],
    [['install', 'now']],
    [['--frobnicate']],
    [['install', '--json']],
    [['doctor', '--in-place']],
    [['install', '--manifest-dir']],
    [['--json']],
    [['doctor', '--version']],
  ])('does not understand %j, does nothing and says so', async (words) => {
    const { status, stdout, stderr } = await host.command(...words);
    expect(status).toBe(34);
    expect(stdout).toHaveLength(0);
    expect(stderr).toContain(`“${words.join(' ')}”`);
  });
});
