import { HOST_PROTOCOL, type HostOutput } from '../../src/messages/host.ts';
import type { Surroundings } from '../surroundings.ts';
import { HOST_VERSION } from '../version.ts';

/** Says which versions are here; the extension asks this first and judges with `checkCompatible`. */
export function hello({ system }: Surroundings): HostOutput<'hello'> {
  return { host: HOST_VERSION, protocol: HOST_PROTOCOL, platform: system };
}
