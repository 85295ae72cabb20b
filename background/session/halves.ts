import type { StorageArea } from '../../src/browser/index.ts';
import { allInOrder } from '../all-in-order.ts';
import { fits } from '../shape.ts';
import { SESSION_KEYS, SESSION_RECORD, type SessionRecord } from './record.ts';
import type { WrappingKeyStore } from './wrapping-key-store.ts';

/** Where the two halves lie: ciphertext and what belongs to it in memory, the wrapping key on disk. */
export interface HalvesParts {
  readonly area: StorageArea;
  readonly keys: WrappingKeyStore;
}

/** What an earlier worker left. A `leftover` wrapping key without a record is what a browser restart leaves. */
export type Found =
  | { readonly state: 'nothing' | 'leftover' | 'damaged' }
  | {
      readonly state: 'whole';
      readonly record: SessionRecord;
      readonly wrappingKey: CryptoKey;
      readonly lastSeenAt: number;
    };

const { record: RECORD, generation: GENERATION, lastSeenAt: LAST_SEEN_AT, token: TOKEN } = SESSION_KEYS;

export async function readHalves({ area, keys }: HalvesParts): Promise<Found> {
  const [record, generation, lastSeenAt, wrappingKey] = await Promise.all([
    area.read(RECORD),
    area.read(GENERATION),
    area.read(LAST_SEEN_AT),
    keys.load(),
  ]);
  if (record === undefined) return { state: wrappingKey === undefined ? 'nothing' : 'leftover' };
  const whole =
    fits(SESSION_RECORD, record) &&
    record.generation === generation &&
    typeof lastSeenAt === 'number' &&
    wrappingKey !== undefined;
  return whole ? { state: 'whole', record, wrappingKey, lastSeenAt } : { state: 'damaged' };
}

/** The number of the last unlocking or locking; a browser restart begins anew. */
export async function readGeneration({ area }: HalvesParts): Promise<number> {
  const generation = await area.read(GENERATION);
  return typeof generation === 'number' ? generation : 0;
}

/** The wrapping key first: a record without its key would read as damage. */
export async function writeHalves(
  { area, keys }: HalvesParts,
  record: SessionRecord,
  wrappingKey: CryptoKey,
): Promise<void> {
  await area.forget(TOKEN);
  await keys.save(wrappingKey);
  await area.write({
    [RECORD]: record,
    [GENERATION]: record.generation,
    [LAST_SEEN_AT]: record.unlockedAt,
  });
}

/** Raises the generation first, which alone makes the record worthless; then deletes the memory half, then the key. */
export async function wipeHalves({ area, keys }: HalvesParts, generation: number): Promise<void> {
  await allInOrder(
    () => area.write({ [GENERATION]: generation }),
    () => area.forget(RECORD, LAST_SEEN_AT, TOKEN),
    () => keys.clear(),
  );
}
