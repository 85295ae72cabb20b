import type { Handler } from './handler.ts';

/** Also while locked: what was typed before the lock must not be lost because the popup closed after it. */
export const saveDraft: Handler<'saveDraft'> = async ({ draft }, parts) => {
  await parts.draft.save(draft);
  return null;
};
