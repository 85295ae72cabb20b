import type { Alarms } from '../src/browser/index.ts';
import { CONFIG } from './config.ts';

/** The names of our alarms. What is due is decided by the clock; an alarm only reminds us to look. */
export const REMINDER = {
  sessionCheck: 'session-check',
  sessionDeadline: 'session-deadline',
  forgetLookUp: 'forget-look-up',
} as const;

export interface Reminders {
  /** Safe to call at every start: a period that runs is not started anew. */
  ensureForSession(deadline: number): Promise<void>;
  cancelForSession(): Promise<void>;
  forgetLookUpAt(moment: number): Promise<void>;
}

export function reminders(alarms: Alarms): Reminders {
  return {
    async ensureForSession(deadline) {
      await alarms.create(REMINDER.sessionDeadline, { when: deadline });
      if (await alarms.exists(REMINDER.sessionCheck)) return;
      await alarms.create(REMINDER.sessionCheck, { periodInMinutes: CONFIG.SESSION_CHECK_MINUTES });
    },
    async cancelForSession() {
      await alarms.clear(REMINDER.sessionCheck);
      await alarms.clear(REMINDER.sessionDeadline);
    },
    forgetLookUpAt: (moment) => alarms.create(REMINDER.forgetLookUp, { when: moment }),
  };
}
