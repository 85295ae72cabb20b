import type { TypedStudent } from '../../../scripts/launch/popup.ts';
import type { VerifyQuery } from '../../../src/messages/index.ts';

/** Test students that the Registry's developers publish (protocol dossier i). Nobody is real. */
export const MARYAM = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '25/05/1966',
} as const satisfies TypedStudent;

export const ASFAHA = {
  usi: 'DG6K5YHPP3',
  firstName: 'Asfaha',
  familyName: 'Loflin',
  dateOfBirth: '23/12/1982',
} as const satisfies TypedStudent;

/** Maryam as a message between page and background carries her. */
export const MARYAM_QUERY: VerifyQuery = { ...MARYAM, dateOfBirth: '1966-05-25' };

/** Maryam as a clerk would paste her. */
export const MARYAM_LINE = 'BNGH7C75FN Maryam Fredrick 25/05/1966';
