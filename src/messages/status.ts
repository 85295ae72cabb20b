import type { ProblemValue } from '../problems/index.ts';
import type { ComparedField, StudentDraft, VerifyQuery } from './student.ts';

/** The environments a credential can be for; the service addresses belong to the core. */
export type EnvironmentName = 'production' | 'thirdParty';

/** Which signature profile the token service is asked with: v1.3 signs with SHA-256, v1.2 with SHA-1. */
export type StsProfile = 'v1.3' | 'v1.2';

/** What the person chose; kept in storage.local. No secret, no personal data. */
export interface Settings {
  readonly environment: EnvironmentName;
  /** The organisation's code at the Registry; empty until entered. */
  readonly orgCode: string;
  /** The id of the chosen credential; null while none is chosen. */
  readonly credentialId: string | null;
  /** Where the keystore is; null for the default place. */
  readonly keystorePath: string | null;
  readonly stsProfile: StsProfile;
}

/** What a page may know of a credential. Dates are ISO 8601 in UTC, from the certificate. */
export interface CredentialView {
  readonly id: string;
  readonly abn: string;
  readonly name: string;
  readonly legalName: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** Common name of the certificate's issuer. */
  readonly issuer: string;
  readonly state: 'valid' | 'expired' | 'not-yet-valid' | 'not-a-machine-credential';
}

/** One look-up and how it ended, as kept for a popup that is opened again. */
export type LookUp =
  | { readonly state: 'running'; readonly query: VerifyQuery; readonly startedAt: number }
  | {
      readonly state: 'answered';
      readonly query: VerifyQuery;
      readonly verification: VerificationView;
      readonly finishedAt: number;
      /** How long the clerk waited, milliseconds. */
      readonly ms: number;
    }
  | {
      readonly state: 'failed';
      readonly query: VerifyQuery;
      readonly problem: ProblemValue;
      readonly finishedAt: number;
    };

/** The Registry's answer about one student. */
export interface VerificationView {
  /** The Registry's own word. */
  readonly status: 'Valid' | 'Invalid' | 'Deactivated';
  readonly verdict: 'verified' | 'differs' | 'deactivated' | 'not-found';
  /** Empty unless the verdict is `differs`. */
  readonly differs: readonly ComparedField[];
  /** The Registry's own word for each compared field. */
  readonly flags: Readonly<Partial<Record<ComparedField, 'Match' | 'NoMatch'>>>;
}

/** The computer's clock against the services', when it is more than a minute out. */
export interface ClockWarning {
  /** Whole minutes, always positive. */
  readonly minutes: number;
  readonly direction: 'fast' | 'slow';
}

/**
 * What the popup shows: one state, one screen. Decided in the background in this order,
 * so that the first thing in the way is the one that is shown.
 */
export type Status = {
  readonly environment: EnvironmentName;
  readonly clock: ClockWarning | null;
} & (
  | { readonly state: 'needs-host'; readonly problem: ProblemValue }
  | { readonly state: 'version-mismatch'; readonly problem: ProblemValue }
  | { readonly state: 'needs-keystore'; readonly problem: ProblemValue; readonly path: string | null }
  | {
      readonly state: 'choose-credential';
      readonly credentials: readonly CredentialView[];
      readonly problem: ProblemValue;
    }
  | { readonly state: 'needs-org-code'; readonly credential: CredentialView }
  | { readonly state: 'site-access-withheld'; readonly origins: readonly string[] }
  | { readonly state: 'not-yet-valid'; readonly credential: CredentialView }
  | { readonly state: 'expired'; readonly credential: CredentialView }
  | {
      readonly state: 'locked';
      readonly credential: CredentialView;
      /** Whether a draft or a verdict waits behind the lock. */
      readonly workWaiting: boolean;
    }
  | {
      readonly state: 'unlocked';
      readonly credential: CredentialView;
      readonly orgCode: string;
      readonly draft: StudentDraft | null;
      readonly lookUp: LookUp | null;
    }
);
