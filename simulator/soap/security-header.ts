/** The WS-Security header: that there is one, what is in it, and that its Timestamp is of now. */
import { children, type Element, onlyChild, textOf } from './dom.ts';
import { insecure } from './faults.ts';
import type { Message } from './message.ts';
import { NS } from './names.ts';

/** The parts of a Security header that both services need. */
export interface SecurityHeader {
  element: Element;
  timestamp: Element;
  signature: Element;
}

/** How far a time may lie from the service's clock: WCF's default tolerance (protocol facts, g.2). */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** `xs:dateTime` in UTC, with or without fractions of a second. */
const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Finds exactly one Security header with exactly one Timestamp and one Signature. */
export function readSecurityHeader(message: Message): SecurityHeader {
  const [element, second] = children(message.header, NS.security, 'Security');
  if (!element) throw insecure('security-header-missing');
  if (second) throw insecure('security-header-repeated');
  const timestamps = children(element, NS.utility, 'Timestamp');
  const signatures = children(element, NS.signature, 'Signature');
  const [timestamp] = timestamps;
  const [signature] = signatures;
  if (!timestamp) throw insecure('timestamp-missing');
  if (timestamps.length > 1) throw insecure('timestamp-repeated');
  if (!signature) throw insecure('signature-missing');
  if (signatures.length > 1) throw insecure('signature-repeated');
  return { element, timestamp, signature };
}

/** Created has to lie within five minutes of `now` and before Expires. */
export function checkTimestamp(timestamp: Element, now: number): void {
  const created = timeOf(onlyChild(timestamp, NS.utility, 'Created'));
  const expires = timeOf(onlyChild(timestamp, NS.utility, 'Expires'));
  if (created >= expires) throw insecure('timestamp-order');
  if (created > now + CLOCK_TOLERANCE_MS) throw insecure('timestamp-future');
  if (created < now - CLOCK_TOLERANCE_MS) throw insecure('timestamp-expired');
}

function timeOf(element: Element | undefined): number {
  const text = textOf(element);
  const time = UTC_TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw insecure('timestamp-malformed');
  return time;
}
