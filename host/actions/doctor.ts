import type { HostOutput } from '../../src/messages/host.ts';
import { diagnose } from '../diagnosis/index.ts';
import type { Surroundings } from '../surroundings.ts';

/** The same diagnosis as the `doctor` command's. */
export function doctor(surroundings: Surroundings): HostOutput<'doctor'> {
  return diagnose(surroundings);
}
