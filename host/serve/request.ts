import type { HostAction, HostInput, HostRequest } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';

/** The members that each action takes besides `action`; all are strings, none is required. */
const MEMBERS: { readonly [A in HostAction]: readonly (keyof HostInput<A>)[] } = {
  hello: [],
  find: [],
  read: ['path'],
  doctor: [],
};

/** Longest part of an unknown member's name that is repeated in the answer, in characters. */
const NAME_SHOWN_CHARACTERS = 64;

/**
 * The request in a frame's body: one JSON object in UTF-8, with exactly the members that its action takes.
 * @throws Problem HOST_FRAME_MALFORMED, HOST_ACTION_UNKNOWN or HOST_MEMBER_UNKNOWN
 */
export function readRequest(body: Uint8Array): HostRequest {
  const { action, ...input } = objectFrom(body);
  if (typeof action !== 'string') throw malformed('no action');
  if (!isAction(action)) throw new Problem('HOST_ACTION_UNKNOWN');
  const known: readonly string[] = MEMBERS[action];
  for (const [name, value] of Object.entries(input)) {
    if (!known.includes(name)) {
      throw new Problem('HOST_MEMBER_UNKNOWN', { member: name.slice(0, NAME_SHOWN_CHARACTERS) });
    }
    if (typeof value !== 'string') throw malformed(`${name} is not a string`);
  }
  return { action, ...input };
}

function objectFrom(body: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    throw malformed(error instanceof SyntaxError ? 'not JSON' : 'not UTF-8');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed('not an object');
  return { ...value };
}

function isAction(name: string): name is HostAction {
  return Object.hasOwn(MEMBERS, name);
}

function malformed(reason: string): Problem {
  return new Problem('HOST_FRAME_MALFORMED', { reason });
}
