/** A student as the clerk typed or pasted it. Strings exactly as in the form; empty means not given. */
export interface StudentDraft {
  readonly usi: string;
  readonly firstName: string;
  readonly familyName: string;
  /** Set instead of first and family name for a student with one name. */
  readonly singleName: string;
  /** As typed; the rules in usi/rules turn it into yyyy-mm-dd. */
  readonly dateOfBirth: string;
  /** Whether the form shows the single-name field. */
  readonly hasSingleName: boolean;
}

/** The student sent with a look-up: already normalised by the rules. */
export type VerifyQuery =
  | {
      readonly usi: string;
      readonly firstName: string;
      readonly familyName: string;
      readonly dateOfBirth: string;
    }
  | { readonly usi: string; readonly singleName: string; readonly dateOfBirth: string };

/** The fields that the Registry compares. */
export type ComparedField = 'firstName' | 'familyName' | 'singleName' | 'dateOfBirth';
