import type { StorageArea } from '../../src/browser/index.ts';
import type { LookUp, VerificationView, VerifyQuery } from '../../src/messages/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { CONFIG } from '../config.ts';
import { isLookUp, sameQuery } from './record.ts';

const KEY = 'look-up';

export interface LookUpsParts {
  readonly area: StorageArea;
  /** The computer's own clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Asks the Registry. */
  readonly ask: (query: VerifyQuery) => Promise<VerificationView>;
  /** Told when the last look-up has ended, with the moment at which it is to be forgotten. */
  readonly ended: (forgetAt: number) => Promise<void>;
}

type Ended = Exclude<LookUp, { state: 'running' }>;

interface Running {
  readonly query: VerifyQuery;
  readonly end: Promise<Ended>;
}

/**
 * The last look-up, kept in storage.session so that a popup that was closed finds it again.
 *
 * Asking the same again while it runs waits for the one answer. Asking something else starts at once beside it:
 * the clerk has gone on, so the newer one owns the record, and the older one answers only whoever asked.
 */
export class LookUps {
  readonly #parts: LookUpsParts;
  #running: Running | null = null;

  constructor(parts: LookUpsParts) {
    this.#parts = parts;
  }

  /** A look-up that an earlier worker left running has no one to end it; one that ended long ago is forgotten. */
  async wake(): Promise<void> {
    const record = await this.last();
    if (record?.state !== 'running') return;
    await this.#end(failed(record.query, new Problem('LOOK_UP_INTERRUPTED'), this.#parts.now()));
  }

  /** Looks one student up. Never throws for what the services do: that is a look-up that failed. */
  verify(query: VerifyQuery): Promise<Ended> {
    if (this.#running !== null && sameQuery(this.#running.query, query)) return this.#running.end;
    const running: Running = { query, end: this.#run(query, () => this.#running === running) };
    this.#running = running;
    return running.end;
  }

  /** The end of the look-up that runs; else the last one, else null. */
  async wait(): Promise<LookUp | null> {
    return this.#running === null ? this.last() : this.#running.end;
  }

  /** The last look-up, unless it was long ago. */
  async last(): Promise<LookUp | null> {
    const record = await this.#parts.area.read(KEY);
    if (!isLookUp(record)) return null;
    if (record.state === 'running' || !isStale(record, this.#parts.now())) return record;
    await this.#parts.area.forget(KEY);
    return null;
  }

  /** Forgets the last look-up; the answer of one that runs will reach only whoever asked. */
  async clear(): Promise<void> {
    this.#running = null;
    await this.#parts.area.forget(KEY);
  }

  async #run(query: VerifyQuery, isNewest: () => boolean): Promise<Ended> {
    try {
      const startedAt = this.#parts.now();
      await this.#parts.area.write({ [KEY]: { state: 'running', query, startedAt } satisfies LookUp });
      const end = await this.#ask(query, startedAt);
      if (isNewest()) await this.#end(end);
      return end;
    } finally {
      // Also when the record could not be written: the same question must not wait for an answer that never came.
      if (isNewest()) this.#running = null;
    }
  }

  async #ask(query: VerifyQuery, startedAt: number): Promise<Ended> {
    const { ask, now } = this.#parts;
    try {
      const verification = await ask(query);
      const finishedAt = now();
      return { state: 'answered', query, verification, finishedAt, ms: Math.max(0, finishedAt - startedAt) };
    } catch (thrown) {
      return failed(query, sinceTheLock(Problem.from(thrown)), now());
    }
  }

  async #end(end: Ended): Promise<void> {
    await this.#parts.area.write({ [KEY]: end });
    await this.#parts.ended(end.finishedAt + CONFIG.LOOK_UP_KEPT_MS);
  }
}

function failed(query: VerifyQuery, problem: Problem, finishedAt: number): Ended {
  return { state: 'failed', query, problem: problem.toValue(), finishedAt };
}

/** Whoever reads of a lock in a look-up has unlocked since; what is left to say is that no answer came. */
function sinceTheLock(problem: Problem): Problem {
  return problem.code === 'LOCKED' ? new Problem('LOOK_UP_INTERRUPTED', {}, problem) : problem;
}

/** A clock that was set back must not keep a student longer, so an end that lies ahead is stale too. */
function isStale({ finishedAt }: Ended, now: number): boolean {
  const age = now - finishedAt;
  return age >= CONFIG.LOOK_UP_KEPT_MS || age < -CONFIG.CLOCK_SET_BACK_TOLERANCE_MS;
}
