import { requireReady } from '../look-up/index.ts';
import type { Handler } from './handler.ts';

/** Looks one student up. If a lock came while waiting, the answer stays unseen until the next unlocking. */
export const verify: Handler<'verify'> = async ({ student }, { asking, lookUps, session }) => {
  await requireReady(student, asking);
  const end = await lookUps.verify(student);
  session.requireOpen();
  return end;
};
