/**
 * The typed contract between pages and the background: one entry a message.
 * The background's handler table is typed by this map, so that forgetting a handler does not compile.
 */
import type { ProblemValue } from '../problems/index.ts';
import type { HostFindings } from './findings.ts';
import type { LookUp, Settings, Status } from './status.ts';
import type { StudentDraft, VerifyQuery } from './student.ts';

export interface BackgroundMessages {
  /** What to show now. */
  readonly status: { input: Record<never, never>; output: Status };
  /** Opens the chosen credential; the password exists in this message and nowhere else. */
  readonly unlock: { input: { password: string }; output: Status };
  readonly lock: { input: Record<never, never>; output: Status };
  /** Looks one student up; answers when the verdict or the problem is there. */
  readonly verify: { input: { student: VerifyQuery }; output: LookUp };
  /** Waits for the look-up that is running, if one is. */
  readonly awaitLookUp: { input: Record<never, never>; output: LookUp | null };
  /** Forgets the last look-up and the draft: the clerk goes on to the next student. */
  readonly clearLookUp: { input: Record<never, never>; output: Status };
  /** Keeps what is typed, in memory, for a popup that closes. */
  readonly saveDraft: { input: { draft: StudentDraft | null }; output: null };
  readonly readSettings: { input: Record<never, never>; output: Settings };
  /** Changes some settings; those left out stay. */
  readonly saveSettings: { input: { settings: Partial<Settings> }; output: Settings };
  /** What the host is and what it finds on this computer, for the options page. */
  readonly findings: { input: Record<never, never>; output: HostFindings };
}

export type BackgroundMessageName = keyof BackgroundMessages;

/** An answer on the wire: a problem is a value. */
export type BackgroundResponse<Name extends BackgroundMessageName = BackgroundMessageName> =
  | { readonly ok: true; readonly value: BackgroundMessages[Name]['output'] }
  | { readonly ok: false; readonly problem: ProblemValue };

/** What the background tells open pages: only that they should ask for the status again. */
export interface BackgroundEvent {
  readonly event: 'status-changed';
}
