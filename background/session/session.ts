import type { StorageArea } from '../../src/browser/index.ts';
import {
  type Credential,
  describeCredential,
  type unlock as unlockCredential,
} from '../../src/keystore/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { allInOrder } from '../all-in-order.ts';
import { CONFIG } from '../config.ts';
import { fits } from '../shape.ts';
import { inTurns } from '../turns.ts';
import { type Overdue, overdue } from './deadline.ts';
import { type OpenSession, openSession } from './open.ts';
import { bindingOf, SESSION_KEYS, SESSION_RECORD, type SessionRecord } from './record.ts';
import { newWrappingKey, type Sealed, seal } from './sealing.ts';
import type { WrappingKeyStore } from './wrapping-key-store.ts';

export interface SessionParts {
  readonly area: StorageArea;
  readonly keys: WrappingKeyStore;
  /** The computer's own clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly unlockCredential: typeof unlockCredential;
}

/**
 * What was found when the worker woke up. All but `open` and `locked` ask for a lock, to wipe what is there:
 * a `leftover` wrapping key alone is what a browser restart leaves.
 */
export type Awakening = 'locked' | 'open' | 'leftover' | 'damaged';

/**
 * The unlocked credential: in memory while this worker lives, in two halves for the next one.
 * Only lock.ts may call `drop` and `wipe`.
 */
export class Session {
  readonly #parts: SessionParts;
  readonly #turn = inTurns();
  #open: OpenSession | null = null;
  #lastSeenAt = 0;
  #whyLocked: 'LOCKED' | 'SESSION_DAMAGED' = 'LOCKED';
  /** Raised by every unlocking and locking, so that a slow unlocking can tell that something happened since. */
  #generation = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  /** What is unlocked, or null. Ask again after every wait: a lock may have come. */
  get open(): OpenSession | null {
    return this.#open;
  }

  /** @throws Problem LOCKED, or SESSION_DAMAGED if that is why */
  requireOpen(): OpenSession {
    if (this.#open === null) throw new Problem(this.#whyLocked);
    return this.#open;
  }

  /** Picks up what an earlier worker left. Never throws; half a session, or a garbled one, is `damaged`. */
  async wake(): Promise<Awakening> {
    const awakening = await this.#pickUp();
    if (awakening === 'damaged') this.#whyLocked = 'SESSION_DAMAGED';
    return awakening;
  }

  /**
   * Opens the credential's key, seals it and installs the session.
   * @throws Problem what the keystore room throws, and LOCKED if a lock (or a newer unlocking) came meanwhile
   */
  async unlock(credential: Credential, password: string): Promise<OpenSession> {
    this.#generation += 1;
    const generation = this.#generation;
    const wrappingKey = await newWrappingKey();
    const record = await this.#seal(credential, password, generation, wrappingKey);
    // Opened from the record itself, so that a worker that wakes up later does nothing that was not tried now.
    const opened = await openSession(record, wrappingKey);
    await this.#turn(() => this.#install(record, wrappingKey));
    this.#refuseIfOvertaken(generation);
    this.#open = opened;
    this.#lastSeenAt = record.unlockedAt;
    this.#whyLocked = 'LOCKED';
    return opened;
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

  /** Second part of a lock: both halves, in one turn, so that no unlocking comes in between. */
  async wipe(): Promise<void> {
    const { area, keys } = this.#parts;
    const { record, generation, lastSeenAt, token } = SESSION_KEYS;
    const current = this.#generation;
    await this.#turn(() =>
      allInOrder(
        () => area.write({ [generation]: current }),
        () => area.forget(record, lastSeenAt, token),
        () => keys.clear(),
      ),
    );
  }

  async #pickUp(): Promise<Awakening> {
    const { area, keys } = this.#parts;
    try {
      const [record, generation, lastSeenAt, wrappingKey] = await Promise.all([
        area.read(SESSION_KEYS.record),
        area.read(SESSION_KEYS.generation),
        area.read(SESSION_KEYS.lastSeenAt),
        keys.load(),
      ]);
      this.#generation = typeof generation === 'number' ? generation : 0;
      if (record === undefined) return wrappingKey === undefined ? 'locked' : 'leftover';
      if (!fits(SESSION_RECORD, record) || record.generation !== generation) return 'damaged';
      if (typeof lastSeenAt !== 'number' || wrappingKey === undefined) return 'damaged';
      this.#open = await openSession(record, wrappingKey);
      this.#lastSeenAt = lastSeenAt;
      return 'open';
    } catch {
      return 'damaged';
    }
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

  async #install(record: SessionRecord, wrappingKey: CryptoKey): Promise<void> {
    const { area, keys } = this.#parts;
    this.#refuseIfOvertaken(record.generation);
    await area.forget(SESSION_KEYS.token);
    await keys.save(wrappingKey);
    await area.write({
      [SESSION_KEYS.record]: record,
      [SESSION_KEYS.generation]: record.generation,
      [SESSION_KEYS.lastSeenAt]: record.unlockedAt,
    });
  }

  #refuseIfOvertaken(generation: number): void {
    if (generation !== this.#generation) throw new Problem('LOCKED');
  }
}
