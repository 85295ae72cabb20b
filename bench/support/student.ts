/** A published test student (simulator/README.md); the Registry answers `Valid`, every field `Match`. */
export const MARYAM = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '1966-05-25',
} as const;
