import type { IdleState } from '../src/browser/index.ts';
import { validity } from '../src/keystore/index.ts';
import type { Parts } from './container.ts';
import type { Platform } from './platform.ts';
import { REMINDER } from './reminders.ts';

/** Picks up what an earlier worker left, or wipes it. Everything else waits for this. */
export async function wakeUp(parts: Parts, platform: Platform): Promise<void> {
  const { session, clock, lookUps, lock } = parts;
  await Promise.all([platform.keepSessionToOurPages(), clock.wake()]);
  if ((await session.wake()) === 'unclean') await lock();
  await checkSession(parts);
  await lookUps.wake();
  if (session.open !== null) await parts.reminder.ensureForSession(session.open.deadline);
  await parts.showToolbar();
}

/**
 * Locks if the session's time is over, or its credential's: the one that replaces it may have the same name, so the
 * file is read anew. Asked on every wake-up and every message, whatever woke us.
 */
export async function checkSession({ session, clock, lock }: Parts): Promise<void> {
  const credential = session.open?.signer.credential;
  const isOver = credential !== undefined && validity(credential, clock.now()) === 'expired';
  if (isOver || session.overdue() !== null) await lock();
  else await session.seen();
}

/**
 * The browser has started, or the extension was installed or updated: what was unlocked before is locked. The event
 * may be late, and a person who has unlocked since has done so knowingly.
 */
export async function lockAfterFreshStart({ session, lock }: Parts): Promise<void> {
  if (session.isPickedUp) await lock();
}

/** An alarm rang. The session was checked already, as at every wake-up; unknown names do nothing. */
export async function onReminder(name: string, { lookUps }: Parts): Promise<void> {
  switch (name) {
    case REMINDER.sessionCheck:
    case REMINDER.sessionDeadline:
      return;
    case REMINDER.forgetLookUp:
      // Reading it forgets it if its time is over.
      await lookUps.last();
  }
}

/** The person left the computer, or locked it. */
export async function onIdle(state: IdleState, { lock }: Parts): Promise<void> {
  if (state !== 'active') await lock();
}
