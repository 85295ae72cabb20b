/**
 * The session: a credential that was unlocked, and how it stops being so.
 *
 *   session.ts              unlocking, waking up, the generation counter
 *   open.ts                 what an unlocked credential is in memory
 *   halves.ts               its two halves in storage: record.ts in memory, wrapping-key-store.ts on disk
 *   sealing.ts              how a secret is sealed and opened
 *   tokens.ts               the token that belongs to it
 *   deadline.ts             whether it may go on
 *   lock.ts                 the one way to lock
 */
export { createLock, type LockSteps } from './lock.ts';
export { Session } from './session.ts';
export { Tokens } from './tokens.ts';
export { indexedDbKeyStore, type WrappingKeyStore } from './wrapping-key-store.ts';
