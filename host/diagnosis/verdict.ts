import type { DoctorCheck } from '../../src/messages/host.ts';
import { report } from '../report.ts';

/** Runs a check that throws what is wrong, and puts it as the members of a check. */
export function verdictOf(check: () => void): Pick<DoctorCheck, 'ok' | 'problem'> {
  try {
    check();
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: report(error) };
  }
}
