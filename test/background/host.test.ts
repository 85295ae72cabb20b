import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchKeystore, greetHost, hostClient } from '../../background/host/index.ts';
import { HOST_NAME } from '../../src/messages/host.ts';
import { goodHost } from './support/fake-browser.ts';

const MODIFIED = '2026-01-05T01:02:03.000Z';

const code = (name: string, params: object = {}) =>
  expect.objectContaining({ code: name, params: expect.objectContaining(params) });

/** Anchors 0.2: what each browser really says. */
const failures: [browser: string, failure: string, words: string, code: string][] = [
  ['Chromium', 'manifest missing', 'Specified native messaging host not found.', 'HOST_MISSING'],
  [
    'Chromium',
    'id not in the allow-list',
    'Access to the specified native messaging host is forbidden.',
    'HOST_FORBIDDEN',
  ],
  ['Chromium', 'exits at once', 'Native host has exited.', 'HOST_CRASHED'],
  ['Chromium', 'cannot be started', 'Failed to start native messaging host.', 'HOST_CRASHED'],
  [
    'Chromium',
    'stray text or too long an answer',
    'Error when communicating with the native messaging host.',
    'HOST_GARBLED',
  ],
  [
    'Chromium',
    'answer is not JSON',
    'The sender sent an invalid JSON message; message ignored.',
    'HOST_GARBLED',
  ],
  ['Firefox', 'missing, or not allowed', `No such native application ${HOST_NAME}`, 'HOST_MISSING'],
  ['Firefox', 'exits at once, or answer is not JSON', 'An unexpected error occurred', 'HOST_CRASHED'],
  [
    'Firefox',
    'stray text',
    'Native application tried to send a message of 1819043176 bytes, which exceeds the limit of 1048576 bytes.',
    'HOST_GARBLED',
  ],
  [
    'Firefox',
    'answer over 1 MiB',
    'Native application tried to send a message of 1048600 bytes, which exceeds the limit of 1048576 bytes.',
    'HOST_GARBLED',
  ],
  ['any browser', 'words nobody measured', 'Something new.', 'HOST_CRASHED'],
];

describe('a host that cannot be reached', () => {
  it.each(failures)('%s, %s', async (_browser, _failure, words, expected) => {
    const ask = hostClient(() => Promise.reject(new Error(words)));
    await expect(ask('hello', {})).rejects.toThrow(code(expected));
  });
});

describe('a host that hangs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const hangs = () => new Promise<unknown>(() => undefined);

  it.each([
    ['hello', 5_000],
    ['find', 10_000],
    ['read', 10_000],
  ] as const)('is called silent: %s after %i ms', async (action, limitMs) => {
    const said = vi.fn();
    hostClient(hangs)(action, {}).catch(({ code }) => said(code));
    await vi.advanceTimersByTimeAsync(limitMs - 1);
    expect(said).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(said).toHaveBeenCalledWith('HOST_SILENT');
  });

  it('leaves no timer behind when it answers', async () => {
    await hostClient(async (_name, message) => goodHost()(message as { action: string }))('hello', {});
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a host that answers', () => {
  const answering = (answer: unknown) => hostClient(async () => answer);
  const ok = (value: object) => ({ ok: true, value });

  it('is asked by its name, with exactly the action and its members', async () => {
    const send = vi.fn(async () =>
      ok({ path: '/k', contents: '', size: 0, modified: MODIFIED, shared: null }),
    );
    await hostClient(send)('read', { path: '/k' });
    expect(send).toHaveBeenCalledWith('au.usi_companion.host', { action: 'read', path: '/k' });
  });

  it('is not asked with more than fits into a frame', async () => {
    const send = vi.fn();
    await expect(hostClient(send)('read', { path: 'x'.repeat(8192) })).rejects.toThrow(
      code('HOST_FRAME_TOO_LARGE'),
    );
    expect(send).not.toHaveBeenCalled();
  });

  const garbled: [string, 'hello' | 'find' | 'read', unknown][] = [
    ['nothing', 'hello', undefined],
    ['text', 'hello', 'hello'],
    ['neither ok nor a problem', 'hello', {}],
    ['ok without a value', 'hello', { ok: true }],
    ['a version without numbers', 'hello', ok({ host: '1', protocol: {}, platform: 'linux' })],
    [
      'a version in words',
      'hello',
      ok({ host: '1', protocol: { major: '1', minor: '0' }, platform: 'linux' }),
    ],
    ['places that are no list', 'find', ok({ places: {} })],
    ['a place without a path', 'find', ok({ places: [{ found: true }] })],
    ['a place whose time is a number', 'find', ok({ places: [{ path: '/k', found: true, modified: 1 }] })],
    ['a place whose time is none', 'find', ok({ places: [{ path: '/k', found: true, modified: 'noon' }] })],
    ['a time that is none', 'read', ok({ path: '/k', contents: '', size: 0, modified: 'yesterday' })],
    ['contents that are no text', 'read', ok({ path: '/k', contents: 1, size: 1, modified: MODIFIED })],
    [
      'contents larger than a keystore may be',
      'read',
      ok({ path: '/k', contents: 'A'.repeat(699_056), size: 1, modified: MODIFIED }),
    ],
    ['a problem without a code', 'read', { ok: false, problem: {} }],
  ];

  it.each(garbled)('with %s is garbled', async (_title, action, answer) => {
    await expect(answering(answer)(action, {})).rejects.toThrow(code('HOST_GARBLED'));
  });

  it('with a problem has that problem', async () => {
    const problem = { code: 'KEYSTORE_NOT_FOUND', number: 10, params: { path: '/k' } };
    await expect(answering({ ok: false, problem })('read', {})).rejects.toThrow(
      code('KEYSTORE_NOT_FOUND', { path: '/k' }),
    );
  });

  it('with a problem that only a newer host knows keeps its name', async () => {
    const problem = { code: 'KEYSTORE_ON_THE_MOON', number: 77, params: { distance: 384_400 } };
    await expect(answering({ ok: false, problem })('read', {})).rejects.toThrow(
      expect.objectContaining({ code: 'HOST_INTERNAL', params: { kind: 'KEYSTORE_ON_THE_MOON' } }),
    );
  });

  it('of a newer minor version may say more than we know', async () => {
    const value = { host: '0.9.0', protocol: { major: 1, minor: 9 }, platform: 'linux', signed: true };
    await expect(greetHost(answering(ok(value)))).resolves.toMatchObject({ host: '0.9.0' });
  });

  it.each([
    [0, 'HOST_TOO_OLD'],
    [2, 'EXTENSION_TOO_OLD'],
  ])('of major version %i is refused: %s', async (major, expected) => {
    const value = { host: '9.9.9', protocol: { major, minor: 0 }, platform: 'linux' };
    await expect(greetHost(answering(ok(value)))).rejects.toThrow(code(expected, { host: '9.9.9' }));
  });

  it('hands over the keystore at a path', async () => {
    const ask = hostClient(async (_name, message) => goodHost()(message as { action: string }));
    const file = await fetchKeystore(ask, '/media/stick/keystore.xml');
    expect(file.path).toBe('/media/stick/keystore.xml');
    expect(file.credentials.map(({ abn }) => abn)).toEqual(['51824753556']);
  });

  it('with contents that are not base64 is garbled', async () => {
    const ask = answering(ok({ path: '/k', contents: '?', size: 1, modified: MODIFIED }));
    await expect(fetchKeystore(ask, null)).rejects.toThrow(code('HOST_GARBLED'));
  });
});
