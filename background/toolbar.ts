import type { ToolbarButton } from '../src/browser/index.ts';
import type { EnvironmentName } from '../src/messages/index.ts';
import { CONFIG } from './config.ts';

/** What the button in the toolbar tells; no personal data, for it is seen by whoever passes. */
export interface ToolbarState {
  readonly unlocked: boolean;
  readonly environment: EnvironmentName;
}

/** The keys of the button's titles in _locales. */
export type TitleKey = 'toolbarLocked' | 'toolbarUnlocked' | 'toolbarLockedTest' | 'toolbarUnlockedTest';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Dark enough for the white text that both browsers draw on them (contrast above 4.5, WCAG 2.2 1.4.3). */
const EXPIRING_COLOUR = '#8a5300';
const EXPIRED_COLOUR = '#a3131f';

/**
 * The button's one owner: icon and title say locked or unlocked, the badge says when the credential expires.
 * A button that the browser does not let us draw stays as it was: nothing depends on it, least of all a lock.
 */
export class Toolbar {
  readonly #button: ToolbarButton;
  readonly #translate: (key: TitleKey) => string;

  constructor(button: ToolbarButton, translate: (key: TitleKey) => string) {
    this.#button = button;
    this.#translate = translate;
  }

  async show({ unlocked, environment }: ToolbarState): Promise<void> {
    const name = unlocked ? 'unlocked' : 'locked';
    const state = unlocked ? 'toolbarUnlocked' : 'toolbarLocked';
    await Promise.allSettled([
      this.#button.setIcon({ 16: `/icons/${name}-16.png`, 32: `/icons/${name}-32.png` }),
      this.#button.setTitle(this.#translate(environment === 'thirdParty' ? `${state}Test` : state)),
    ]);
  }

  /** Counts the last days of the credential in use; both moments are milliseconds since 1970. */
  async showExpiry(validTo: number, now: number): Promise<void> {
    const days = Math.ceil((validTo - now) / DAY_MS);
    const counting = days <= CONFIG.EXPIRY_BADGE_DAYS ? String(days) : '';
    const [text, colour] = validTo < now ? ['!', EXPIRED_COLOUR] : [counting, EXPIRING_COLOUR];
    await Promise.allSettled([this.#button.setBadge(text, colour)]);
  }
}
