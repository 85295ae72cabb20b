import { browserApi } from './api.ts';

/** Whether the person lets us reach all of these match patterns; both browsers let host permissions be withheld. */
export type HasSiteAccess = (origins: readonly string[]) => Promise<boolean>;

export const hasSiteAccess: HasSiteAccess = (origins) =>
  browserApi.permissions.contains({ origins: [...origins] });

export function onSiteAccessChanged(listener: () => void): void {
  browserApi.permissions.onAdded.addListener(listener);
  browserApi.permissions.onRemoved.addListener(listener);
}
