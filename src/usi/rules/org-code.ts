import { accept, type Checked, refuse } from './checked.ts';

/** Judges an organisation code: one to eight letters and digits (OrgCodeType, protocol dossier f). */
export function checkOrgCode(text: string): Checked {
  const code = text.trim();
  if (code === '') return refuse('ORG_CODE_MISSING');
  return /^[A-Za-z0-9]{1,8}$/.test(code) ? accept(code) : refuse('ORG_CODE_MALFORMED');
}
