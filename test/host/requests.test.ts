import { describe, expect, it } from 'vitest';
import { OFFICIAL_IDS } from '../../host/allowed-extensions.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { HOST_NAME, HOST_PROTOCOL } from '../../src/messages/host.ts';
import { CHROMIUM_ARGS, useBuiltHost } from './support/built-host.ts';
import { frame, refusal, request } from './support/frames.ts';

const host = useBuiltHost();
const MANIFEST = `/home/pat/.mozilla/native-messaging-hosts/${HOST_NAME}.json`;

async function ask(message: unknown): Promise<unknown> {
  const { answers } = await host.run({ input: [request(message)] });
  return answers()[0];
}

describe('requests', () => {
  it('hello says the versions of host and protocol, and the system', async () => {
    expect(await ask({ action: 'hello' })).toEqual({
      ok: true,
      value: { host: packageJson.version, protocol: HOST_PROTOCOL, platform: process.platform },
    });
  });

  it.each(['', 'Hello', 'hello ', 'unlock', 'write', 'toString', '__proto__', 'constructor'])(
    'refuses the unknown action %j',
    async (action) => {
      expect(await ask({ action })).toEqual(refusal('HOST_ACTION_UNKNOWN', 30));
    },
  );

  it.each(['hello', 'find', 'doctor'])('%s takes no member', async (action) => {
    expect(await ask({ action, path: '/tmp/x.xml' })).toEqual(
      refusal('HOST_MEMBER_UNKNOWN', 31, { member: 'path' }),
    );
  });

  it.each(['password', 'Path', 'encoding', 'toString', 'constructor'])(
    'read refuses the unknown member %j',
    async (member) => {
      expect(await ask({ action: 'read', [member]: 'x' })).toEqual(
        refusal('HOST_MEMBER_UNKNOWN', 31, { member }),
      );
    },
  );

  it('is not fooled by a member named __proto__', async () => {
    const { answers } = await host.run({
      input: [frame('{"action":"read","__proto__":{"path":"/etc/passwd"}}')],
    });
    expect(answers()).toEqual([refusal('HOST_MEMBER_UNKNOWN', 31, { member: '__proto__' })]);
  });

  it('repeats no more than 64 characters of an unknown member', async () => {
    const { answers } = await host.run({ input: [request({ action: 'hello', ['x'.repeat(5000)]: 1 })] });
    expect(answers()).toEqual([refusal('HOST_MEMBER_UNKNOWN', 31, { member: 'x'.repeat(64) })]);
  });

  it.each([null, 5, true, ['/tmp/x.xml'], {}])('read refuses the path %j', async (path) => {
    expect(await ask({ action: 'read', path })).toEqual(
      refusal('HOST_FRAME_MALFORMED', 32, { reason: 'path is not a string' }),
    );
  });
});

describe('callers', () => {
  const [chromiumId] = OFFICIAL_IDS.chromium;
  const [firefoxId] = OFFICIAL_IDS.firefox;

  it.each([
    ['Chromium', CHROMIUM_ARGS],
    ['Chromium on Windows', [...CHROMIUM_ARGS, '--parent-window=4711']],
    ['Firefox', [MANIFEST, firefoxId]],
    ['a person at a shell', []],
  ])('serves our extension in %s', async (_browser, args) => {
    const { answers, status } = await host.run({ args, input: [request({ action: 'hello' })] });
    expect(answers()).toEqual([expect.objectContaining({ ok: true })]);
    expect(status).toBe(0);
  });

  it.each([
    ['another Chromium extension', ['chrome-extension://abcdefghijklmnopabcdefghijklmnop/']],
    ['our id without the closing slash', [`chrome-extension://${chromiumId}`]],
    ['our id as the start of another', [`chrome-extension://${chromiumId}.example/`]],
    ['another Firefox extension', [MANIFEST, 'other@example.com']],
    ['a Firefox that names no extension', [MANIFEST]],
    ['a Firefox extension with our Chromium id', [MANIFEST, chromiumId]],
  ])('refuses %s with one frame and stops', async (_who, args) => {
    const hello = request({ action: 'hello' });
    const { answers, status } = await host.run({ args, input: [hello, hello] });
    expect(answers()).toEqual([refusal('HOST_CALLER_REFUSED', 20)]);
    expect(status).toBe(20);
  });

  it('prints nothing on stdout for an argument it does not know', async () => {
    const { stdout, stderr, status } = await host.run({ args: ['moz-extension://x/'] });
    expect(stdout).toHaveLength(0);
    expect(stderr).toContain('HOST_COMMAND_UNKNOWN');
    expect(status).toBe(34);
  });
});
