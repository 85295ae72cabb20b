/** Faults by name, for rules that answer with one. */
import { businessFault } from '../registry/faults.ts';
import { type SoapFault, STACK_FAULTS } from '../soap/faults.ts';
import { stsFault } from '../sts/faults.ts';

/** The Registry's own codes have four digits (protocol facts, g.3). */
const ERROR_INFO_CODE = /^\d{4}$/;

/** `E2014` and the like, `1001` and the like, or the name of a fault of the WS-* stack. */
export function isFaultName(name: string): boolean {
  return Object.hasOwn(STACK_FAULTS, name) || stsFault(name) !== undefined || ERROR_INFO_CODE.test(name);
}

/** The fault of that name, as an answer to `operation`. */
export function namedFault(name: string, operation: string): SoapFault {
  const fault = STACK_FAULTS[name] ?? stsFault(name);
  if (fault) return fault;
  return businessFault(operation, [{ code: Number(name), message: 'Scripted by a fault rule.' }]);
}
