/** The demo's look-ups: the published test students (protocol dossier i) and what is expected of each. */
export interface DemoLookUp {
  readonly usi: string;
  readonly firstName?: string;
  readonly familyName?: string;
  readonly singleName?: string;
  /** dd/mm/yyyy, as a clerk types it. */
  readonly dateOfBirth: string;
  readonly expected: { readonly verdict: string; readonly differs: readonly string[] };
}

export const DEMO_LOOK_UPS: readonly DemoLookUp[] = [
  {
    usi: 'BNGH7C75FN',
    firstName: 'Maryam',
    familyName: 'Fredrick',
    dateOfBirth: '25/05/1966',
    expected: { verdict: 'verified', differs: [] },
  },
  {
    usi: 'BNGH7C75FN',
    firstName: 'Maryam',
    familyName: 'Frederick',
    dateOfBirth: '25/05/1966',
    expected: { verdict: 'differs', differs: ['familyName'] },
  },
  {
    usi: 'DG6K5YHPP3',
    firstName: 'Asfaha',
    familyName: 'Loflin',
    dateOfBirth: '23/12/1982',
    expected: { verdict: 'deactivated', differs: [] },
  },
  {
    usi: 'QFJEGFSBC4',
    singleName: 'Testsinglename',
    dateOfBirth: '01/01/1985',
    expected: { verdict: 'verified', differs: [] },
  },
  {
    usi: 'H2289JJ33U',
    firstName: 'Nobody',
    familyName: 'Registered',
    dateOfBirth: '01/02/1990',
    expected: { verdict: 'not-found', differs: [] },
  },
  {
    usi: 'BNGH7C75FM',
    firstName: 'Maryam',
    familyName: 'Fredrick',
    dateOfBirth: '25/05/1966',
    expected: { verdict: 'malformed', differs: [] },
  },
];
