import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HostOutput, HostResponse } from '../../src/messages/host.ts';
import { describeWithReference, referencePath } from '../support/reference.ts';
import { type Start, useBuiltHost } from './support/built-host.ts';
import { refusal, request } from './support/frames.ts';
import { KEYSTORE, keystoreOfSize, LARGEST_KEYSTORE, OTHER_FILES } from './support/keystores.ts';

/** Debian's user without rights; the tests themselves may run as root, whom no file mode stops. */
const NOBODY_UID = 65_534;

const host = useBuiltHost();
let folder = '';

beforeAll(() => {
  folder = join(realpathSync(host.folder), 'files');
  mkdirSync(folder);
});

async function read(path?: string, start: Start = {}): Promise<HostResponse<'read'>> {
  const input = [request(path === undefined ? { action: 'read' } : { action: 'read', path })];
  const [answer] = (await host.run({ ...start, input })).answers();
  return answer as HostResponse<'read'>;
}

async function readValue(path?: string): Promise<HostOutput<'read'>> {
  const answer = await read(path);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

function file(name: string, contents: string | Uint8Array = KEYSTORE): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

describe('read hands over', () => {
  it('the bytes of a keystore with size, time and path', async () => {
    const path = file('keystore.xml');
    const modified = '2026-02-03T04:05:06.789Z';
    utimesSync(path, new Date(modified), new Date(modified));
    expect(await readValue(path)).toEqual({
      path,
      contents: Buffer.from(KEYSTORE).toString('base64'),
      size: KEYSTORE.length,
      modified,
      shared: true,
    });
  });

  it('a keystore of exactly 512 KiB, every byte unchanged', async () => {
    const { contents, size } = await readValue(file('largest.xml', LARGEST_KEYSTORE));
    expect(size).toBe(524_288);
    expect(Buffer.from(contents, 'base64').equals(LARGEST_KEYSTORE)).toBe(true);
  });

  it.each([
    [0o600, false],
    [0o640, true],
    [0o604, true],
    [0o622, false],
  ])('whether others may read it (mode %o)', async (mode, shared) => {
    const path = file('mode.xml');
    chmodSync(path, mode);
    expect(await readValue(path)).toMatchObject({ shared });
  });

  it('a file whose name has spaces, quotes and letters of other scripts', async () => {
    const path = file('Schlüssel "neu" – 鍵.xml');
    expect(await readValue(path)).toMatchObject({ path });
  });

  it('a file behind links in parent folders, and says where it really lies', async () => {
    mkdirSync(join(folder, 'real/deep'), { recursive: true });
    writeFileSync(join(folder, 'real/deep/keystore.xml'), KEYSTORE);
    symlinkSync('real', join(folder, 'relative-link'));
    symlinkSync(join(folder, 'relative-link/deep'), join(folder, 'absolute-link'));
    for (const asked of ['relative-link/deep/keystore.xml', 'absolute-link/keystore.xml']) {
      expect(await readValue(join(folder, asked))).toMatchObject({
        path: join(folder, 'real/deep/keystore.xml'),
      });
    }
  });

  it('the file that “..” means after a link, which is not what it seems to spell', async () => {
    mkdirSync(join(folder, 'far/away'), { recursive: true });
    writeFileSync(join(folder, 'far/keystore.xml'), KEYSTORE);
    symlinkSync('far/away', join(folder, 'jump'));
    expect(await readValue(`${folder}/jump/../keystore.xml`)).toMatchObject({
      path: join(folder, 'far/keystore.xml'),
    });
  });

  it('ATOMAS’s default keystore when no path is given', async () => {
    expect(await read()).toEqual(
      refusal('KEYSTORE_NOT_FOUND', 10, { path: join(host.home, '.ATOMAS/keystore-new.xml') }),
    );
    mkdirSync(join(host.home, '.ATOMAS'));
    writeFileSync(join(host.home, '.ATOMAS/keystore-new.xml'), KEYSTORE);
    expect(await readValue()).toMatchObject({ size: KEYSTORE.length });
  });
});

describeWithReference('read hands over the official test keystores', () => {
  it.each(['2020-04', '2022-05', '2022-09', 'offline-2020-04'])(
    'keystore-usi-%s.xml, unchanged',
    async (name) => {
      const path = referencePath('keystore/data', `keystore-usi-${name}.xml`);
      const { contents } = await readValue(realpathSync(path));
      expect(Buffer.from(contents, 'base64').equals(readFileSync(path))).toBe(true);
    },
  );
});

describe('read refuses', () => {
  it.each([
    'keystore.xml',
    './keystore.xml',
    '../keystore.xml',
    '',
    '~/keystore.xml',
    'C:\\keystore.xml',
    '\\\\server\\share\\k.xml',
    'file:///etc/passwd',
  ])('%j, which is not a full path here', async (path) => {
    expect(await read(path)).toEqual(refusal('KEYSTORE_PATH_RELATIVE', 16, { path }));
  });

  it('a path that holds a NUL', async () => {
    const path = `${file('nul.xml')}\0.xml`;
    expect(await read(path)).toEqual(refusal('KEYSTORE_PATH_RELATIVE', 16, { path }));
  });

  it('a link as the last component, whether it leads to a keystore or nowhere', async () => {
    symlinkSync(file('target.xml'), join(folder, 'link.xml'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling.xml'));
    for (const name of ['link.xml', 'dangling.xml']) {
      const path = join(folder, name);
      expect(await read(path)).toEqual(refusal('KEYSTORE_IS_LINK', 11, { path }));
    }
  });

  it('a link that is spelt as if it were a folder', async () => {
    const path = join(folder, 'link.xml');
    expect(await read(`${path}/`)).toEqual(refusal('KEYSTORE_IS_LINK', 11, { path }));
  });

  it.each(['/', '/tmp/', '/dev', '/tmp/..', '/dev/zero', '/dev/null', '/dev/tty'])(
    '%s, which is not an ordinary file',
    async (path) => {
      expect(await read(path)).toMatchObject({ problem: { code: 'KEYSTORE_NOT_A_FILE', number: 12 } });
    },
  );

  it('a FIFO, without waiting for somebody to write to it', async () => {
    const path = join(folder, 'fifo.xml');
    execFileSync('mkfifo', [path]);
    expect(await read(path)).toEqual(refusal('KEYSTORE_NOT_A_FILE', 12, { path }));
  });

  it('a socket', async () => {
    const path = join(folder, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    expect(await read(path)).toEqual(refusal('KEYSTORE_NOT_A_FILE', 12, { path }));
    server.close();
  });

  it('a file of 512 KiB and one byte', async () => {
    const path = file('too-large.xml', keystoreOfSize(524_289));
    expect(await read(path)).toEqual(refusal('KEYSTORE_TOO_LARGE', 13, { path }));
  });

  it('a file of a terabyte, at once', async () => {
    const path = file('huge.xml');
    truncateSync(path, 2 ** 40);
    expect(await read(path)).toEqual(refusal('KEYSTORE_TOO_LARGE', 13, { path }));
  });

  it('a file that is absent, below a file, or has an impossible name', async () => {
    const paths = [
      join(folder, 'absent.xml'),
      join(file('plain.xml'), 'k.xml'),
      join(folder, 'x'.repeat(300)),
    ];
    for (const path of paths) expect(await read(path)).toEqual(refusal('KEYSTORE_NOT_FOUND', 10, { path }));
  });

  it('links in parent folders that go round in a circle', async () => {
    symlinkSync('circle-b', join(folder, 'circle-a'));
    symlinkSync('circle-a', join(folder, 'circle-b'));
    expect(await read(join(folder, 'circle-a/k.xml'))).toEqual(
      refusal('KEYSTORE_UNREADABLE', 15, { reason: 'ELOOP' }),
    );
  });

  it('a file or folder that the person may not read', async () => {
    const path = file('private.xml');
    chmodSync(path, 0o000);
    const closed = join(folder, 'closed');
    mkdirSync(closed);
    writeFileSync(join(closed, 'k.xml'), KEYSTORE);
    chmodSync(closed, 0o000);
    const other: Start = process.getuid?.() === 0 ? { uid: NOBODY_UID } : {};
    for (const asked of [path, join(closed, 'k.xml')]) {
      expect(await read(asked, other)).toEqual(refusal('KEYSTORE_UNREADABLE', 15, { reason: 'EACCES' }));
    }
    chmodSync(closed, 0o700);
  });

  it.each(Object.entries(OTHER_FILES))('%s', async (_what, contents) => {
    const path = file('other.xml', contents);
    expect(await read(path)).toEqual(refusal('KEYSTORE_OTHER_FILE', 14, { path }));
  });

  it.each(['/etc/passwd', '/proc/self/environ', '/etc/../etc/hosts'])(
    '%s, and gives nothing of it away',
    async (path) => {
      const answer = await read(path);
      expect(answer).toMatchObject({ ok: false, problem: { number: expect.any(Number) } });
      expect(JSON.stringify(answer)).not.toMatch(/root:|HOME=|localhost/);
    },
  );
});
