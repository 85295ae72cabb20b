import type { DateSample, Io } from '../../src/soap/index.ts';

/** One request as the fake services saw it. */
export interface SeenRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: string;
  readonly messageId: string;
}

export type Answer = (request: SeenRequest) => Response | Promise<Response>;

export interface FakeIo extends Io {
  readonly requests: SeenRequest[];
  readonly samples: DateSample[];
  /** Milliseconds since 1970; may be set. */
  time: number;
}

/** The moment of the golden vectors. */
export const VECTOR_TIME = Date.parse('2026-02-03T04:05:06.000Z');

/** An Io that answers from a list, one answer a request, the last one for ever; UUIDs come from a list too. */
export function fakeIo(answers: readonly Answer[], uuids: readonly string[] = []): FakeIo {
  let asked = 0;
  let drawn = 0;
  const io: FakeIo = {
    requests: [],
    samples: [],
    time: VECTOR_TIME,
    now: () => io.time,
    random(length) {
      const uuid = uuids[drawn++];
      const hex = uuid?.replaceAll('-', '') ?? drawn.toString(16).padStart(length * 2, '0');
      return Uint8Array.from({ length }, (_, index) =>
        Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
      );
    },
    onDate: (sample) => io.samples.push(sample),
    async fetch(url, init) {
      const body = String(init.body);
      const messageId = /<a:MessageID[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
      const request = { url, init, body, messageId };
      io.requests.push(request);
      const answer = answers[Math.min(asked++, answers.length - 1)];
      if (answer === undefined) throw new TypeError('fake: no answer prepared');
      return answer(request);
    },
  };
  return io;
}

/** The text as an answer, relating to the request where the text relates to the vectors' message. */
export function answer(xml: string, status = 200, headers: Record<string, string> = {}): Answer {
  return ({ messageId }) =>
    new Response(xml.replaceAll('urn:uuid:11111111-2222-4333-8444-555555555555', messageId), {
      status,
      headers,
    });
}

/** A SOAP 1.2 envelope around a body. */
export function soap(body: string, header = ''): string {
  return `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}

/** A SOAP fault with codes from the outermost inwards. */
export function fault(codes: readonly string[], reason: string, detail = ''): string {
  const [code = 'Receiver', ...rest] = codes;
  const subcodes = rest.reduceRight(
    (inner, name) => `<s:Subcode><s:Value>p:${name}</s:Value>${inner}</s:Subcode>`,
    '',
  );
  return soap(
    `<s:Fault xmlns:p="urn:p"><s:Code><s:Value>s:${code}</s:Value>${subcodes}</s:Code>` +
      `<s:Reason><s:Text xml:lang="en-AU">${reason}</s:Text></s:Reason>${detail && `<s:Detail>${detail}</s:Detail>`}</s:Fault>`,
  );
}
