import { CONFIG } from '../config.ts';

/** The moments that decide whether a session may go on; milliseconds since 1970 by the computer's own clock. */
export interface SessionTimes {
  readonly unlockedAt: number;
  readonly deadline: number;
  /** The latest moment at which this session was seen alive; never moves back. */
  readonly lastSeenAt: number;
}

/** Why a session may not go on. */
export type Overdue = 'deadline' | 'slept' | 'clock-set-back';

/**
 * Compares the wall clock with what was written down. Alarms only remind us to ask; they may come late, or never.
 * A session that nobody looked at for longer than the idle limit was asleep with its computer, so it counts as idle.
 * @returns null while the session may go on
 */
export function overdue(times: SessionTimes, now: number): Overdue | null {
  const latest = Math.max(times.unlockedAt, times.lastSeenAt);
  if (now < latest - CONFIG.CLOCK_SET_BACK_TOLERANCE_MS) return 'clock-set-back';
  if (now >= times.deadline) return 'deadline';
  if (now - latest > CONFIG.IDLE_LIMIT_MS) return 'slept';
  return null;
}
