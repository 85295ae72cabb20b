/** The test students that developers of USI software have always used, with their published outcomes (protocol facts, i). */
import type { Field, Student } from './student.ts';

const person = (usi: string, first: string, family: string, dateOfBirth: string): Student => ({
  usi,
  name: { first, family },
  dateOfBirth,
  status: 'Valid',
});
const single = (usi: string, name: string, dateOfBirth: string): Student => ({
  usi,
  name: { single: name },
  dateOfBirth,
  status: 'Valid',
});
/** A record of which only the outcome is known; its name and date stand for whatever the caller sends. */
const outcome = (usi: string, name: Student['name'], ...neverMatches: Field[]): Student => ({
  usi,
  name,
  dateOfBirth: '2000-01-01',
  status: 'Valid',
  neverMatches,
  matchesAnything: true,
});
const ANY_PERSON = { first: 'Any', family: 'Person' };
const ANY_SINGLE = { single: 'Any' };

/** All of them; no two share a USI. */
export const KNOWN_STUDENTS: readonly Student[] = [
  person('BNGH7C75FN', 'Maryam', 'Fredrick', '1966-05-25'),
  person('BP6LKB3C7X', 'Csenge', 'Gumarsson', '1988-12-26'),
  { ...person('DG6K5YHPP3', 'Asfaha', 'Loflin', '1982-12-23'), status: 'Deactivated' },
  single('QFJEGFSBC4', 'Testsinglename', '1985-01-01'),
  { ...single('R5HQLSWS9Y', 'Testdeactivated', '1963-12-10'), status: 'Deactivated' },
  single('XNY5NV9WG9', 'Amy', '2022-06-07'),
  person('HQ9HHNJC3J', 'Bert', 'Zywiec', '1986-04-22'),
  person('C2P5P4UBHP', 'Nicholas', 'Koke', '1990-07-02'),
  person('QS5Q8XWSUJ', 'Annie', 'Angle', '1981-09-02'),
  person('9AKTUJMMAZ', 'Lucy', 'Smithcd', '1985-03-03'),
  person('BJRVU7U59N', 'Nick', 'Smithdd', '1990-07-14'),
  person('VL8CYKH3ND', 'Adam', 'Smithed', '1977-09-07'),
  person('6N69KBFUDZ', 'Paul', 'Smithfd', '1982-12-06'),
  person('N7UEE7FWKV', 'Lisa', 'Smithgd', '1981-02-19'),
  person('A88H9D64CS', 'Anne', 'Smithhd', '1981-09-22'),
  person('GBYDD3ZLVN', 'Mary', 'Smithid', '1991-04-26'),
  person('HEY5DBYZHX', 'Reiel', 'Draz', '2001-01-01'),
  outcome('PCVA64XU3D', ANY_PERSON),
  outcome('ZTCP6RPU6M', ANY_PERSON, 'FamilyName'),
  outcome('KLP2ZP6NCW', ANY_PERSON, 'FirstName'),
  outcome('G2RN4G89SD', ANY_PERSON, 'DateOfBirth'),
  outcome('CVPZXK7N9H', ANY_SINGLE, 'SingleName'),
  outcome('QBK9UZYQNJ', ANY_SINGLE, 'DateOfBirth'),
  outcome('W2NBT2FW66', ANY_SINGLE),
];
