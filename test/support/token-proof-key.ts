import type { Simulator } from '../../simulator/index.ts';
import { openToken } from '../../simulator/registry/token.ts';
import { parseXml, rootOf } from '../../simulator/soap/dom.ts';

/** The proof key inside a token, as the simulated Registry opens it. */
export function proofKeyOf(encryptedData: string, simulator: Simulator): Buffer {
  const { world, origin, students } = simulator;
  const settings = { tokenLifeSeconds: 0, declarations: 'declared', bareInvalid: false } as const;
  const header = rootOf(parseXml(`<Security>${encryptedData}</Security>`));
  const context = { world, now: Date.now(), origin, environment: undefined, settings, students };
  return openToken(header, context).proofKey.export();
}
