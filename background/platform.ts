import type {
  Alarms,
  HasSiteAccess,
  OwnIdentity,
  SendNative,
  SetRequestRule,
  StorageArea,
  ToolbarButton,
} from '../src/browser/index.ts';
import type { BackgroundEvent } from '../src/messages/index.ts';
import type { Fetch } from './services/index.ts';
import type { WrappingKeyStore } from './session/index.ts';
import type { TitleKey } from './toolbar.ts';

/** Everything the background needs of the browser, in small pieces, so that a test can be a browser. */
export interface Platform {
  readonly own: OwnIdentity;
  /** The computer's own clock, milliseconds since 1970. */
  readonly now: () => number;
  /** On disk. */
  readonly localArea: StorageArea;
  /** In memory, until the browser exits. */
  readonly sessionArea: StorageArea;
  readonly keepSessionToOurPages: () => Promise<void>;
  readonly keyStore: WrappingKeyStore;
  readonly sendNative: SendNative;
  readonly fetch: Fetch;
  readonly setRequestRule: SetRequestRule;
  readonly hasSiteAccess: HasSiteAccess;
  readonly alarms: Alarms;
  readonly button: ToolbarButton;
  readonly translate: (key: TitleKey) => string;
  /** A call into the browser that does nothing. */
  readonly touch: () => Promise<void>;
  readonly tellPages: (event: BackgroundEvent) => Promise<void>;
}
