import { type HostAction, type HostOutput, KEYSTORE_FILE_LIMIT_BYTES } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';

/** Base64 writes three bytes as four characters (RFC 4648 section 4). */
const LONGEST_CONTENTS = Math.ceil(KEYSTORE_FILE_LIMIT_BYTES / 3) * 4;

/**
 * Looks into an answer as deep as we rely on it; `readHostResponse` has judged its outer members.
 * Members that we do not know may come from a newer host and are let be.
 * @throws Problem HOST_GARBLED
 */
export function checkAnswer<A extends HostAction>(action: A, value: HostOutput<A>): void {
  const answer = { action, value } as Answer;
  if (!isSound(answer)) throw new Problem('HOST_GARBLED');
}

type Answer = { [A in HostAction]: { action: A; value: HostOutput<A> } }[HostAction];

function isSound(answer: Answer): boolean {
  switch (answer.action) {
    case 'hello':
      return Number.isInteger(answer.value.protocol.major) && Number.isInteger(answer.value.protocol.minor);
    case 'find':
      return Array.isArray(answer.value.places) && answer.value.places.every(isPlace);
    case 'read':
      return answer.value.contents.length <= LONGEST_CONTENTS && isTime(answer.value.modified);
    case 'doctor':
      return Array.isArray(answer.value.checks);
  }
}

function isPlace(place: unknown): boolean {
  if (typeof place !== 'object' || place === null) return false;
  const { path, found, modified } = place as Record<string, unknown>;
  return (
    typeof path === 'string' && typeof found === 'boolean' && (modified === undefined || isTime(modified))
  );
}

/** A page that is given anything else as a time cannot show it, nor anything beside it. */
function isTime(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
