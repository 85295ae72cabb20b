import type { CredentialView } from '../messages/index.ts';
import { formatDay } from './dates.ts';
import type { Words } from './words.ts';

/** Until when a credential can be used, or why it cannot: `valid until 25 May 2027`. */
export function credentialStateWords(words: Words, credential: CredentialView): string {
  switch (credential.state) {
    case 'valid':
      return words('credentialValid', { day: formatDay(credential.validTo) });
    case 'expired':
      return words('credentialExpired', { day: formatDay(credential.validTo) });
    case 'not-yet-valid':
      return words('credentialNotYetValid', { day: formatDay(credential.validFrom) });
    case 'not-a-machine-credential':
      return words('credentialNotMachine');
  }
}
