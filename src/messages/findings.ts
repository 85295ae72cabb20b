import type { ProblemValue } from '../problems/index.ts';
import type { CredentialView } from './status.ts';

/** A place where a keystore may lie, as the host sees it. */
export interface KeystorePlaceView {
  readonly path: string;
  readonly found: boolean;
  /** ISO 8601, when the file was last changed; absent when there is none. */
  readonly modified?: string;
}

/** What the options page shows of the host, the file and the credentials in it. */
export interface HostFindings {
  /** The host's version, or why there is none. */
  readonly host: { readonly version: string } | { readonly problem: ProblemValue };
  readonly places: readonly KeystorePlaceView[];
  /** The keystore that is used now, or why there is none. */
  readonly keystore:
    | {
        readonly path: string;
        readonly modified: string;
        readonly credentials: readonly CredentialView[];
        /** The id of the credential that acts: the chosen one, or the only one that can; null when one must be chosen. */
        readonly inUse: string | null;
      }
    | { readonly problem: ProblemValue };
}
