/** The handlers: one file a message, named as the message. */
import { awaitLookUp } from './await-look-up.ts';
import { clearLookUp } from './clear-look-up.ts';
import { findings } from './findings.ts';
import type { Handlers } from './handler.ts';
import { lock } from './lock.ts';
import { readSettings } from './read-settings.ts';
import { saveDraft } from './save-draft.ts';
import { saveSettings } from './save-settings.ts';
import { status } from './status.ts';
import { unlock } from './unlock.ts';
import { verify } from './verify.ts';

export const HANDLERS: Handlers = {
  status,
  unlock,
  lock,
  verify,
  awaitLookUp,
  clearLookUp,
  saveDraft,
  readSettings,
  saveSettings,
  findings,
};

export type { Handler, Handlers, Input, Output } from './handler.ts';
export { INPUT_SHAPES } from './inputs.ts';
