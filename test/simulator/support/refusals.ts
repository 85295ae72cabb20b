/** What every refusal has to look like, and ways to break a message in one place. */
import { expect } from 'vitest';
import type { Simulator } from '../../../simulator/index.ts';
import type { Reply } from './http.ts';
import { NS } from './signing.ts';

/** The demo credential's ABN. */
export const ABN = '27809366375';

const MINUTE_MS = 60_000;
const INSECURE = 'An error occurred when verifying security for the message.';

/** A point in time so many minutes back; negative for ahead. */
export const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

export interface Expected {
  status?: number;
  /** Code in the log; null for a refusal below SOAP. */
  fault: string | null;
  cause: string;
}

export const insecure = (cause: string): Expected => ({ fault: 'InvalidSecurity', cause });

/** One request, one log line, the right fault, and nothing of its reason on the wire. */
export function expectRefusal(
  simulator: Simulator,
  reply: Reply,
  { status = 500, fault, cause }: Expected,
): void {
  expect(simulator.log).toHaveLength(1);
  expect(simulator.log[0]).toMatchObject({ outcome: fault ? 'fault' : 'http-error', fault, cause });
  expect(reply.status).toBe(status);
  expect(reply.text).not.toContain(cause);
  if (fault === null) {
    expect(reply.text).toBe('');
    return;
  }
  expect(reply.text).toContain('<s:Fault>');
  expect(reply.text).toContain('<a:RelatesTo>urn:uuid:');
  if (fault === 'InvalidSecurity') {
    expect(reply.text).toContain(`<s:Value xmlns:f="${NS.o}">f:InvalidSecurity</s:Value>`);
    expect(reply.text).toContain(INSECURE);
  } else if (/^E\d{4}$/.test(fault)) {
    expect(reply.text).toMatch(
      new RegExp(`Event Description: \\[.+\\]\\. User Advice: \\[.+\\]\\. Event Code: \\[${fault}\\]`),
    );
    expect(reply.text).toContain(`EventCode>${fault}</`);
  } else if (/^\d{4}$/.test(fault)) {
    expect(reply.text).toContain('http://usi.gov.au/2022/ws/VerifyUSIResponseErrorInfoFault');
    expect(reply.text).toMatch(
      new RegExp(`http://usi.gov.au/2020/ws.*<Code>${fault}</Code><Title>.+</Title><Message>.+</Message>`),
    );
  } else {
    expect(reply.text).toContain(`:${fault}</s:Value>`);
  }
}

/** A change to a message's text. */
export type Damage = (xml: string) => string;

/** Changes the first character inside an element. */
export const flipFirst =
  (element: string): Damage =>
  (xml) =>
    xml.replace(
      new RegExp(`(<${element}>)(.)`),
      (_, tag: string, first: string) => tag + (first === 'A' ? 'B' : 'A'),
    );

export const inSecurity =
  (extra: string): Damage =>
  (xml) =>
    xml.replace('</o:Security>', `${extra}</o:Security>`);

export const inHeader =
  (extra: string): Damage =>
  (xml) =>
    xml.replace('</s:Header>', `${extra}</s:Header>`);

export const signatureIn = (xml: string) => /<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? '';
export const timestampIn = (xml: string) => /<u:Timestamp .*?<\/u:Timestamp>/s.exec(xml)?.[0] ?? '';
