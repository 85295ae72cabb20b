import {
  type Credential,
  describeCredential,
  type unlock as unlockCredential,
} from '../../src/keystore/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { CONFIG } from '../config.ts';
import { inTurns } from '../turns.ts';
import { type Overdue, overdue } from './deadline.ts';
import { type HalvesParts, readGeneration, readHalves, wipeHalves, writeHalves } from './halves.ts';
import { type OpenSession, openSession } from './open.ts';
import { bindingOf, SESSION_KEYS, type SessionRecord } from './record.ts';
import { newWrappingKey, type Sealed, seal } from './sealing.ts';

export interface SessionParts extends HalvesParts {
  /** The computer's own clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly unlockCredential: typeof unlockCredential;
}

/** What waking up led to; `unclean` asks for a lock, to wipe what is there. */
export type Awakening = 'locked' | 'open' | 'unclean';

/**
 * The unlocked credential: in memory while this worker lives, in two halves for the next one.
 * Only lock.ts may have `drop` and `wipe` called.
 */
export class Session {
  readonly #parts: SessionParts;
  readonly #turn = inTurns();
  #open: OpenSession | null = null;
  #lastSeenAt = 0;
  #whyLocked: 'LOCKED' | 'SESSION_DAMAGED' = 'LOCKED';
  /** What an earlier worker had unlocked, if anything. */
  #pickedUp: OpenSession | null = null;
  /** Raised by every unlocking that is installed and every locking, so that a slow unlocking can tell that one came since. */
  #generation = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** What is unlocked, or null. Ask again after every wait: a lock may have come. */
  get open(): OpenSession | null {
    return this.#open;
  }

  /** Whether what is unlocked was unlocked in an earlier life of the background, not in this one. */
  get isPickedUp(): boolean {
    return this.#open !== null && this.#open === this.#pickedUp;
  }

  /** @throws Problem LOCKED, or SESSION_DAMAGED if that is why */
  requireOpen(): OpenSession {
    if (this.#open === null) throw new Problem(this.#whyLocked);
    return this.#open;
  }

  /** Picks up what an earlier worker left. Never throws: half a session, or a garbled one, is unclean. */
  async wake(): Promise<Awakening> {
    try {
      this.#generation = await readGeneration(this.#parts);
      const found = await readHalves(this.#parts);
      if (found.state === 'nothing') return 'locked';
      if (found.state === 'leftover') return 'unclean';
      if (found.state === 'whole') {
        this.#pickedUp = await openSession(found.record, found.wrappingKey);
        this.#open = this.#pickedUp;
        this.#lastSeenAt = found.lastSeenAt;
        return 'open';
      }
    } catch {
      // What cannot be read or does not open is as damaged as what reads wrong.
    }
    this.#whyLocked = 'SESSION_DAMAGED';
    return 'unclean';
  }

  /**
   * Opens the credential's key, seals it and installs the session. Of two at once the first that is ready wins, so
   * that one with a wrong password changes nothing.
   * @throws Problem what the keystore room throws, and LOCKED if a lock (or another unlocking) came meanwhile
   */
  async unlock(credential: Credential, password: string): Promise<OpenSession> {
    const before = this.#generation;
    const generation = before + 1;
    const wrappingKey = await newWrappingKey();
    const record = await this.#seal(credential, password, generation, wrappingKey);
    // Opened from the record itself, so that a worker that wakes up later does nothing that was not tried now.
    const opened = await openSession(record, wrappingKey);
    return this.#turn(async () => {
      this.#refuseUnless(before);
      this.#generation = generation;
      await writeHalves(this.#parts, record, wrappingKey);
      this.#refuseUnless(generation);
      this.#open = opened;
      this.#lastSeenAt = record.unlockedAt;
      this.#whyLocked = 'LOCKED';
      return opened;
    });
  }

  /** Why the session may not go on, or null; also null while locked. */
  overdue(): Overdue | null {
    if (this.#open === null) return null;
    const { unlockedAt, deadline } = this.#open;
    return overdue({ unlockedAt, deadline, lastSeenAt: this.#lastSeenAt }, this.#parts.now());
  }

  /** Notes that the session is alive now. */
  async seen(): Promise<void> {
    const now = this.#parts.now();
    const open = this.#open;
    if (open === null || now <= this.#lastSeenAt) return;
    this.#lastSeenAt = now;
    await this.#turn(async () => {
      if (this.#open === open) await this.#parts.area.write({ [SESSION_KEYS.lastSeenAt]: now });
    });
  }

  /** Writes what belongs to this opened session, unless it was locked meanwhile. */
  async keepWith(open: OpenSession, values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#turn(async () => {
      if (this.#open === open) await this.#parts.area.write(values);
    });
  }

  /** First part of a lock, at once: nothing that is still under way installs anything, and memory lets go. */
  drop(): void {
    this.#generation += 1;
    this.#open = null;
  }

  /**
   * Second part of a lock: both halves, and the token beside them. It takes its turn when it is called, so that an
   * unlocking that is being written is wiped after it, and one that begins later comes after the wiping.
   */
  wipe(): Promise<void> {
    const generation = this.#generation;
    return this.#turn(() => wipeHalves(this.#parts, generation));
  }

  async #seal(
    credential: Credential,
    password: string,
    generation: number,
    wrappingKey: CryptoKey,
  ): Promise<SessionRecord> {
    const unlockedAt = this.#parts.now();
    const deadline = unlockedAt + CONFIG.SESSION_MAX_MS;
    let key: Sealed | undefined;
    const signer = await this.#parts.unlockCredential(credential, password, async (pkcs8) => {
      key = await seal(pkcs8, wrappingKey, bindingOf({ generation, deadline }, credential.id));
    });
    if (key === undefined) throw new Problem('INTERNAL', { kind: 'key not kept' });
    return { generation, unlockedAt, deadline, credential: describeCredential(signer.credential), key };
  }

  #refuseUnless(generation: number): void {
    if (generation !== this.#generation) throw new Problem('LOCKED');
  }
}
