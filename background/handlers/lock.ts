import type { Handler } from './handler.ts';
import { status } from './status.ts';

/** The person locks. */
export const lock: Handler<'lock'> = async (_input, parts) => {
  await parts.lock();
  return status({}, parts);
};
