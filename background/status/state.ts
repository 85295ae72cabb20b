import type { Status } from '../../src/messages/index.ts';

/** A status without what all have in common. */
export type State<S = Status> = S extends Status ? Omit<S, 'environment' | 'clock'> : never;
