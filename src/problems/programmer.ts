import type { ProblemEntry } from './entry.ts';

/** Mistakes of programs, not of people. */
export const PROGRAMMER = {
  MESSAGE_UNKNOWN: {
    what: 'A page sent a message that does not exist.',
    next: 'Reload the page.',
    from: 'session',
  },
  MESSAGE_MALFORMED: {
    what: 'A page sent a message of the wrong shape ({part}).',
    next: 'Reload the page.',
    from: 'session',
  },
  HOST_ACTION_UNKNOWN: {
    what: 'The host was asked for an action it does not have.',
    next: 'Update the host and the extension to matching versions.',
    from: 'host',
    exit: 30,
  },
  HOST_MEMBER_UNKNOWN: {
    what: 'The host was sent a member it does not know ({member}).',
    next: 'Update the host and the extension to matching versions.',
    from: 'host',
    exit: 31,
  },
  HOST_FRAME_MALFORMED: {
    what: 'The host was sent a frame that is not a message ({reason}).',
    next: 'Report this to us.',
    from: 'host',
    exit: 32,
  },
  HOST_FRAME_TOO_LARGE: {
    what: 'A message to or from the host is larger than {limit} bytes.',
    next: 'Report this to us.',
    from: 'host',
    exit: 33,
  },
  HOST_COMMAND_UNKNOWN: {
    what: 'The host’s command line does not understand “{words}”.',
    next: 'Run it with --help.',
    from: 'host',
    exit: 34,
  },
  HOST_INTERNAL: {
    what: 'The host met an error that it has no name for ({kind}).',
    next: 'Report this to us.',
    from: 'host',
    exit: 39,
  },
  INTERNAL: {
    what: 'Something failed that has no name yet ({kind}).',
    next: 'Try again; if it stays so, report it to us.',
    from: 'session',
  },
} satisfies Record<string, ProblemEntry>;
