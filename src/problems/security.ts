import type { ProblemEntry } from './entry.ts';

/** Refusals that protect the credential. */
export const SECURITY = {
  SENDER_REFUSED: {
    what: 'A message came from a page that may not command the extension.',
    next: 'Nothing to do; the message was ignored.',
    from: 'session',
  },
  HOST_CALLER_REFUSED: {
    what: 'The host was started by an extension that it does not serve.',
    next: 'Run “usi-companion-host install” again.',
    from: 'host',
    exit: 20,
  },
  SESSION_DAMAGED: {
    what: 'The unlocked session could not be opened again, so it was locked.',
    next: 'Enter the keystore password.',
    from: 'session',
  },
} satisfies Record<string, ProblemEntry>;
