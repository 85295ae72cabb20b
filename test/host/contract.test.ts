import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OFFICIAL_IDS } from '../../host/allowed-extensions.ts';
import manifest from '../../manifest.json' with { type: 'json' };
import {
  checkCompatible,
  HOST_NAME,
  HOST_PROTOCOL,
  HOST_REQUEST_LIMIT_BYTES,
  HOST_RESPONSE_LIMIT_BYTES,
  type HostAction,
  KEYSTORE_FILE_LIMIT_BYTES,
  readHostResponse,
} from '../../src/messages/host.ts';
import { PROBLEMS, type ProblemEntry } from '../../src/problems/index.ts';
import { refusal } from './support/frames.ts';

const PROTOCOL = readFileSync(join(import.meta.dirname, '../../host/PROTOCOL.md'), 'utf8');
const ACTIONS: Record<HostAction, unknown> = {
  hello: { host: '0.1.0', protocol: HOST_PROTOCOL, platform: 'linux' },
  find: { places: [] },
  read: { path: '/k.xml', contents: '', size: 0, modified: '2026-01-01T00:00:00.000Z', shared: null },
  doctor: { version: '0.1.0', checks: [] },
};

/** Code and number of every problem that the host can meet. */
function numbers(): Record<string, number> {
  const entries: [string, ProblemEntry][] = Object.entries(PROBLEMS);
  return Object.fromEntries(
    entries.flatMap(([code, { exit }]) => (exit === undefined ? [] : [[code, exit]])),
  );
}

describe('the problem numbers', () => {
  it('are append-only: a line here may be added, never changed or removed', () => {
    expect(numbers()).toEqual({
      KEYSTORE_NOT_FOUND: 10,
      KEYSTORE_IS_LINK: 11,
      KEYSTORE_NOT_A_FILE: 12,
      KEYSTORE_TOO_LARGE: 13,
      KEYSTORE_OTHER_FILE: 14,
      KEYSTORE_UNREADABLE: 15,
      KEYSTORE_PATH_RELATIVE: 16,
      KEYSTORE_PATH_ON_NETWORK: 17,
      HOST_CONFIGURATION_BROKEN: 18,
      HOST_CALLER_REFUSED: 20,
      HOST_ACTION_UNKNOWN: 30,
      HOST_MEMBER_UNKNOWN: 31,
      HOST_FRAME_MALFORMED: 32,
      HOST_FRAME_TOO_LARGE: 33,
      HOST_COMMAND_UNKNOWN: 34,
      HOST_INTERNAL: 39,
      HOST_NOT_REGISTERED: 40,
      HOST_MANIFEST_WRONG: 41,
      HOST_PROGRAM_MISSING: 42,
      HOST_BROWSER_UNSUPPORTED: 43,
      HOST_FILE_UNWRITABLE: 44,
    });
  });

  it('are unique and fit an exit status', () => {
    const all = Object.values(numbers());
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((number) => number < 10 || number > 99)).toEqual([]);
  });

  it('stand in PROTOCOL.md, each beside its code, and no others do', () => {
    const rows = [...PROTOCOL.matchAll(/^\| (\d\d) +\| `([A-Z_]+)` +\|/gm)];
    expect(Object.fromEntries(rows.map(([, number, code]) => [code, Number(number)]))).toEqual(numbers());
  });
});

