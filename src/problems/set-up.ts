import type { ProblemEntry } from './entry.ts';

/** What must be in place before the first look-up: host, keystore file, OrgCode, site access. */
export const SET_UP = {
  HOST_MISSING: {
    what: 'The browser did not find the USI Companion host on this computer, or the host does not allow this extension.',
    next: 'Install the host, then restart the browser. If it is installed, run “usi-companion-host install” again.',
    from: 'browser',
  },
  HOST_FORBIDDEN: {
    what: 'The host is installed but does not allow this extension.',
    next: 'Run “usi-companion-host install” again; it tells the browser that this extension may use the host.',
    from: 'browser',
  },
  HOST_CRASHED: {
    what: 'The host started and stopped at once.',
    next: 'Run “usi-companion-host doctor” in a terminal; it says what is wrong.',
    from: 'browser',
  },
  HOST_GARBLED: {
    what: 'The host stopped, or answered with something that is not a valid message.',
    next: 'Run “usi-companion-host doctor” in a terminal. If another program starts the host, it must not print anything.',
    from: 'browser',
  },
  HOST_SILENT: {
    what: 'The host did not answer in time.',
    next: 'Try again. If the keystore lies on a slow or absent drive, choose another place.',
    from: 'browser',
  },
  HOST_TOO_OLD: {
    what: 'The host on this computer is version {host}; this extension needs {needed} or later.',
    next: 'Install the current host.',
    from: 'browser',
  },
  EXTENSION_TOO_OLD: {
    what: 'The host on this computer is version {host}, newer than this extension understands.',
    next: 'Update the extension.',
    from: 'browser',
  },
  KEYSTORE_NOT_FOUND: {
    what: 'There is no keystore at {path}.',
    next: 'Download the machine credential with ATOMAS on this computer, or choose where the file is.',
    from: 'host',
    exit: 10,
  },
  KEYSTORE_IS_LINK: {
    what: '{path} is a link, which is not followed.',
    next: 'Choose the file itself.',
    from: 'host',
    exit: 11,
  },
  KEYSTORE_NOT_A_FILE: {
    what: '{path} is not an ordinary file.',
    next: 'Choose the keystore file that ATOMAS wrote.',
    from: 'host',
    exit: 12,
  },
  KEYSTORE_TOO_LARGE: {
    what: 'The file is larger than 512 KiB; a keystore never is.',
    next: 'Choose the keystore file that ATOMAS wrote.',
    from: 'host',
    exit: 13,
  },
  KEYSTORE_OTHER_FILE: {
    what: 'The file at {path} is not a keystore.',
    next: 'Choose the keystore file that ATOMAS wrote, usually keystore-new.xml.',
    from: 'host',
    exit: 14,
  },
  KEYSTORE_UNREADABLE: {
    what: 'The operating system did not let the file be read ({reason}).',
    next: 'Check that the person who is logged in may read the file.',
    from: 'host',
    exit: 15,
  },
  KEYSTORE_PATH_RELATIVE: {
    what: 'The path of the keystore is not a full path.',
    next: 'Give the full path, from the root of the drive.',
    from: 'host',
    exit: 16,
  },
  KEYSTORE_PATH_ON_NETWORK: {
    what: 'The keystore lies on the network, which is read only when the computer’s administrator has named the path.',
    next: 'Ask your administrator to name it in the host’s configuration, or use a copy on this computer.',
    from: 'host',
    exit: 17,
  },
  HOST_CONFIGURATION_BROKEN: {
    what: 'The host’s configuration file {path} cannot be understood ({reason}).',
    next: 'Ask your administrator to mend or remove it.',
    from: 'host',
    exit: 18,
  },
  HOST_NOT_REGISTERED: {
    what: 'No browser on this computer has been told where the host is.',
    next: 'Run “usi-companion-host install”, then restart the browser.',
    from: 'host',
    exit: 40,
  },
  HOST_MANIFEST_WRONG: {
    what: 'The host’s manifest {path} is not as the browser needs it ({reason}).',
    next: 'Run “usi-companion-host install” again; it rewrites the manifest.',
    from: 'host',
    exit: 41,
  },
  HOST_PROGRAM_MISSING: {
    what: 'A program that the host needs is absent or may not be executed: {path}.',
    next: 'Run “usi-companion-host install” again.',
    from: 'host',
    exit: 42,
  },
  HOST_BROWSER_UNSUPPORTED: {
    what: 'The install command does not know {browser} on this system ({system}).',
    next: 'Run it without --browser; --help lists the browsers it knows.',
    from: 'host',
    exit: 43,
  },
  HOST_FILE_UNWRITABLE: {
    what: 'The operating system did not let {path} be written ({reason}).',
    next: 'Check that the person who is logged in may write there.',
    from: 'host',
    exit: 44,
  },
  ORG_CODE_MISSING: {
    what: 'No organisation code is set.',
    next: 'Enter your OrgCode in the options. For an RTO it is the national provider code on training.gov.au.',
    from: 'form',
  },
  ORG_CODE_MALFORMED: {
    what: 'An organisation code has one to eight letters and digits.',
    next: 'Enter the code as it stands on training.gov.au.',
    from: 'form',
  },
  SITE_ACCESS_WITHHELD: {
    what: 'The browser does not let this extension reach the ATO and the USI Registry.',
    next: 'Press “Allow access” and confirm.',
    from: 'browser',
  },
} satisfies Record<string, ProblemEntry>;
