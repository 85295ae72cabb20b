import type { Settings } from '../../src/messages/index.ts';
import { checkOrgCode } from '../../src/usi/rules/index.ts';
import { consequencesOf } from '../settings/index.ts';
import type { Handler } from './handler.ts';

/** Changes settings and does what follows from it: another credential locks, another environment drops the token. */
export const saveSettings: Handler<'saveSettings'> = async ({ settings }, parts) => {
  const change = await parts.settings.change(normalise(settings));
  const unlockedId = parts.session.open?.signer.credential.id ?? null;
  const consequences = consequencesOf(change, unlockedId);
  if (consequences.lock) await parts.lock();
  if (consequences.dropToken) await parts.tokens.drop();
  if (consequences.forgetLookUp) await parts.lookUps.clear();
  await parts.showToolbar();
  await parts.statusChanged();
  return change.after;
};

/** @throws Problem ORG_CODE_MALFORMED; an empty code is how one is taken back */
function normalise(settings: Partial<Settings>): Partial<Settings> {
  const { orgCode, keystorePath, ...others } = settings;
  return {
    ...others,
    ...(orgCode === undefined ? {} : { orgCode: normaliseOrgCode(orgCode) }),
    ...(keystorePath === undefined ? {} : { keystorePath: keystorePath?.trim() || null }),
  };
}

function normaliseOrgCode(text: string): string {
  if (text.trim() === '') return '';
  const checked = checkOrgCode(text);
  if (!checked.ok) throw checked.problem;
  return checked.value;
}
