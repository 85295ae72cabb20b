import type { DoctorCheck, HostOutput } from '../../src/messages/host.ts';
import { inWords } from './print.ts';

/** The diagnosis for a person: every place that was looked at, then what is wrong and what to do about it. */
export function diagnosisLines({ version, checks }: HostOutput<'doctor'>): string[] {
  return [`usi-companion-host ${version}`, ...checks.flatMap(checkLines)];
}

function checkLines({ name, ok, found, path, program, allows, problem }: DoctorCheck): string[] {
  const state = !ok ? 'WRONG' : found ? 'ok' : 'absent';
  return [
    `${state.padEnd(7)} ${name}${path === undefined ? '' : `: ${path}`}`,
    ...[
      ...(program === undefined ? [] : [`starts ${program}`]),
      ...(allows === undefined ? [] : [`allows ${allows.join(', ')}`]),
      ...(problem === undefined ? [] : inWords(problem)),
    ].map((line) => `        ${line}`),
  ];
}
