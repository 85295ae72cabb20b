import { checkCompatible, type HostOutput } from '../../src/messages/host.ts';
import { Problem } from '../../src/problems/index.ts';
import type { AskHost } from './client.ts';

/**
 * Greets the host and checks that both speak the same protocol.
 * @throws Problem HOST_TOO_OLD, EXTENSION_TOO_OLD, and those of `AskHost`
 */
export async function greetHost(askHost: AskHost): Promise<HostOutput<'hello'>> {
  const hello = await askHost('hello', {});
  const incompatible = checkCompatible(hello);
  if (incompatible !== null) throw new Problem(incompatible.code, incompatible.params);
  return hello;
}
