import { describe, expect, it, vi } from 'vitest';
import { OWN, POPUP } from './support/fake-browser.ts';

const listeners = vi.hoisted(() => ({
  onMessage: vi.fn(),
  onAlarm: vi.fn(),
  onIdleState: vi.fn(),
  onFreshStart: vi.fn(),
  onSiteAccessChanged: vi.fn(),
}));

/** A browser that never answers: whatever is there must have been done at once. */
vi.mock('../../src/browser/index.ts', () => {
  const never = () => new Promise(() => undefined);
  const area = { read: never, write: never, forget: never };
  return {
    ...listeners,
    ownIdentity: () => OWN,
    localArea: area,
    sessionArea: area,
    keepSessionToOurPages: never,
    sendNative: never,
    setRequestRule: never,
    hasSiteAccess: never,
    alarms: { exists: never, create: never, clear: never },
    toolbarButton: { setIcon: never, setTitle: never, setBadge: never },
    touchBrowser: never,
    tellPages: never,
    browserApi: { i18n: { getMessage: (key: string) => key } },
  };
});

describe('the entry', () => {
  it('registers every listener at once, before anything is waited for', async () => {
    await import('../../background/main.ts');
    for (const [name, register] of Object.entries(listeners)) {
      expect(register, name).toHaveBeenCalledTimes(1);
    }
    expect(listeners.onIdleState).toHaveBeenCalledWith(30 * 60, expect.any(Function));
  });

  it('refuses strangers even while it is waking up', async () => {
    const [route] = listeners.onMessage.mock.calls[0] ?? [];
    const message = { type: 'status', input: {} };
    expect(await route(message, { ...POPUP, url: 'https://portal.example/' })).toMatchObject({ ok: false });
  });
});
