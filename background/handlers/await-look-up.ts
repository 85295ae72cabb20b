import type { Handler } from './handler.ts';

/** For a popup that was closed while its look-up ran. */
export const awaitLookUp: Handler<'awaitLookUp'> = async (_input, { lookUps, session }) => {
  const lookUp = await lookUps.wait();
  session.requireOpen();
  return lookUp;
};
