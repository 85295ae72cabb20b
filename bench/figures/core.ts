import { readFileSync } from 'node:fs';
import { startSimulator } from '../../simulator/index.ts';
import type { Io } from '../../src/soap/index.ts';
import { builtCore } from '../support/built-core.ts';
import { type Figure, timesFigure } from '../support/figure.ts';
import { interleave, timed } from '../support/interleave.ts';
import { Recorder, withoutRelation } from '../support/recorder.ts';
import { MARYAM } from '../support/student.ts';

const RUNS = 300;
const WARM_UP = 60;

/**
 * The core alone, in Node: VerifyUSI from the query to the verdict, against a `fetch` of the same bytes; and its own
 * part of that without a network, which is writing, signing and reading. Plain HTTP, so that no TLS hides our share.
 */
export async function core(): Promise<Figure[]> {
  const { ENVIRONMENTS, issueToken, readKeystore, unlock, verifyUsi } = await builtCore();
  const recorder = new Recorder();
  const simulator = await startSimulator({ http: true, onRequest: recorder.see });
  try {
    const io: Io = {
      fetch: (url, init) => fetch(url, init),
      now: Date.now,
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    };
    const service = { ...ENVIRONMENTS.thirdParty, sts: simulator.sts, usi: simulator.usi };
    const [credential] = readKeystore(readFileSync(simulator.keystorePath, 'utf8'));
    if (credential === undefined) throw new Error('the keystore is empty');
    const token = await issueToken(await unlock(credential, simulator.password), service, io);
    const caller = { token, orgCode: simulator.orgCode, service };
    await verifyUsi(MARYAM, caller, io);

    const body = recorder.last;
    const headers = { 'Content-Type': 'application/soap+xml; charset=utf-8' };
    const bareFetch = async () => (await fetch(service.usi, { method: 'POST', headers, body })).text();
    const answer = withoutRelation(await bareFetch());
    const offline: Io = { ...io, fetch: async () => new Response(answer) };

    const peer = timed(bareFetch);
    const whole = timed(() => verifyUsi(MARYAM, caller, io));
    const alone = timed(() => verifyUsi(MARYAM, caller, offline));
    return [
      timesFigure('core', 'fetch of the same bytes', await interleave(RUNS, WARM_UP, { ours: whole, peer })),
      timesFigure(
        'core/own-work',
        'fetch of the same bytes',
        await interleave(RUNS, WARM_UP, { ours: alone, peer }),
      ),
    ];
  } finally {
    await simulator.close();
  }
}
