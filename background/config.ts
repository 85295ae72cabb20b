/** Every limit of the background in one place. Names carry their unit. */
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

export const CONFIG = Object.freeze({
  /** Longest a credential stays unlocked, whatever happens (design, section 4). */
  SESSION_MAX_MS: 10 * HOUR_MS,

  /** Without input for this long the credential locks. */
  IDLE_LIMIT_MS: 30 * MINUTE_MS,

  /** How often an unlocked session is looked at, so that a longer gap can only mean that the computer slept. */
  SESSION_CHECK_MINUTES: 5,

  /** How far the computer's clock may be set back before the session counts as tampered with; time servers correct by less. */
  CLOCK_SET_BACK_TOLERANCE_MS: MINUTE_MS,

  /** How long the last verdict waits for a popup that was closed. */
  LOOK_UP_KEPT_MS: 10 * MINUTE_MS,

  /** Both browsers end a background 30 s into a pending fetch; a call to the browser's API starts the 30 s anew (measured). */
  KEEP_ALIVE_MS: 10 * SECOND_MS,

  /** A process starts in 0.1 s to 0.3 s (measured); a slow disk or virus scanner takes its time once. */
  HOST_HELLO_TIMEOUT_MS: 5 * SECOND_MS,
  HOST_FIND_TIMEOUT_MS: 10 * SECOND_MS,
  HOST_READ_TIMEOUT_MS: 10 * SECOND_MS,

  /** The badge counts the days from here on. */
  EXPIRY_BADGE_DAYS: 60,
});
