import type { ProblemEntry } from './entry.ts';

/** Clocks, time-outs and interruptions. */
export const TIME = {
  CLOCK_WRONG: {
    what: 'This computer’s clock is {minutes} min {direction}.',
    next: 'Set the clock (Windows: Settings, Time & language, Date & time, Sync now). Look-ups go on with the corrected time.',
    from: 'services',
  },
  SERVICE_TIMEOUT: {
    what: '{service} did not answer within {seconds} seconds.',
    next: 'Try again. Nothing was changed by a look-up that got no answer.',
    from: 'services',
  },
  LOOK_UP_INTERRUPTED: {
    what: 'The browser stopped the look-up before the answer came.',
    next: 'Look it up again.',
    from: 'session',
  },
} satisfies Record<string, ProblemEntry>;
