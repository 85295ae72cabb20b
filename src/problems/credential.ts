import type { ProblemEntry } from './entry.ts';

/** The keystore file’s content, the credential chosen from it, and its password. */
export const CREDENTIAL = {
  KEYSTORE_NOT_XML: {
    what: 'The keystore file is not XML, or was damaged by another program.',
    next: 'Use the file as ATOMAS wrote it, or a backup. Word processors and browsers spoil it when they save it.',
    from: 'keystore',
  },
  KEYSTORE_TRUNCATED: {
    what: 'The keystore file ends in the middle.',
    next: 'Copy the file again, or download a new credential.',
    from: 'keystore',
  },
  KEYSTORE_OTHER_XML: {
    what: 'The file is XML, but not a keystore (its first element is {root}).',
    next: 'Choose the keystore file that ATOMAS wrote, usually keystore-new.xml.',
    from: 'keystore',
  },
  KEYSTORE_DOCTYPE: {
    what: 'The keystore file holds a DOCTYPE or an entity, which a real one never does.',
    next: 'Do not use this file. Download the credential again with ATOMAS.',
    from: 'keystore',
  },
  KEYSTORE_EMPTY: {
    what: 'The keystore holds no credential.',
    next: 'Create a machine credential in RAM and download it with ATOMAS.',
    from: 'keystore',
  },
  KEYSTORE_DAMAGED: {
    what: 'The credential {id} in the keystore is incomplete or damaged ({part}).',
    next: 'Use a backup of the file, or download a new credential.',
    from: 'keystore',
  },
  CREDENTIAL_NOT_CHOSEN: {
    what: 'The keystore holds several credentials and none is chosen.',
    next: 'Choose the credential of the organisation you work for.',
    from: 'session',
  },
  CREDENTIAL_GONE: {
    what: 'The credential you chose is no longer in the keystore.',
    next: 'Choose one of the credentials that are there now.',
    from: 'session',
  },
  CREDENTIAL_NOT_MACHINE: {
    what: 'This is an AUSkey-era credential of type {type}, not a machine credential. AUSkeys ended on 27 March 2020.',
    next: 'Create a machine credential in RAM.',
    from: 'keystore',
  },
  CREDENTIAL_NO_LEAF: {
    what: 'None of the certificates stored with the credential {id} is its own.',
    next: 'Use a backup of the file, or download a new credential.',
    from: 'keystore',
  },
  CREDENTIAL_ENCRYPTION_UNSUPPORTED: {
    what: 'The private key is encrypted in a way this extension does not know ({oid}).',
    next: 'Report this identifier to us. Until then a newly downloaded credential may work.',
    from: 'keystore',
  },
  CREDENTIAL_KEY_MISMATCH: {
    what: 'The private key does not belong to the credential’s certificate.',
    next: 'Use a backup of the file, or download a new credential.',
    from: 'keystore',
  },
  PASSWORD_WRONG: {
    what: 'The password does not open this credential.',
    next: 'It is the keystore password typed when the credential was created in RAM, not the myID password. It cannot be reset: if it is lost, create a new credential with the same name.',
    from: 'keystore',
  },
  CREDENTIAL_EXPIRED: {
    what: 'The credential expired on {validTo}.',
    next: 'Create a new machine credential in RAM with the same name, download it, then revoke the old one.',
    from: 'session',
  },
  CREDENTIAL_NOT_YET_VALID: {
    what: 'The credential is valid only from {validFrom}.',
    next: 'Check this computer’s clock. A new credential is valid at once.',
    from: 'session',
  },
  LOCKED: {
    what: 'The credential is locked.',
    next: 'Enter the keystore password.',
    from: 'session',
  },
} satisfies Record<string, ProblemEntry>;
