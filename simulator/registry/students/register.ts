/** The register: every student by USI, and how a caller's details compare with a record. */
import { inventStudents } from './invented.ts';
import { KNOWN_STUDENTS } from './known.ts';
import type { Field, Student } from './student.ts';

/** What a caller claims about a student. */
type Details = Partial<Record<Field, string>>;

/** The known students win over an invented one of the same USI. */
export function createRegister(): ReadonlyMap<string, Student> {
  return new Map([...inventStudents(), ...KNOWN_STUDENTS].map((student) => [student.usi, student]));
}

/** Whether one field of the caller's details agrees with the record. Case and outer spaces do not matter. */
export function matches(student: Student, field: Field, claimed: string): boolean {
  if (student.neverMatches?.includes(field)) return false;
  const recorded = fieldsOf(student)[field];
  if (recorded === undefined) return false;
  return student.matchesAnything === true || plain(recorded) === plain(claimed);
}

function fieldsOf({ name, dateOfBirth }: Student): Details {
  return 'single' in name
    ? { SingleName: name.single, DateOfBirth: dateOfBirth }
    : { FirstName: name.first, FamilyName: name.family, DateOfBirth: dateOfBirth };
}

const plain = (text: string) => text.trim().normalize('NFC').toLocaleLowerCase('en-AU');
