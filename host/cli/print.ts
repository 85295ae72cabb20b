import { writeSync } from 'node:fs';
import type { HostProblem } from '../../src/messages/host.ts';
import { PROBLEMS } from '../../src/problems/index.ts';

const STDOUT = 1;
const STDERR = 2;

/** Descriptors, not Node's streams, so that nothing is lost when the output is a pipe. */
export function print(lines: readonly string[]): void {
  writeSync(STDOUT, `${lines.join('\n')}\n`);
}

export function printProblem(problem: HostProblem): void {
  writeSync(STDERR, `${inWords(problem).join('\n')}\n`);
}

/** What happened and what to do next, each on its own line. */
export function inWords({ code, number, params }: HostProblem): string[] {
  const { what, next } = PROBLEMS[code];
  return [`${filled(what, params)} (${code}, ${number})`, filled(next, params)];
}

function filled(sentence: string, params: HostProblem['params']): string {
  return sentence.replace(/\{(\w+)\}/g, (_placeholder, name: string) => params[name] ?? '?');
}
