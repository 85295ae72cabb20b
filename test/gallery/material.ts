import type {
  CredentialView,
  HostFindings,
  LookUp,
  Settings,
  Status,
  VerificationView,
  VerifyQuery,
} from '../../src/messages/index.ts';

/** Credentials, students and answers for the gallery: the published test students, or plainly invented. */
export const PASSWORD = 'Password1!';

/** The moment at which the gallery's look-ups were answered; fixed, so that pictures can be compared. */
export const FINISHED_AT = Date.parse('2026-11-21T03:03:00Z');

export const CREDENTIAL: CredentialView = {
  id: 'ABRD:27809366375_USIMachine',
  abn: '27809366375',
  name: 'USIMachine',
  legalName: 'Test College of Examples Pty Ltd',
  validFrom: '2026-02-03T01:00:00Z',
  validTo: '2028-02-03T01:00:00Z',
  issuer: 'ATO Sub Certification Authority',
  state: 'valid',
};

export const OTHER_CREDENTIALS: readonly CredentialView[] = [
  {
    ...CREDENTIAL,
    id: 'ABRD:11000002568_INGLETON153',
    abn: '11000002568',
    name: 'INGLETON153',
    legalName: 'Ingleton Training Partnership',
    validFrom: '2024-05-25T01:00:00Z',
    validTo: '2026-05-25T01:00:00Z',
    state: 'expired',
  },
  {
    ...CREDENTIAL,
    id: 'U_1',
    name: 'J Sample',
    validTo: '2020-03-27T00:00:00Z',
    state: 'not-a-machine-credential',
  },
];

export const COMMON = { environment: 'production', clock: null } as const;

export function unlocked(change: Partial<Extract<Status, { state: 'unlocked' }>> = {}): Status {
  return {
    ...COMMON,
    state: 'unlocked',
    credential: CREDENTIAL,
    orgCode: 'VA1803',
    draft: null,
    lookUp: null,
    ...change,
  };
}

export const MARYAM: VerifyQuery = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '1966-05-25',
};
export const FREDERICK: VerifyQuery = { ...MARYAM, familyName: 'Frederick' };
export const ASFAHA: VerifyQuery = {
  usi: 'DG6K5YHPP3',
  firstName: 'Asfaha',
  familyName: 'Loflin',
  dateOfBirth: '1982-12-23',
};
export const SINGLE: VerifyQuery = {
  usi: 'QFJEGFSBC4',
  singleName: 'Testsinglename',
  dateOfBirth: '1985-01-01',
};
export const NOBODY: VerifyQuery = {
  usi: '223456789N',
  firstName: 'Nobody',
  familyName: 'Invented',
  dateOfBirth: '2001-02-03',
};

/** The answer of the Registry's test environment, by USI; Frederick is Fredrick misspelt. */
export function verificationOf(query: VerifyQuery): VerificationView {
  const names = 'singleName' in query ? (['singleName'] as const) : (['firstName', 'familyName'] as const);
  const all = (flag: 'Match' | 'NoMatch') =>
    Object.fromEntries([...names, 'dateOfBirth'].map((field) => [field, flag]));
  if (query.usi === ASFAHA.usi) {
    return { status: 'Deactivated', verdict: 'deactivated', differs: [], flags: all('Match') };
  }
  if (query.usi === NOBODY.usi) {
    return { status: 'Invalid', verdict: 'not-found', differs: [], flags: all('NoMatch') };
  }
  const differs = (['firstName', 'familyName', 'dateOfBirth'] as const).filter(
    (field) =>
      'firstName' in query &&
      query.usi === MARYAM.usi &&
      'firstName' in MARYAM &&
      query[field] !== MARYAM[field],
  );
  const flags = { ...all('Match'), ...Object.fromEntries(differs.map((field) => [field, 'NoMatch'])) };
  return { status: 'Valid', verdict: differs.length > 0 ? 'differs' : 'verified', differs, flags };
}

export function answered(query: VerifyQuery): LookUp {
  return { state: 'answered', query, verification: verificationOf(query), finishedAt: FINISHED_AT, ms: 640 };
}

export const SETTINGS: Settings = {
  environment: 'production',
  orgCode: 'VA1803',
  credentialId: CREDENTIAL.id,
  keystorePath: null,
  stsProfile: 'v1.3',
};

export const FINDINGS: HostFindings = {
  host: { version: '0.1.0' },
  places: [
    { path: '/home/sample/.ATOMAS/keystore-new.xml', found: true, modified: '2026-02-03T01:05:00Z' },
    { path: '/home/sample/.ATOMAS/keystore.xml', found: false },
  ],
  keystore: {
    path: '/home/sample/.ATOMAS/keystore-new.xml',
    modified: '2026-02-03T01:05:00Z',
    credentials: [CREDENTIAL, ...OTHER_CREDENTIALS],
    inUse: CREDENTIAL.id,
  },
};
