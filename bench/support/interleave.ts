/** Ours and the peer's, taken one right after the other. */
export interface Pair<Reading = number> {
  readonly ours: Reading;
  readonly peer: Reading;
}

interface Sides<Reading> {
  readonly ours: () => Promise<Reading>;
  readonly peer: () => Promise<Reading>;
}

/**
 * Runs both sides in turn, so that whatever else the machine does hits both alike; which is first alternates.
 * The warm-up pairs are not counted.
 */
export async function interleave<Reading>(
  runs: number,
  warmUp: number,
  sides: Sides<Reading>,
): Promise<Pair<Reading>[]> {
  const pairs: Pair<Reading>[] = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const pair = run % 2 === 0 ? await oursFirst(sides) : await peerFirst(sides);
    if (run >= 0) pairs.push(pair);
  }
  return pairs;
}

async function oursFirst<Reading>({ ours, peer }: Sides<Reading>): Promise<Pair<Reading>> {
  const first = await ours();
  return { ours: first, peer: await peer() };
}

async function peerFirst<Reading>({ ours, peer }: Sides<Reading>): Promise<Pair<Reading>> {
  const first = await peer();
  return { ours: await ours(), peer: first };
}

/** Work that gives how long it took, milliseconds. */
export function timed(work: () => unknown): () => Promise<number> {
  return async () => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
}
