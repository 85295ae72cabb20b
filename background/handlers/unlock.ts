import { chooseCredential, requireValid } from '../credentials/index.ts';
import { fetchKeystore } from '../host/index.ts';
import type { Handler } from './handler.ts';
import { status } from './status.ts';

/** Reads the file anew, so that a renewed credential is the one that opens. */
export const unlock: Handler<'unlock'> = async ({ password }, parts) => {
  const { settings, askHost, session, clock, reminder } = parts;
  const { keystorePath, credentialId } = await settings.read();
  const keystore = await fetchKeystore(askHost, keystorePath);
  const credential = chooseCredential(keystore.credentials, credentialId, clock.now());
  requireValid(credential, clock.now());
  const { deadline } = await session.unlock(credential, password);
  await reminder.ensureForSession(deadline);
  await parts.showToolbar();
  await parts.statusChanged();
  return status({}, parts);
};
