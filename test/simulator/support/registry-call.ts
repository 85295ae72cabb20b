/** Registry calls, right in every way unless a test asks for one thing to be wrong. */
import type { Simulator } from '../../../simulator/index.ts';
import { post, type Reply } from './http.ts';
import { type Algorithms, envelope, HMAC_SHA1, type Part, signatureOver, timestampPart } from './signing.ts';
import type { IssuedToken } from './token-request.ts';

const USI = 'http://usi.gov.au/2022/ws';
const FIVE_MINUTES_MS = 300_000;

export interface RegistryCallParts {
  to: string;
  action: string;
  created: Date;
  expires: Date;
  algorithms: Algorithms;
  proofKey: Buffer;
  encryptedData: string;
  reference: string;
  signed(timestamp: Part): Part[];
  extraHeader: string;
  body: string;
}

/** The student of most tests. */
export const MARYAM = verifyBody({
  USI: 'BNGH7C75FN',
  FirstName: 'Maryam',
  FamilyName: 'Fredrick',
  DateOfBirth: '1966-05-25',
});

/** A VerifyUSI body with the members in the order given. */
export function verifyBody(members: Record<string, string>): string {
  const all = { OrgCode: 'VA1803', ...members };
  const xml = Object.entries(all).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<VerifyUSI xmlns="${USI}">${xml.join('')}</VerifyUSI>`;
}

/** A whole VerifyUSI message as text. */
export function registryCall(
  simulator: Simulator,
  token: IssuedToken,
  overrides: Partial<RegistryCallParts> = {},
): string {
  const now = Date.now();
  const parts: RegistryCallParts = {
    to: simulator.usi,
    action: `${USI}/VerifyUSI`,
    created: new Date(now),
    expires: new Date(now + FIVE_MINUTES_MS),
    algorithms: HMAC_SHA1,
    proofKey: token.proofKey,
    encryptedData: token.encryptedData,
    reference: token.reference,
    signed: (timestamp) => [timestamp],
    extraHeader: '',
    body: MARYAM,
    ...overrides,
  };
  const timestamp = timestampPart(parts.created, parts.expires);
  const signature = signatureOver(parts.signed(timestamp), parts.proofKey, parts.algorithms, parts.reference);
  return envelope(
    {
      action: parts.action,
      to: `<a:To s:mustUnderstand="1">${parts.to}</a:To>`,
      security: timestamp.xml + parts.encryptedData + signature,
      extra: parts.extraHeader,
    },
    parts.body,
  );
}

/** Sends a call; the answer as it came. */
export function call(
  simulator: Simulator,
  token: IssuedToken,
  overrides: Partial<RegistryCallParts> = {},
): Promise<Reply> {
  return post(simulator, simulator.usi, registryCall(simulator, token, overrides));
}

/** The answer's body as `{ USIStatus: 'Valid', FirstName: 'Match', … }`. */
export function verdictOf({ text }: Reply): Record<string, string> {
  const response = /<VerifyUSIResponse[^>]*>(.*)<\/VerifyUSIResponse>/s.exec(text)?.[1] ?? '';
  return Object.fromEntries(
    [...response.matchAll(/<(\w+)>([^<]*)</g)].map(([, name = '', value = '']) => [name, value]),
  );
}
