import type { DateSample } from './io.ts';

/** The Date header counts whole seconds. */
const DATE_RESOLUTION_MS = 1000;

/** No request takes longer; a larger difference means that the clock was set, or corrected, while it ran. */
const LONGEST_REQUEST_MS = 120_000;

/** A clock further out than this would fail the services' TLS certificates first, so the header is nonsense. */
const LARGEST_OFFSET_MS = 30 * 86_400_000;

/** A support page for the Registry warns that a clock more than a minute out tends to fail (dossier g.2). */
const TOLERATED_MS = 60_000;

/**
 * What is known of the services' clock after one more answer. An offset is "services' clock minus this computer's",
 * milliseconds; `now()` is the computer's clock plus the offset. A reading that agrees with the present offset
 * changes nothing, so that the offset does not wander with the network's delays.
 */
export function learnOffset(offset: number, { date, sentAt, receivedAt }: DateSample): number {
  const read = Date.parse(date);
  const took = receivedAt - sentAt;
  if (Number.isNaN(read) || took < 0 || took > LONGEST_REQUEST_MS) return offset;
  if (read + DATE_RESOLUTION_MS >= sentAt && read <= receivedAt) return offset;
  const learned = offset + Math.round(read + DATE_RESOLUTION_MS / 2 - (sentAt + receivedAt) / 2);
  return Math.abs(learned) > LARGEST_OFFSET_MS ? offset : learned;
}

/** How wrong this computer's clock is, if it is more than a minute; whole minutes, for the params of CLOCK_WRONG. */
export function clockError(offset: number): { minutes: number; direction: 'fast' | 'slow' } | null {
  if (Math.abs(offset) <= TOLERATED_MS) return null;
  return { minutes: Math.round(Math.abs(offset) / 60_000), direction: offset < 0 ? 'fast' : 'slow' };
}
