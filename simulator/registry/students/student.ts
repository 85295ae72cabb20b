/** A student as the Registry knows one. All of them are invented. */
export interface Student {
  usi: string;
  name: { first: string; family: string } | { single: string };
  /** yyyy-mm-dd. */
  dateOfBirth: string;
  status: 'Valid' | 'Deactivated';
  /** Fields that answer NoMatch whatever the caller says, for records whose published outcome is all that is known. */
  neverMatches?: readonly Field[];
  /** Set when only the outcome is published, so that any value matches. */
  matchesAnything?: true;
}

/** A field that VerifyUSI judges. */
export type Field = 'FirstName' | 'FamilyName' | 'SingleName' | 'DateOfBirth';
