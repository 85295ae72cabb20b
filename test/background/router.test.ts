import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { INPUT_SHAPES } from '../../background/handlers/index.ts';
import { createRouter, type Router } from '../../background/router.ts';
import type { Sender } from '../../src/browser/index.ts';
import { type FakeBrowser, type FakeWorker, OWN, POPUP, setUpBrowser } from './support/fake-browser.ts';
import { MARYAM } from './support/services.ts';

const STRANGER: Sender = { id: OWN.id, url: 'https://portal.example/' };

let browser: FakeBrowser;
let worker: FakeWorker;
let route: Router;

beforeEach(async () => {
  browser = await setUpBrowser();
  worker = await browser.worker();
  route = createRouter(OWN, worker.parts, worker.ready);
});

const problem = (code: string, params: object = {}) => ({ ok: false, problem: { code, params } });

describe('the router', () => {
  it('answers with a value', async () => {
    expect(await route({ type: 'readSettings', input: {} }, POPUP)).toMatchObject({
      ok: true,
      value: { orgCode: 'VA1803' },
    });
  });

  it('refuses a stranger before it reads the message', async () => {
    const message = new Proxy(
      {},
      { get: () => expect.fail('was read'), ownKeys: () => expect.fail('was read') },
    );
    expect(await route(message, STRANGER)).toEqual(problem('SENDER_REFUSED'));
  });

  it('does not wait for the background to wake up before it refuses', async () => {
    const never = () => new Promise<void>(() => undefined);
    const sleepy = createRouter(OWN, worker.parts, never);
    expect(await sleepy({ type: 'status', input: {} }, STRANGER)).toEqual(problem('SENDER_REFUSED'));
    expect(await sleepy({ type: 'nonsense', input: {} }, POPUP)).toEqual(problem('MESSAGE_UNKNOWN'));
  });

  it('does not know messages that are only inherited', async () => {
    for (const type of ['toString', 'constructor', '__proto__', 'Status', '']) {
      expect(await route({ type, input: {} }, POPUP)).toEqual(problem('MESSAGE_UNKNOWN'));
    }
  });

  const malformed: [string, unknown, string][] = [
    ['is not an object', 'status', 'message'],
    ['is null', null, 'message'],
    ['has no type', { input: {} }, 'type'],
    ['has a type that is not text', { type: 1, input: {} }, 'type'],
    ['has no input', { type: 'status' }, 'input'],
    ['has an input that is a list', { type: 'status', input: [] }, 'input'],
    ['has a member beside type and input', { type: 'status', input: {}, more: 1 }, 'message'],
    ['has an input with a member too many', { type: 'lock', input: { now: true } }, 'input'],
    ['lacks the password', { type: 'unlock', input: {} }, 'password'],
    ['has a password that is not text', { type: 'unlock', input: { password: 1 } }, 'password'],
    ['has an endless password', { type: 'unlock', input: { password: 'x'.repeat(1025) } }, 'password'],
    [
      'lacks the date of birth',
      { type: 'verify', input: { student: { usi: 'A', singleName: 'B' } } },
      'dateOfBirth',
    ],
    [
      'mixes the two kinds of names',
      { type: 'verify', input: { student: { ...MARYAM, singleName: 'B' } } },
      'student',
    ],
    [
      'has an endless name',
      { type: 'verify', input: { student: { ...MARYAM, firstName: 'x'.repeat(401) } } },
      'student',
    ],
    [
      'has a draft with a password',
      { type: 'saveDraft', input: { draft: { ...MARYAM, password: 'secret' } } },
      'draft',
    ],
    [
      'has a setting nobody knows',
      { type: 'saveSettings', input: { settings: { proxy: 'evil' } } },
      'settings',
    ],
    [
      'has an environment nobody knows',
      { type: 'saveSettings', input: { settings: { environment: 'local' } } },
      'environment',
    ],
  ];

  it.each(malformed)('refuses a message that %s', async (_title, message, part) => {
    expect(await route(message, POPUP)).toEqual(problem('MESSAGE_MALFORMED', { part }));
  });

  it('refuses whatever else a page may send, with nothing of it in the answer', async () => {
    const secret = 'Maryam Fredrick';
    const anything = fc.anything({ withNullPrototype: true, values: [fc.constant(secret), fc.jsonValue()] });
    const nearly = fc.record(
      { type: fc.constantFrom(...Object.keys(INPUT_SHAPES), '__proto__'), input: anything, more: anything },
      { requiredKeys: ['type', 'input'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, nearly), async (message) => {
        fc.pre(!isEmptyInput(message));
        const ready = () => expect.fail('it fits');
        const response = await createRouter(OWN, worker.parts, ready)(message, POPUP);
        expect(response).toMatchObject({ ok: false, problem: { code: expect.stringMatching(/^MESSAGE_/) } });
        expect(JSON.stringify(response)).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });

  it('calls what has no name INTERNAL, and repeats nothing of it', async () => {
    vi.spyOn(worker.parts.settings, 'read').mockRejectedValue(new TypeError('Maryam Fredrick'));
    const response = await route({ type: 'readSettings', input: {} }, POPUP);
    expect(response).toEqual(problem('INTERNAL', { kind: 'TypeError' }));
    expect(JSON.stringify(response)).not.toContain('Maryam');
  });

  it('looks at the session’s time before any handler runs', async () => {
    await worker.unlock();
    browser.clock += 11 * 60 * 60_000;
    await route({ type: 'readSettings', input: {} }, POPUP);
    expect(worker.parts.session.open).toBeNull();
  });
});

/** A few messages have nothing to say but their name. */
function isEmptyInput(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || !('input' in message)) return false;
  const { input } = message;
  return typeof input === 'object' && input !== null && Object.keys(input).length === 0;
}
