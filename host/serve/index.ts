/** Serving: one frame in, one frame out, until the browser closes the pipe. */
import type { HostResponse } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import { perform } from '../actions/index.ts';
import { report } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { readFrame, writeFrame } from './frames.ts';
import { readRequest } from './request.ts';

/**
 * Answers requests until stdin ends. A request that is refused gets its problem as the answer and the next one is
 * read; a stream that can no longer be understood, or a caller that we do not serve, gets one answer and no more.
 * @returns the exit status: 0, or the number of the problem that ended the serving.
 */
export function serve(callerAllowed: boolean, surroundings: Surroundings): number {
  try {
    for (let body = readFrame(); body !== null; body = readFrame()) {
      if (!callerAllowed) throw new Problem('HOST_CALLER_REFUSED');
      if (!writeFrame(answer(body, surroundings))) break;
    }
    return 0;
  } catch (error) {
    const problem = report(error);
    writeFrame({ ok: false, problem });
    return problem.number;
  }
}

function answer(body: Uint8Array, surroundings: Surroundings): HostResponse {
  try {
    return { ok: true, value: perform(readRequest(body), surroundings) };
  } catch (error) {
    return { ok: false, problem: report(error) };
  }
}
