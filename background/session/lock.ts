import { allInOrder } from '../all-in-order.ts';

/** What a lock does, step by step; each is somebody else's work. */
export interface LockSteps {
  /** Bumps the generation and lets go of the signer. */
  readonly dropSession: () => void;
  readonly dropToken: () => void;
  /** Deletes the memory half with the stored token, then the wrapping key. Takes its turn when it is called. */
  readonly wipeSession: () => Promise<void>;
  readonly cancelAlarms: () => Promise<void>;
  readonly showLocked: () => Promise<void>;
  readonly tellPages: () => Promise<void>;
}

export type Lock = () => Promise<void>;

/**
 * The one way to lock. The order is fixed and every step is taken even if one before it fails:
 *
 * 1. the generation is raised and memory lets go of the signer, so that whatever is under way (an unlocking, a token
 *    request) finds itself overtaken;
 * 2. memory lets go of the token;
 * 3. the session's memory half, with the stored token, and then the wrapping key are deleted: with either half gone,
 *    the other is worthless. Up to here nothing is waited for, so that no unlocking comes in between;
 * 4. the alarms that remind of the session are cancelled;
 * 5. the icon shows locked;
 * 6. open pages are told to ask again.
 *
 * It drops the credential and the token, not the clerk's work: draft and last look-up stay in memory, unseen.
 */
export function createLock(steps: LockSteps): Lock {
  return async () => {
    steps.dropSession();
    steps.dropToken();
    await allInOrder(steps.wipeSession, steps.cancelAlarms, steps.showLocked, steps.tellPages);
  };
}
