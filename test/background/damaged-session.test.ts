import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeBrowser, setUpBrowser } from './support/fake-browser.ts';

let browser: FakeBrowser;

beforeEach(async () => {
  browser = await setUpBrowser();
});

describe('half a session, or a garbled one', () => {
  type Record = { [name: string]: unknown; credential: object; key: { iv: string; ciphertext: string } };

  async function changeRecord(change: (record: Record) => unknown): Promise<void> {
    const record = (await browser.session.read('session')) as Record;
    await browser.session.write({ session: change(record) });
  }

  const damages: [string, () => Promise<unknown> | unknown][] = [
    [
      'the wrapping key is missing',
      () => {
        browser.wrappingKey = undefined;
      },
    ],
    [
      'the wrapping key is another one',
      async () => {
        browser.wrappingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
          'encrypt',
          'unwrapKey',
        ]);
      },
    ],
    ['the record is not an object', () => changeRecord(() => 'session')],
    ['the record lacks a member', () => changeRecord(({ deadline: _, ...others }) => others)],
    ['the record has a member too many', () => changeRecord((record) => ({ ...record, more: 1 }))],
    [
      'the deadline was moved',
      () => changeRecord((record) => ({ ...record, deadline: Number(record.deadline) + 1 })),
    ],
    [
      'the credential was exchanged',
      () => changeRecord((record) => ({ ...record, credential: { ...record.credential, id: 'ABRD:1' } })),
    ],
    [
      'the ciphertext was changed',
      () =>
        changeRecord((record) => ({
          ...record,
          key: { ...record.key, ciphertext: record.key.ciphertext.replace(/^..../, 'AAAA') },
        })),
    ],
    [
      'the ciphertext is not base64',
      () => changeRecord((record) => ({ ...record, key: { ...record.key, ciphertext: '***' } })),
    ],
    ['the generation is another', () => browser.session.write({ 'session-generation': 99 })],
    ['the generation is missing', () => browser.session.forget('session-generation')],
    ['the last sign of life is missing', () => browser.session.forget('session-last-seen-at')],
  ];

  it.each(damages)('is wiped and locked when %s', async (_title, damage) => {
    await (await browser.worker()).unlock();
    await damage();
    const worker = await browser.worker();
    expect(await worker.problemOf('awaitLookUp', {})).toBe('SESSION_DAMAGED');
    expect(await worker.state()).toBe('locked');
    expect(browser.wrappingKey).toBeUndefined();
    expect(browser.session.values.has('session')).toBe(false);
    expect(await (await worker.unlock()).state).toBe('unlocked');
    expect(await (await browser.worker()).state()).toBe('unlocked');
  });
});
