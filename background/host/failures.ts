import type { ProblemCode } from '../../src/problems/index.ts';

/**
 * What the browsers say when a host cannot be reached, measured failure by failure in Chromium 156 and Firefox 153,
 * and the code each stands for. Neither browser gives more than this text.
 */
const FAILURES: readonly { readonly says: RegExp; readonly code: ProblemCode }[] = [
  { says: /^Specified native messaging host not found/, code: 'HOST_MISSING' },
  { says: /^Access to the specified native messaging host is forbidden/, code: 'HOST_FORBIDDEN' },
  { says: /^Native host has exited/, code: 'HOST_CRASHED' },
  { says: /^Failed to start native messaging host/, code: 'HOST_CRASHED' },
  { says: /^Error when communicating with the native messaging host/, code: 'HOST_GARBLED' },
  { says: /^The sender sent an invalid JSON message/, code: 'HOST_GARBLED' },
  // Firefox: also when the host is there but does not allow this extension.
  { says: /^No such native application/, code: 'HOST_MISSING' },
  // Firefox: text on stdout is read as the length of a message.
  { says: /which exceeds the limit of \d+ bytes/, code: 'HOST_GARBLED' },
  // Firefox: exited at once, not executable, or an answer that is not JSON; it does not tell which.
  { says: /^An unexpected error occurred/, code: 'HOST_CRASHED' },
];

/** The code for a failed native call. In words that nobody measured, all we know is that the host gave no answer. */
export function classifyHostFailure(thrown: unknown): ProblemCode {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return FAILURES.find(({ says }) => says.test(words))?.code ?? 'HOST_CRASHED';
}
