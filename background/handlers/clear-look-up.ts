import type { Handler } from './handler.ts';
import { status } from './status.ts';

/** The clerk goes on to the next student. */
export const clearLookUp: Handler<'clearLookUp'> = async (_input, parts) => {
  await parts.lookUps.clear();
  await parts.draft.save(null);
  return status({}, parts);
};
