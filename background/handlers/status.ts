import { decideStatus } from '../status/index.ts';
import type { Handler } from './handler.ts';

/** Says what to show now, and keeps the badge true to it. */
export const status: Handler<'status'> = async (_input, parts) => {
  const decided = await decideStatus({ ...parts });
  if ('credential' in decided) {
    await parts.toolbar.showExpiry(Date.parse(decided.credential.validTo), parts.clock.now());
  }
  return decided;
};
