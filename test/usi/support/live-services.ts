import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Simulator, startSimulator } from '../../../simulator/index.ts';
import {
  ENVIRONMENTS,
  type Io,
  issueToken,
  Problem,
  type ProblemCode,
  type QueryDraft,
  readKeystore,
  type Service,
  type Signer,
  type Token,
  unlock,
  verifyUsi,
} from '../../../src/index.ts';
import { learnOffset } from '../../../src/soap/index.ts';
import { httpsFetch } from '../../support/https-fetch.ts';

/** Both services as the core meets them: a running simulator, its keystore unlocked, a clock that learns. */
export class LiveServices {
  simulator!: Simulator;
  service!: Service;
  signer!: Signer;
  /** What was learned of the services' clock, milliseconds. */
  offset = 0;

  readonly io: Io = {
    fetch: (url, init) => httpsFetch(this.simulator.caPem)(url, init),
    now: () => Date.now() + this.offset,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    onDate: (sample) => {
      this.offset = learnOffset(this.offset, sample);
    },
  };

  readonly issue = (): Promise<Token> => issueToken(this.signer, this.service, this.io);

  readonly verify = (token: Token, query = MARYAM) =>
    verifyUsi(query, { token, orgCode: this.simulator.orgCode, service: this.service }, this.io);

  /** Operation, outcome and fault of each request that the simulator saw. */
  logged(): (string | null)[][] {
    return this.simulator.log.map(({ operation, outcome, fault }) => [operation, outcome, fault]);
  }
}

export const MARYAM: QueryDraft = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '1966-05-25',
};

/** One simulator for the tests of a file; faults, log and clock are as new before each of them. */
export function liveServices(): LiveServices {
  const live = new LiveServices();

  beforeAll(async () => {
    live.simulator = await startSimulator();
    live.service = { ...ENVIRONMENTS.thirdParty, sts: live.simulator.sts, usi: live.simulator.usi };
    const [credential] = readKeystore(readFileSync(live.simulator.keystorePath, 'utf8'));
    if (credential === undefined) throw new Error('no credential');
    live.signer = await unlock(credential, live.simulator.password);
  });

  afterAll(() => live.simulator.close());

  beforeEach(() => {
    live.simulator.setFaults([]);
    live.simulator.setClockOffset(0);
    live.simulator.clearLog();
    live.offset = 0;
  });

  return live;
}

/** The code of the problem that something fails with. */
export async function codeOf(failing: Promise<unknown>): Promise<ProblemCode> {
  const error = await failing.then(
    () => new Error('did not fail'),
    (thrown) => thrown,
  );
  if (!(error instanceof Problem)) throw error;
  return error.code;
}
