import type { Markup } from '../xml/index.ts';
import type { Io } from './io.ts';

/** One way to fill the Security header of a message; security-rsa.ts and security-hmac.ts are the two in use. */
export interface Security {
  /** The Id that the To header must carry so that it can be signed; null if it is not signed. */
  readonly toId: string | null;
  /** The o:Security element for a message with this To header. */
  header(to: Markup, io: Io): Promise<Markup>;
}
