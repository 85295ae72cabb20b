import { allInOrder } from '../all-in-order.ts';

/** What a lock does, step by step; each is somebody else's work. */
export interface LockSteps {
  /** Bumps the generation and lets go of the signer. */
  readonly dropSession: () => void;
  readonly dropToken: () => Promise<void>;
  /** Deletes the memory half, then the wrapping key. */
  readonly wipeSession: () => Promise<void>;
  readonly cancelAlarms: () => Promise<void>;
  readonly showLocked: () => Promise<void>;
  readonly tellPages: () => Promise<void>;
}

export type Lock = () => Promise<void>;

/**
 * The one way to lock. The order is fixed and every step is taken even if one before it fails:
 *
 * 1. the generation is raised and memory lets go of the signer, before anything is waited for, so that whatever
 *    is under way (an unlocking, a token request) finds itself overtaken;
 * 2. the token goes;
 * 3. the session's memory half and then the wrapping key are deleted: with either gone, the other is worthless;
 * 4. the alarms that remind of the session are cancelled;
 * 5. the icon shows locked;
 * 6. open pages are told to ask again.
 *
 * It drops the credential and the token, not the clerk's work: draft and last look-up stay in memory, unseen.
 */
export function createLock(steps: LockSteps): Lock {
  return async () => {
    steps.dropSession();
    await allInOrder(
      steps.dropToken,
      steps.wipeSession,
      steps.cancelAlarms,
      steps.showLocked,
      steps.tellPages,
    );
  };
}
