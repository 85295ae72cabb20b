/**
 * The background: the only place that holds secrets and talks to host, STS and Registry.
 * Every listener is registered here, at once, so that no event is lost when one of them wakes the worker;
 * each waits until the background is awake and the session was checked.
 *
 *   router.ts, sender.ts   messages from our pages → handlers/, one file a message
 *   session/               the unlocked credential and its token, and the one way to lock
 *   status/                what the popup shows
 *   look-up/               the clerk's work
 *   services/, host/       how the services and the native host are reached
 *   credentials/           which credential of the file
 *   settings/              what the person chose
 *   life.ts                waking up, checking the session, idleness, reminders
 *   toolbar.ts, reminders.ts, config.ts, shape.ts; turns.ts, once.ts, all-in-order.ts: one after the other
 *   container.ts           makes all parts; platform.ts is what they need of the browser
 */
import {
  alarms,
  browserApi,
  hasSiteAccess,
  keepSessionToOurPages,
  localArea,
  onAlarm,
  onFreshStart,
  onIdleState,
  onMessage,
  onSiteAccessChanged,
  ownIdentity,
  sendNative,
  sessionArea,
  setRequestRule,
  tellPages,
  toolbarButton,
  touchBrowser,
} from '../src/browser/index.ts';
import { CONFIG } from './config.ts';
import { assemble } from './container.ts';
import { checkSession, lockAfterFreshStart, onIdle, onReminder, wakeUp } from './life.ts';
import { once } from './once.ts';
import type { Platform } from './platform.ts';
import { createRouter } from './router.ts';
import { indexedDbKeyStore } from './session/index.ts';

const platform: Platform = {
  own: ownIdentity(),
  now: Date.now,
  localArea,
  sessionArea,
  keepSessionToOurPages,
  keyStore: indexedDbKeyStore,
  sendNative,
  fetch: (url, init) => fetch(url, init),
  setRequestRule,
  hasSiteAccess,
  alarms,
  button: toolbarButton,
  translate: (key) => browserApi.i18n.getMessage(key),
  touch: touchBrowser,
  tellPages,
};

const parts = assemble(platform);
// Once, or until it works: nothing is answered before what an earlier background left was picked up or wiped.
const awake = once(() => wakeUp(parts, platform));
void awake().catch(() => undefined);

async function ready(): Promise<void> {
  await awake();
  await checkSession(parts);
}

const route = createRouter(platform.own, parts, ready);

onMessage(route);
onAlarm((name) => void ready().then(() => onReminder(name, parts)));
onIdleState(CONFIG.IDLE_LIMIT_MS / 1000, (state) => void ready().then(() => onIdle(state, parts)));
onFreshStart(() => void ready().then(() => lockAfterFreshStart(parts)));
onSiteAccessChanged(() => void ready().then(parts.statusChanged));
