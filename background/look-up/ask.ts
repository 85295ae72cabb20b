import type { HasSiteAccess } from '../../src/browser/index.ts';
import type { VerificationView, VerifyQuery } from '../../src/messages/index.ts';
import { Problem } from '../../src/problems/index.ts';
import type { Io } from '../../src/soap/index.ts';
import { withFreshToken } from '../../src/sts/index.ts';
import type { verifyUsi } from '../../src/usi/index.ts';
import { checkOrgCode, checkQuery } from '../../src/usi/rules/index.ts';
import { requireValid } from '../credentials/index.ts';
import { originsOf, serviceOf, type WhileAwake } from '../services/index.ts';
import type { Session, Tokens } from '../session/index.ts';
import type { SettingsStore } from '../settings/index.ts';

export interface AskParts {
  readonly settings: SettingsStore;
  readonly session: Session;
  readonly tokens: Tokens;
  readonly io: Io;
  readonly whileAwake: WhileAwake;
  readonly hasSiteAccess: HasSiteAccess;
  readonly verifyUsi: typeof verifyUsi;
}

/**
 * Whether a look-up of this student can begin: what stands in the way is for the clerk to mend, not a look-up that failed.
 * @throws Problem LOCKED, ORG_CODE_…, USI_…, NAME_…, DATE_…, CREDENTIAL_EXPIRED, SITE_ACCESS_WITHHELD, …
 */
export async function requireReady(query: VerifyQuery, parts: AskParts): Promise<void> {
  const { session, io, hasSiteAccess } = parts;
  const { signer } = session.requireOpen();
  const settings = await parts.settings.read();
  const orgCode = checkOrgCode(settings.orgCode);
  if (!orgCode.ok) throw orgCode.problem;
  const checked = checkQuery(query, io.now());
  if (!checked.ok) throw Object.values(checked.problems)[0] ?? new Problem('INTERNAL', { kind: 'query' });
  requireValid(signer.credential, io.now());
  if (!(await hasSiteAccess(originsOf(serviceOf(settings))))) throw new Problem('SITE_ACCESS_WITHHELD');
}

/** Asks the Registry about one student, with a token of the unlocked credential; fetched once more if it is refused. */
export async function askRegistry(query: VerifyQuery, parts: AskParts): Promise<VerificationView> {
  const { session, tokens, io, whileAwake, verifyUsi } = parts;
  const settings = await parts.settings.read();
  const service = serviceOf(settings);
  const open = session.requireOpen();
  return whileAwake(async () => {
    const source = await tokens.sourceFor(open, service);
    return withFreshToken(source, (token) =>
      verifyUsi(query, { token, orgCode: settings.orgCode, service }, io),
    );
  });
}
