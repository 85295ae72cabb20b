import type { Pair } from './interleave.ts';

/** A quantity in its unit. */
interface Measure {
  readonly value: number;
  readonly unit: 'ms' | 'bytes';
}

/** One line of the output: ours against a named peer, measured in the same run. */
export interface Figure {
  readonly figure: string;
  readonly ours: Measure;
  readonly peer: Measure & { readonly name: string };
  /** Ours divided by the peer's. */
  readonly ratio: number;
  /** How many pairs were measured. */
  readonly runs: number;
  /** Between which ratios the middle half of the pairs lies: first and third quartile. */
  readonly spread: readonly [number, number];
}

/** The medians of many pairs as a figure; milliseconds. */
export function timesFigure(figure: string, peer: string, pairs: readonly Pair[]): Figure {
  const ours = quantile(0.5, pairs, (pair) => pair.ours);
  const peers = quantile(0.5, pairs, (pair) => pair.peer);
  const ratioOf = (pair: Pair) => pair.ours / pair.peer;
  return {
    figure,
    ours: { value: round(ours), unit: 'ms' },
    peer: { name: peer, value: round(peers), unit: 'ms' },
    ratio: round(ours / peers),
    runs: pairs.length,
    spread: [round(quantile(0.25, pairs, ratioOf)), round(quantile(0.75, pairs, ratioOf))],
  };
}

/** Sizes do not vary, so one pair is all there is. */
export function sizesFigure(figure: string, peer: string, { ours, peer: theirs }: Pair): Figure {
  const ratio = round(ours / theirs);
  return {
    figure,
    ours: { value: ours, unit: 'bytes' },
    peer: { name: peer, value: theirs, unit: 'bytes' },
    ratio,
    runs: 1,
    spread: [ratio, ratio],
  };
}

/** The value below which that share of the pairs lies, between neighbours by proportion. */
function quantile(share: number, pairs: readonly Pair[], of: (pair: Pair) => number): number {
  const sorted = pairs.map(of).sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
