import type { HostProblem } from '../src/messages/host.ts';
import { PROBLEMS, Problem } from '../src/problems/index.ts';

/** Any thrown thing as the host reports it. What has no number of the host's becomes HOST_INTERNAL, without its text. */
export function report(thrown: unknown): HostProblem {
  const problem = thrown instanceof Problem ? thrown : new Problem('HOST_INTERNAL', { kind: kindOf(thrown) });
  const { exit: number } = PROBLEMS[problem.code];
  if (number === undefined) return report(new Problem('HOST_INTERNAL', { kind: problem.code }));
  return { ...problem.toValue(), number };
}

/** The operating system's name of an error (`EACCES`), or null for another kind of error. */
export function systemErrorCode(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null;
}

function kindOf(thrown: unknown): string {
  return systemErrorCode(thrown) ?? (thrown instanceof Error ? thrown.name : typeof thrown);
}
