/** Organisations that may call the Registry, each with the ABN it is registered under (protocol facts, i). */
import { businessRefusal } from './faults.ts';

const ABN_BY_ORG_CODE: ReadonlyMap<string, string> = new Map([
  ['VA1803', '27809366375'],
  // Its calls are made by hosted software, whose token carries the organisation's ABN.
  ['VA1802', '96312011219'],
  ['VA1804', '11000002568'],
]);

/** Throws 1002 for an OrgCode that is not registered, 2002 when it belongs to another ABN than the token's. */
export function authorise(orgCode: string, abn: string | undefined, operation: string): void {
  const registered = ABN_BY_ORG_CODE.get(orgCode);
  if (registered === undefined) {
    throw businessRefusal(operation, 'org-code-unknown', [
      { code: 1002, message: 'The organisation code was not found.' },
    ]);
  }
  if (abn !== registered) {
    throw businessRefusal(operation, abn === undefined ? 'abn-claim-missing' : 'abn-mismatch', [
      { code: 2002, message: 'The organisation is not authorised to call this service.' },
    ]);
  }
}
