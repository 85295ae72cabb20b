import type { BackgroundMessageName } from '../../src/messages/index.ts';
import { STUDENT_DRAFT, VERIFY_QUERY } from '../look-up/index.ts';
import { SETTINGS_CHANGE } from '../settings/index.ts';
import { members, nullable, type Shape, text } from '../shape.ts';
import type { Input } from './handler.ts';

const NOTHING: Shape<Record<never, never>> = members<Record<never, never>>({});

/** Nobody types a longer one. */
const PASSWORD_LENGTH = 1024;

/** What each message may hold: exactly these members. */
export const INPUT_SHAPES: { readonly [Name in BackgroundMessageName]: Shape<Input<Name>> } = {
  status: NOTHING,
  unlock: members<Input<'unlock'>>({ password: text(PASSWORD_LENGTH) }),
  lock: NOTHING,
  verify: members<Input<'verify'>>({ student: VERIFY_QUERY }),
  awaitLookUp: NOTHING,
  clearLookUp: NOTHING,
  saveDraft: members<Input<'saveDraft'>>({ draft: nullable(STUDENT_DRAFT) }),
  readSettings: NOTHING,
  saveSettings: members<Input<'saveSettings'>>({ settings: SETTINGS_CHANGE }),
  findings: NOTHING,
};
