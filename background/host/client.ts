import type { SendNative } from '../../src/browser/index.ts';
import {
  HOST_NAME,
  HOST_REQUEST_LIMIT_BYTES,
  type HostAction,
  type HostInput,
  type HostOutput,
  readHostResponse,
} from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import { CONFIG } from '../config.ts';
import { checkAnswer } from './answers.ts';
import { classifyHostFailure } from './failures.ts';

/** What the extension asks of its host. `doctor` is for the command line. */
type AskedAction = Exclude<HostAction, 'doctor'>;

const TIMEOUTS_MS: { readonly [A in AskedAction]: number } = {
  hello: CONFIG.HOST_HELLO_TIMEOUT_MS,
  find: CONFIG.HOST_FIND_TIMEOUT_MS,
  read: CONFIG.HOST_READ_TIMEOUT_MS,
};

/** Asks the host for one action and gives its answer's value. */
export type AskHost = <A extends AskedAction>(action: A, input: HostInput<A>) => Promise<HostOutput<A>>;

/**
 * The native host, one process a question: a one-shot call tells more about a failure than a port in both browsers,
 * and an open port would keep the worker alive.
 *
 * The returned function throws Problem: HOST_MISSING, HOST_FORBIDDEN, HOST_CRASHED, HOST_GARBLED, HOST_SILENT;
 * HOST_FRAME_TOO_LARGE for a question that does not fit; and whatever problem the host itself reports.
 */
export function hostClient(send: SendNative): AskHost {
  return async (action, input) => {
    const request = { action, ...input };
    if (new TextEncoder().encode(JSON.stringify(request)).length > HOST_REQUEST_LIMIT_BYTES) {
      throw new Problem('HOST_FRAME_TOO_LARGE', { limit: String(HOST_REQUEST_LIMIT_BYTES) });
    }
    const answer = await withinTime(TIMEOUTS_MS[action], sendClassified(send, request));
    const response = readHostResponse(action, answer);
    if (!response.ok) throw new Problem(response.problem.code, onlyWords(response.problem.params));
    checkAnswer(action, response.value);
    return response.value;
  };
}

async function sendClassified(send: SendNative, request: object): Promise<unknown> {
  try {
    return await send(HOST_NAME, request);
  } catch (thrown) {
    throw new Problem(classifyHostFailure(thrown), {}, thrown);
  }
}

/** A host that hangs hangs for ever in both browsers, so the time-out is ours; a later answer is not heard. */
async function withinTime<T>(limitMs: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('HOST_SILENT')), limitMs);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** The values of a problem's words; the host is another program, so nothing but strings is taken from it. */
function onlyWords(params: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
