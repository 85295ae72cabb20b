import type { ProblemEntry } from './entry.ts';

/**
 * The ATO’s Security Token Service, one code for each of its own (protocol dossier g.1).
 * Params: `serviceCode` and `serviceWords`, verbatim.
 */
export const STS = {
  STS_INTERNAL: {
    what: 'The ATO’s token service reported an internal error.',
    next: 'Try again in a few minutes.',
    from: 'sts',
  },
  STS_RELYING_PARTY_UNKNOWN: {
    what: 'The ATO’s token service does not know the service the token is for.',
    next: 'Check the environment in the options.',
    from: 'sts',
  },
  STS_CREDENTIAL_REVOKED: {
    what: 'The ATO says that the credential was revoked.',
    next: 'Let the person who created it log in to RAM: a yearly confirmation may have lapsed, or the credential may have to be claimed. One that was revoked on purpose must be replaced by a new one.',
    from: 'sts',
  },
  STS_CREDENTIAL_EXPIRED: {
    what: 'The ATO says that the credential has expired.',
    next: 'Create a new machine credential in RAM with the same name.',
    from: 'sts',
  },
  STS_CREDENTIAL_NOT_YET_VALID: {
    what: 'The ATO says that the credential is not valid yet.',
    next: 'Check this computer’s clock.',
    from: 'sts',
  },
  STS_ISSUER_UNKNOWN: {
    what: 'The ATO does not recognise who issued the credential.',
    next: 'A test credential works only with the test environment, a real one only with production. Check the environment in the options.',
    from: 'sts',
  },
  STS_CREDENTIAL_UNREADABLE: {
    what: 'The ATO could not process the credential.',
    next: 'Download the credential again, or create a new one.',
    from: 'sts',
  },
  STS_CREDENTIAL_UNKNOWN: {
    what: 'The ATO does not recognise the credential.',
    next: 'Check the environment in the options. A credential created a moment ago may need some minutes; one that expired or was removed in RAM must be replaced.',
    from: 'sts',
  },
  STS_NO_POLICY: {
    what: 'The ATO has no usage policy for this certificate.',
    next: 'Ask the ATO (1300 287 539) with the code below.',
    from: 'sts',
  },
  STS_CLAIM_UNAVAILABLE: {
    what: 'The ATO could not supply a detail that the token must hold.',
    next: 'Check in RAM that the credential and the business are still linked.',
    from: 'sts',
  },
  STS_CLAIM_UNKNOWN: {
    what: 'The ATO does not know a detail that the token request asked for.',
    next: 'Report the code below to us.',
    from: 'sts',
  },
  STS_REFUSED: {
    what: 'The ATO’s token service refused the request.',
    next: 'Read the service’s own words below.',
    from: 'sts',
  },
  STS_KEY_UNSUPPORTED: {
    what: 'The ATO’s token service answered with a kind of key that was not asked for ({kind}).',
    next: 'Report this to us.',
    from: 'sts',
  },
  STS_ANSWER_UNEXPECTED: {
    what: 'The ATO’s token service sent an answer that cannot be understood ({part}).',
    next: 'Try again. If it stays so, report it to us.',
    from: 'sts',
  },
} satisfies Record<string, ProblemEntry>;
