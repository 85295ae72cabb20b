import type { BackgroundMessageName, BackgroundMessages, BackgroundResponse } from '../messages/index.ts';
import { Problem } from '../problems/index.ts';
import { browserApi } from './api.ts';

/**
 * Sends one message to the background and gives its answer.
 * @throws Problem the background's own, or INTERNAL when it does not answer
 */
export async function send<Name extends BackgroundMessageName>(
  type: Name,
  input: BackgroundMessages[Name]['input'],
): Promise<BackgroundMessages[Name]['output']> {
  const response = (await deliver({ type, input })) as BackgroundResponse<Name> | undefined;
  if (response === undefined) throw new Problem('INTERNAL', { kind: 'no answer' });
  if (!response.ok) throw new Problem(response.problem.code, response.problem.params);
  return response.value;
}

/** A background that is just starting may not listen yet; then, and only then, the message is sent once more. */
async function deliver(message: unknown): Promise<unknown> {
  try {
    return await browserApi.runtime.sendMessage(message);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.message.includes('Receiving end does not exist')) {
      return browserApi.runtime.sendMessage(message);
    }
    throw thrown;
  }
}
