/** The actions of the host, one file each. Forgetting one does not compile. */
import type { HostAction, HostInput, HostOutput, HostRequest } from '../../src/messages/host.ts';
import type { Surroundings } from '../surroundings.ts';
import { doctor } from './doctor.ts';
import { find } from './find.ts';
import { hello } from './hello.ts';
import { read } from './read.ts';

type Action<A extends HostAction> = (input: HostInput<A>, surroundings: Surroundings) => HostOutput<A>;

const ACTIONS: { readonly [A in HostAction]: Action<A> } = {
  hello: (_input, surroundings) => hello(surroundings),
  find: (_input, surroundings) => find(surroundings),
  read: (input, surroundings) => read(input.path, surroundings),
  doctor: (_input, surroundings) => doctor(surroundings),
};

/** @throws Problem as the action says */
export function perform<A extends HostAction>(
  { action, ...input }: HostRequest<A>,
  surroundings: Surroundings,
): HostOutput<A> {
  return ACTIONS[action](input as HostInput<A>, surroundings);
}