describe('PROTOCOL.md', () => {
  it('describes every action and no other', () => {
    const described = [...PROTOCOL.matchAll(/^### `(\w+)`$/gm)].map(([, action]) => action);
    expect(described).toEqual(Object.keys(ACTIONS));
  });

  it('names every member of every answer', () => {
    for (const member of Object.values(ACTIONS).flatMap((value) => Object.keys(value as object))) {
      expect(PROTOCOL).toMatch(new RegExp(`[\`"]${member}[\`"]`));
    }
  });

  it('says the limits, the version and the name that are in force', () => {
    const { major, minor } = HOST_PROTOCOL;
    expect(PROTOCOL).toContain(`version ${major}.${minor}`);
    expect(PROTOCOL).toContain(`\`${HOST_NAME}\``);
    for (const limit of [HOST_REQUEST_LIMIT_BYTES, HOST_RESPONSE_LIMIT_BYTES, KEYSTORE_FILE_LIMIT_BYTES]) {
      expect(PROTOCOL).toContain(limit.toLocaleString('en-AU'));
    }
  });
});

describe('names and sizes', () => {
  it('the host’s name is one that browsers accept', () => {
    expect(HOST_NAME).toMatch(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/);
  });

  it('the largest keystore fits an answer as base64, with room for a long path', () => {
    expect(Math.ceil(KEYSTORE_FILE_LIMIT_BYTES / 3) * 4).toBeLessThan(HOST_RESPONSE_LIMIT_BYTES - 64 * 1024);
  });

  it('the Chromium id in the table is the one that the manifest’s key gives', () => {
    const digest = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex');
    const id = [...digest.slice(0, 32)]
      .map((nibble) => 'abcdefghijklmnop'[Number.parseInt(nibble, 16)])
      .join('');
    expect(OFFICIAL_IDS.chromium).toContain(id);
  });

  it('the Firefox id in the table is the manifest’s', () => {
    expect(OFFICIAL_IDS.firefox).toContain(manifest.browser_specific_settings.gecko.id);
  });
});

describe('checkCompatible', () => {
  const { major, minor } = HOST_PROTOCOL;
  const judge = (protocol: { major: number; minor: number }): unknown =>
    checkCompatible({ host: '9.8.7', protocol, platform: 'linux' });

  it.each([
    [major, minor],
    [major, minor + 7],
    [major, 0],
  ])('accepts %i.%i', (hostMajor, hostMinor) => {
    expect(judge({ major: hostMajor, minor: hostMinor })).toBeNull();
  });

  it('says that an older host must be updated, and to what', () => {
    const params = { host: '9.8.7', needed: expect.stringMatching(/^\d+\.\d+\.\d+$/) };
    expect(judge({ major: major - 1, minor: 99 })).toEqual({ code: 'HOST_TOO_OLD', params });
  });

  it('says that the extension must be updated for a newer host', () => {
    expect(judge({ major: major + 1, minor: 0 })).toEqual({
      code: 'EXTENSION_TOO_OLD',
      params: { host: '9.8.7' },
    });
  });
});

describe('readHostResponse', () => {
  it.each(Object.entries(ACTIONS))(
    'accepts an answer to %s, also with members of a newer host',
    (action, value) => {
      const answer = { ok: true, value: { ...(value as object), later: 1 } };
      expect(readHostResponse(action as HostAction, answer)).toEqual(answer);
    },
  );

  it('accepts a refusal', () => {
    const answer = refusal('KEYSTORE_IS_LINK', 11, { path: '/x' });
    expect(readHostResponse('read', answer)).toEqual(answer);
  });

  it('keeps the name of a code that only a newer host knows', () => {
    const problem = { code: 'KEYSTORE_ON_FIRE', number: 77, params: {} };
    expect(readHostResponse('read', { ok: false, problem })).toEqual({
      ok: false,
      problem: { code: 'HOST_INTERNAL', number: 77, params: { kind: 'KEYSTORE_ON_FIRE' } },
    });
  });

  it.each([
    undefined,
    null,
    'hell',
    [],
    {},
    { ok: true },
    { ok: 'yes', value: ACTIONS.hello },
    { ok: true, value: null },
    { ok: true, value: ACTIONS.find },
    { ok: true, value: { host: '0.1.0', protocol: null, platform: 'linux' } },
    { ok: true, value: { host: '0.1.0', protocol: { major: '1', minor: 0 }, platform: 'linux' } },
    { ok: false },
    { ok: false, problem: { code: 'X' } },
    { ok: false, problem: { code: 5, number: 10, params: {} } },
  ])('says that %j is garbled', (answer) => {
    expect(() => readHostResponse('hello', answer)).toThrow('HOST_GARBLED');
  });

  it.each([{ places: {} }, { places: 'x' }])('says that the places %j are garbled', (value) => {
    expect(() => readHostResponse('find', { ok: true, value })).toThrow('HOST_GARBLED');
  });
});
