/**
 * The session: a credential that was unlocked, and how it stops being so.
 *
 *   session.ts              unlocking, waking up, the generation counter
 *   open.ts                 what an unlocked credential is in memory
 *   record.ts, sealing.ts   its memory half, and how a secret is sealed and opened
 *   wrapping-key-store.ts   its disk half
 *   tokens.ts               the token that belongs to it
 *   deadline.ts             whether it may go on
 *   lock.ts                 the one way to lock
 */
export { createLock, type LockSteps } from './lock.ts';
export { Session } from './session.ts';
export { Tokens } from './tokens.ts';
export { indexedDbKeyStore, type WrappingKeyStore } from './wrapping-key-store.ts';
