/** Thousands of invented students, the same ones at every start. */
import { ALPHABET, withCheckCharacter } from './check-character.ts';
import type { Student } from './student.ts';

const FIRST_NAMES =
  'Adele Amara Anton Aroha Bao Bianca Callum Chidi Clara Dario Devi Edwina Elif Farid Fiona Gita Grace Hamish Hana Imani Indira Jarrah Jonas Kiri Kwame Lachlan Leilani Linh Mateus Mei Milan Nadia Ngaire Omar Orla Petra Priya Quentin Rania Ravi Rosa Samir Saoirse Tane Tamsin Uma Viktor Wanda Xavier Yindi Yusuf Zara Zoltan'.split(
    ' ',
  );
const FAMILY_NAMES =
  "Abernathy Achterberg Balakrishnan Barrowclough Castellano Chukwu Dalgleish Delacroix Eriksen Everingham Fairweather Fontaine Gunawardena Haddad Hollingsworth Ibarra Ivanova Jankowski Kaneshiro Kowalczyk Lindqvist Marrapodi McAllister Mbeki Nakamura Nguyen-Ross O'Donoghue Okafor Papadopoulos Pereira Quigley Ramanathan Rosenthal Santangelo Szabo Tamihana Thistlethwaite Ueda Vandenberg Villanueva Wattanapong Winterbottom Xiong Yamashita Zaltsman Åkerlund Ćosić Müller".split(
    ' ',
  );

/** Any number does; changing it changes every student, and with them the demo data. */
const SEED = 1803;
const COUNT = 3000;
const SINGLE_NAME_SHARE = 0.02;
const DEACTIVATED_SHARE = 0.01;
const FIRST_BIRTH_YEAR = 1950;
const BIRTH_YEARS = 58;

/** Makes the students; a few milliseconds. */
export function inventStudents(): Student[] {
  const random = seededRandom(SEED);
  const students = new Map<string, Student>();
  while (students.size < COUNT) {
    const student = inventStudent(random);
    students.set(student.usi, student);
  }
  return [...students.values()];
}

function inventStudent(random: () => number): Student {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = (names: readonly string[]) => names[below(names.length)] ?? '';
  const two = (value: number) => String(value).padStart(2, '0');
  const payload = Array.from({ length: 9 }, () => ALPHABET[below(ALPHABET.length)]).join('');
  return {
    usi: withCheckCharacter(payload),
    name:
      random() < SINGLE_NAME_SHARE
        ? { single: pick(FIRST_NAMES) }
        : { first: pick(FIRST_NAMES), family: pick(FAMILY_NAMES) },
    dateOfBirth: `${FIRST_BIRTH_YEAR + below(BIRTH_YEARS)}-${two(1 + below(12))}-${two(1 + below(28))}`,
    status: random() < DEACTIVATED_SHARE ? 'Deactivated' : 'Valid',
  };
}

/** Mulberry32: small, seedable and even enough for names. Values from 0 up to, not including, 1. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
