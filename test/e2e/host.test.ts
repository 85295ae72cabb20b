import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HOST_PROTOCOL } from '../../src/messages/host.ts';
import type { ProblemCode } from '../../src/problems/index.ts';
import { Desk } from './support/desk.ts';
import { HostInstallation } from './support/host-scripts.ts';
import { MARYAM } from './support/students.ts';

const hello = (host: string, major: number) => ({ host, protocol: { major, minor: 0 }, platform: 'linux' });

/** What can be wrong with the host, and what the popup calls it. */
const TROUBLES: [what: string, spoil: (host: HostInstallation) => void, problem: ProblemCode][] = [
  ['is not installed', (host) => host.remove(), 'HOST_MISSING'],
  [
    'does not allow this extension',
    (host) => host.change({ allowed_origins: ['chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/'] }),
    'HOST_FORBIDDEN',
  ],
  [
    'is registered, but its program is gone',
    (host) => host.change({ path: '/nowhere/host' }),
    'HOST_MISSING',
  ],
  // Both read first: a browser that finds the host gone before it could write has other words for it.
  ['exits without an answer', (host) => host.useShell('head -c 8 > /dev/null; exit 0'), 'HOST_CRASHED'],
  ['fails without an answer', (host) => host.useShell('head -c 8 > /dev/null; exit 3'), 'HOST_CRASHED'],
  [
    'prints text where its answer should be',
    (host) => host.useShell('echo hello from a wrapper'),
    'HOST_GARBLED',
  ],
  [
    'answers with something that is not JSON',
    (host) => host.useShell("printf '\\004\\000\\000\\000oops'"),
    'HOST_GARBLED',
  ],
  ['answers with JSON of another shape', (host) => host.useAnswer({ greeting: 'hello' }), 'HOST_GARBLED'],
  // Our own time-out decides: the browser would wait for ever.
  ['never answers', (host) => host.useShell('exec sleep 20'), 'HOST_SILENT'],
];

describe('the native host', () => {
  let desk: Desk;
  let host: HostInstallation;
  beforeAll(async () => {
    desk = await Desk.open();
    host = new HostInstallation(desk.home);
  });
  afterAll(() => desk.close());
  afterEach(() => host.restore());

  it.each(TROUBLES)('that %s is named in the popup', async (_what, spoil, problem) => {
    spoil(host);
    await desk.withPopup(async (popup) => {
      expect(await popup.waitForScreen('needsHostTitle')).toMatchObject({ problem });
    });
  });

  it.each([
    ['older', 'hostTooOldTitle', HOST_PROTOCOL.major - 1, 'HOST_TOO_OLD'],
    ['newer', 'extensionTooOldTitle', HOST_PROTOCOL.major + 1, 'EXTENSION_TOO_OLD'],
  ])('that speaks an %s protocol is named with its version', async (_what, title, major, problem) => {
    host.useAnswer(hello('7.8.9', major));
    await desk.withPopup(async (popup) => {
      const reading = await popup.waitForScreen(title);
      expect(reading.problem).toBe(problem);
      expect(reading.text).toContain('7.8.9');
    });
  });

  it('is found once it is mended, by Enter on "Check again" and without a restart of the browser', async () => {
    host.remove();
    await desk.withPopup(async (popup) => {
      await popup.waitForScreen('needsHostTitle');
      host.restore();
      await popup.page.keyboard.press('Enter');
      await popup.waitForScreen('lockedTitle');
    });
  });

  it('is not needed while unlocked: the popup opens and looks up without it', async () => {
    await desk.unlock();
    host.remove();
    expect(await desk.withPopup((popup) => popup.lookUp(MARYAM))).toMatchObject({ verdict: 'verified' });
    await desk.companion.send('lock', {});
    await desk.withPopup((popup) => popup.waitForScreen('needsHostTitle'));
  });
});
