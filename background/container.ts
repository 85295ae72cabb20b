import { unlock } from '../src/keystore/index.ts';
import { issueToken } from '../src/sts/index.ts';
import { verifyUsi } from '../src/usi/index.ts';
import { hostClient } from './host/index.ts';
import { askRegistry, Draft, LookUps } from './look-up/index.ts';
import type { Platform } from './platform.ts';
import { reminders } from './reminders.ts';
import {
  ensurePlainRequests,
  keepAlive,
  plainRequestsRule,
  ServiceClock,
  serviceHosts,
  serviceIo,
  tellingHeldBack,
} from './services/index.ts';
import { createLock, Session, Tokens } from './session/index.ts';
import { SettingsStore } from './settings/index.ts';
import { Toolbar } from './toolbar.ts';

/** What the background does with the core: the credential, the token service, the Registry. */
export const CORE = { unlock, issueToken, verifyUsi };

export type Parts = ReturnType<typeof assemble>;

/** Makes every part and hands each what it needs; nothing is started. Reads as the list of what there is. */
export function assemble(platform: Platform, core: typeof CORE = CORE) {
  const { localArea, sessionArea, now, hasSiteAccess, tellPages } = platform;

  const settings = new SettingsStore(localArea);
  const draft = new Draft(sessionArea);
  const toolbar = new Toolbar(platform.button, platform.translate);
  const reminder = reminders(platform.alarms);
  const askHost = hostClient(platform.sendNative);

  const statusChanged = () => tellPages({ event: 'status-changed' });
  const clock = new ServiceClock(sessionArea, now, statusChanged);
  const whileAwake = keepAlive(platform.touch);
  const rule = plainRequestsRule(platform.own.origin, serviceHosts());
  const fetch = tellingHeldBack(platform.fetch);
  const io = serviceIo(fetch, ensurePlainRequests(platform.setRequestRule, rule), clock);

  const session = new Session({
    area: sessionArea,
    keys: platform.keyStore,
    now,
    unlockCredential: core.unlock,
  });
  const tokens = new Tokens({ area: sessionArea, session, io, issueToken: core.issueToken });
  const asking = { settings, session, tokens, io, whileAwake, hasSiteAccess, verifyUsi: core.verifyUsi };
  const lookUps = new LookUps({
    area: sessionArea,
    now,
    ask: (query) => askRegistry(query, asking),
    ended: reminder.forgetLookUpAt,
  });

  const showToolbar = async () => {
    const { environment } = await settings.read();
    await toolbar.show({ unlocked: session.open !== null, environment });
  };
  const lock = createLock({
    dropSession: () => session.drop(),
    dropToken: () => tokens.letGo(),
    wipeSession: () => session.wipe(),
    cancelAlarms: reminder.cancelForSession,
    showLocked: showToolbar,
    tellPages: statusChanged,
  });

  return {
    settings,
    draft,
    toolbar,
    reminder,
    askHost,
    clock,
    session,
    tokens,
    asking,
    lookUps,
    hasSiteAccess,
    showToolbar,
    statusChanged,
    lock,
  };
}
