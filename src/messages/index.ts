/** Messages: the typed contract between pages and background (background.ts), and with the native host (host.ts). */
export type {
  BackgroundEvent,
  BackgroundMessageName,
  BackgroundMessages,
  BackgroundResponse,
} from './background.ts';
export type { HostFindings, KeystorePlaceView } from './findings.ts';
export type {
  ClockWarning,
  CredentialView,
  EnvironmentName,
  LookUp,
  Settings,
  Status,
  StsProfile,
  VerificationView,
} from './status.ts';
export type { ComparedField, StudentDraft, VerifyQuery } from './student.ts';
