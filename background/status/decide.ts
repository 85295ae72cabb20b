import type { HasSiteAccess } from '../../src/browser/index.ts';
import { type CredentialIdentity, validity } from '../../src/keystore/index.ts';
import type { Settings, Status } from '../../src/messages/index.ts';
import { checkOrgCode } from '../../src/usi/rules/index.ts';
import { viewOf } from '../credentials/index.ts';
import type { AskHost } from '../host/index.ts';
import type { Draft, LookUps } from '../look-up/index.ts';
import { originsOf, type ServiceClock, serviceOf } from '../services/index.ts';
import type { Session } from '../session/index.ts';
import type { SettingsStore } from '../settings/index.ts';
import { locateCredential } from './locate.ts';
import type { State } from './state.ts';

export interface StatusParts {
  readonly settings: SettingsStore;
  readonly session: Session;
  readonly askHost: AskHost;
  readonly hasSiteAccess: HasSiteAccess;
  readonly lookUps: LookUps;
  readonly draft: Draft;
  readonly clock: ServiceClock;
}

/** What to show now: the first thing that is in the way, in the order of the union `Status`. Never throws a Problem. */
export async function decideStatus(parts: StatusParts): Promise<Status> {
  const settings = await parts.settings.read();
  const state = await decideState(settings, parts);
  return { ...state, environment: settings.environment, clock: parts.clock.warning() };
}

async function decideState(settings: Settings, parts: StatusParts): Promise<State> {
  const { session, askHost, clock } = parts;
  // While unlocked the host is not started: the popup must be there at once.
  const located = session.open?.signer ?? (await locateCredential(settings, askHost, clock.now()));
  if ('state' in located) return located;
  return (
    (await obstacleOf(located.credential, settings, parts)) ?? lockState(located.credential, settings, parts)
  );
}

async function obstacleOf(
  identity: CredentialIdentity,
  settings: Settings,
  { hasSiteAccess, clock }: StatusParts,
): Promise<State | null> {
  const credential = viewOf(identity, clock.now());
  if (!checkOrgCode(settings.orgCode).ok) return { state: 'needs-org-code', credential };
  const origins = originsOf(serviceOf(settings));
  if (!(await hasSiteAccess(origins))) return { state: 'site-access-withheld', origins };
  const period = validity(identity, clock.now());
  return period === 'valid' ? null : { state: period, credential };
}

async function lockState(
  identity: CredentialIdentity,
  { orgCode }: Settings,
  parts: StatusParts,
): Promise<State> {
  const credential = viewOf(identity, parts.clock.now());
  const [draft, lookUp] = await Promise.all([parts.draft.read(), parts.lookUps.last()]);
  // Asked again after the wait: a lock may have come, and then nobody may see the work.
  if (parts.session.open !== null) return { state: 'unlocked', credential, orgCode, draft, lookUp };
  return { state: 'locked', credential, workWaiting: draft !== null || lookUp !== null };
}
