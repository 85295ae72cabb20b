import type { ProblemCode } from './codes.ts';

/**
 * The codes for which sending the same thing again, unchanged, may help. Apart from the words, which pages have from
 * `_locales`: a popup that had to carry them all here as well would be there later.
 */
const MAY_HELP: ReadonlySet<ProblemCode> = new Set([
  'HOST_CRASHED',
  'HOST_SILENT',
  'KEYSTORE_UNREADABLE',
  'HOST_FILE_UNWRITABLE',
  'SERVICE_TIMEOUT',
  'LOOK_UP_INTERRUPTED',
  'STS_INTERNAL',
  'STS_ANSWER_UNEXPECTED',
  'REGISTRY_UNAVAILABLE',
  'REGISTRY_ANSWER_UNEXPECTED',
  'SECURITY_REFUSED',
  'SERVICE_UNREACHABLE',
  'SERVICE_HTTP_ERROR',
  'ANSWER_TOO_LARGE',
  'ANSWER_NOT_XML',
  'ANSWER_NOT_SOAP',
  'ANSWER_UNRELATED',
  'SERVICE_HELD_BACK',
  'HOST_INTERNAL',
  'INTERNAL',
]);

/** Whether the same request may succeed if it is simply sent again. */
export function mayRetry(code: ProblemCode): boolean {
  return MAY_HELP.has(code);
}
