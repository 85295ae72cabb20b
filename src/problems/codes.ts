/**
 * The one list of problems, by group. Codes are append-only: tools and support notes rely on them.
 * The popup, the host's exit numbers and docs/TROUBLESHOOTING.md all come from here.
 */
import { CREDENTIAL } from './credential.ts';
import type { ProblemEntry } from './entry.ts';
import { PROGRAMMER } from './programmer.ts';
import { SECURITY } from './security.ts';
import { SERVICE } from './service.ts';
import { SET_UP } from './set-up.ts';
import { STS } from './sts.ts';
import { STUDENT } from './student.ts';
import { TIME } from './time.ts';

export const PROBLEM_GROUPS: Readonly<Record<string, Readonly<Record<string, ProblemEntry>>>> = {
  'Set-up': SET_UP,
  Credential: CREDENTIAL,
  Time: TIME,
  'Security Token Service': STS,
  'USI Registry and network': SERVICE,
  Student: STUDENT,
  Security: SECURITY,
  Programmer: PROGRAMMER,
};

const ALL = {
  ...SET_UP,
  ...CREDENTIAL,
  ...TIME,
  ...STS,
  ...SERVICE,
  ...STUDENT,
  ...SECURITY,
  ...PROGRAMMER,
};

export type ProblemCode = keyof typeof ALL;

export const PROBLEMS: Readonly<Record<ProblemCode, ProblemEntry>> = ALL;
