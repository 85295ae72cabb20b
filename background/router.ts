import type { OwnIdentity, Sender } from '../src/browser/index.ts';
import type { BackgroundMessageName, BackgroundResponse } from '../src/messages/index.ts';
import { Problem } from '../src/problems/index.ts';
import type { Parts } from './container.ts';
import { HANDLERS, type Handler, INPUT_SHAPES, type Input, type Output } from './handlers/index.ts';
import { refuseStrangers } from './sender.ts';
import { fits, type Shape } from './shape.ts';

export type Router = (message: unknown, sender: Sender) => Promise<BackgroundResponse>;

/**
 * Answers messages: sender first, then the name, then the shape of the input, then its handler.
 * Whatever is thrown on the way is the answer's problem; a problem is a value.
 * @param ready awaited before a handler runs: the background is awake and its session was checked
 */
export function createRouter(own: OwnIdentity, parts: Parts, ready: () => Promise<void>): Router {
  return async (message, sender) => {
    try {
      refuseStrangers(sender, own);
      const { name, input } = readRequest(message);
      return { ok: true, value: await answer(name, input, parts, ready) };
    } catch (thrown) {
      return { ok: false, problem: Problem.from(thrown).toValue() };
    }
  };
}

function readRequest(message: unknown): { name: BackgroundMessageName; input: unknown } {
  if (typeof message !== 'object' || message === null) throw malformed('message');
  const { type, input, ...others } = message as Record<string, unknown>;
  if (typeof type !== 'string') throw malformed('type');
  if (!Object.hasOwn(HANDLERS, type)) throw new Problem('MESSAGE_UNKNOWN');
  if (Object.keys(others).length > 0) throw malformed('message');
  return { name: type as BackgroundMessageName, input };
}

async function answer<Name extends BackgroundMessageName>(
  name: Name,
  input: unknown,
  parts: Parts,
  ready: () => Promise<void>,
): Promise<Output<Name>> {
  const shape: Shape<Input<Name>> = INPUT_SHAPES[name];
  if (!fits(shape, input)) throw malformed(shape(input, 'input') ?? 'input');
  await ready();
  const handler: Handler<Name> = HANDLERS[name];
  return handler(input, parts);
}

function malformed(part: string): Problem {
  return new Problem('MESSAGE_MALFORMED', { part });
}
