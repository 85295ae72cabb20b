import { group } from './entry.ts';

/** Clocks, time-outs and interruptions. */
export const TIME = group({
  CLOCK_WRONG: {
    what: 'This computer’s clock is {minutes} min {direction}.',
    next: 'Set the clock (Windows: Settings, Time, Sync now). Look-ups go on with the corrected time.',
    from: 'services',
    retry: false,
  },
  SERVICE_TIMEOUT: {
    what: '{service} did not answer within {seconds} seconds.',
    next: 'Try again. Nothing was changed by a look-up that got no answer.',
    from: 'services',
    retry: true,
  },
  LOOK_UP_INTERRUPTED: {
    what: 'The browser stopped the look-up before the answer came.',
    next: 'Look it up again.',
    from: 'session',
    retry: true,
  },
});
