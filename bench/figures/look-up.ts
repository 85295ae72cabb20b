import type { Page } from 'puppeteer-core';
import { ENVIRONMENTS } from '../../src/environments.ts';
import { type Figure, timesFigure } from '../support/figure.ts';
import type { Pair } from '../support/interleave.ts';
import { withoutRelation } from '../support/recorder.ts';
import { onStage } from '../support/stage.ts';
import { MARYAM } from '../support/student.ts';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const RUNS = 120;
const WARM_UP = 20;

/**
 * A warm look-up in Chromium: from the page's message to its verdict, the token at hand. The peer is a `fetch` by the
 * same page of the very bytes that the background sent. First against the simulator as it is, then against one that
 * answers at once, so that its own work hides none of ours.
 */
export function lookUp(): Promise<Figure[]> {
  return onStage(async ({ companion, simulator, recorder }) => {
    await companion.send('unlock', { password: simulator.password });
    await companion.send('verify', { student: MARYAM });
    const page = companion.options;
    const { pairs, answer } = await measure(page, recorder.last);

    simulator.setFaults([
      {
        match: { operation: 'VerifyUSI' },
        do: {
          status: 200,
          contentType: 'application/soap+xml; charset=utf-8',
          body: withoutRelation(answer),
        },
      },
    ]);
    const atOnce = await measure(page, recorder.last);
    return [
      timesFigure('look-up', 'fetch of the same bytes', pairs),
      timesFigure('look-up/instant-answer', 'fetch of the same bytes', atOnce.pairs),
    ];
  });
}

/** All in the page, so that the driver is silent meanwhile. `fetch` gets what the background gives it. */
function measure(page: Page, body: string): Promise<{ pairs: Pair[]; answer: string }> {
  return page.evaluate(
    async ({ url, body, student, runs, warmUp }) => {
      const pairs: { ours: number; peer: number }[] = [];
      let answer = '';
      for (let run = -warmUp; run < runs; run += 1) {
        const pair = { ours: 0, peer: 0 };
        for (const side of run % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)) {
          const startedAt = performance.now();
          if (side === 'ours') {
            const got = await chrome.runtime.sendMessage({ type: 'verify', input: { student } });
            if (!JSON.stringify(got).includes('"verified"')) throw new Error(JSON.stringify(got));
          } else {
            const response = await fetch(url, {
              method: 'POST',
              headers: { 'Content-Type': 'application/soap+xml; charset=utf-8' },
              body,
              credentials: 'omit',
              cache: 'no-store',
              redirect: 'error',
              referrerPolicy: 'no-referrer',
            });
            answer = await response.text();
            if (!answer.includes('VerifyUSIResponse')) throw new Error(answer);
          }
          pair[side] = performance.now() - startedAt;
        }
        if (run >= 0) pairs.push(pair);
      }
      return { pairs, answer };
    },
    { url: ENVIRONMENTS.thirdParty.usi, body, student: MARYAM, runs: RUNS, warmUp: WARM_UP },
  );
}
