import { attribute, element, type Markup } from '../xml/index.ts';
import { UTILITY } from './namespaces.ts';

/** How long a message of ours holds; what the working clients send and WCF expects (dossier b). */
const MESSAGE_LIFETIME_MS = 300_000;

/** The Id under which both kinds of signature refer to the Timestamp. */
export const TIMESTAMP_ID = '_0';

/** The Timestamp of a message sent now (milliseconds since 1970), with the Id that it is signed under. */
export function timestamp(now: number): Markup {
  return element(
    UTILITY,
    'Timestamp',
    [attribute('Id', TIMESTAMP_ID, UTILITY)],
    ...period(now, MESSAGE_LIFETIME_MS),
  );
}

/** The Created and Expires of a Timestamp or a Lifetime: UTC with milliseconds. */
export function period(from: number, lengthMs: number): Markup[] {
  return [
    element(UTILITY, 'Created', [], new Date(from).toISOString()),
    element(UTILITY, 'Expires', [], new Date(from + lengthMs).toISOString()),
  ];
}
