/** Answers that are damaged on purpose. Each takes the right answer, as text, and returns what is sent in its place. */

/** What goes out in place of the right answer. */
export interface DamagedAnswer {
  body: string;
  contentType?: string;
  /** Announces the whole body, sends only this many bytes, then closes the connection. */
  sendOnly?: number;
}

/** More than any honest answer of these services. */
const OVERSIZED_CHARACTERS = 20 * 1024 * 1024;

const LOGIN_PAGE =
  '<!DOCTYPE html><html lang="en"><head><title>Sign in to the network</title></head><body><form method="post"><input name="user"><input type="password" name="password"></form></body></html>';

const UNRELATED = '<a:RelatesTo>urn:uuid:00000000-0000-4000-8000-000000000000</a:RelatesTo>';
const RELATES_TO = /<a:RelatesTo>[^<]*<\/a:RelatesTo>/;
const PROOF = /<trust:RequestedProofToken>.*<\/trust:RequestedProofToken>/s;
const COMPUTED_KEY =
  '<trust:RequestedProofToken><trust:ComputedKey>http://docs.oasis-open.org/ws-sx/ws-trust/200512/CK/PSHA1</trust:ComputedKey></trust:RequestedProofToken>' +
  '<trust:Entropy><trust:BinarySecret Type="http://docs.oasis-open.org/ws-sx/ws-trust/200512/Nonce">oKGio6SlpqeoqaqrrK2ur7CxsrO0tba3uLm6u7y9vr8=</trust:BinarySecret></trust:Entropy>';

/** By the name that a rule gives in `body`. */
export const BODIES: Readonly<Record<string, (answer: string) => DamagedAnswer>> = {
  'not-xml': () => ({ body: 'Service is starting up & will be back <soon' }),
  doctype: (answer) => ({ body: `<!DOCTYPE s:Envelope [<!ENTITY e "expanded">]>${answer}` }),
  truncated: (answer) => ({ body: answer.slice(0, Math.floor(answer.length / 2)) }),
  'cut-off': (answer) => ({ body: answer, sendOnly: Math.floor(answer.length / 2) }),
  oversized: (answer) => ({
    body: answer.replace('</s:Envelope>', `${' '.repeat(OVERSIZED_CHARACTERS)}</s:Envelope>`),
  }),
  empty: () => ({ body: '' }),
  'byte-order-mark': (answer) => ({ body: `\uFEFF${answer}` }),
  'html-login': () => ({ body: LOGIN_PAGE, contentType: 'text/html; charset=utf-8' }),
  'soap-1.1': (answer) => ({
    body: answer.replaceAll(
      'http://www.w3.org/2003/05/soap-envelope',
      'http://schemas.xmlsoap.org/soap/envelope/',
    ),
  }),
  'empty-body': (answer) => ({ body: answer.replace(/<s:Body>.*<\/s:Body>/s, '<s:Body></s:Body>') }),
  unrelated: (answer) => ({ body: answer.replace(RELATES_TO, UNRELATED) }),
  'no-relates-to': (answer) => ({ body: answer.replace(RELATES_TO, '') }),
  'computed-key': (answer) => ({ body: answer.replace(PROOF, COMPUTED_KEY) }),
  'no-proof': (answer) => ({ body: answer.replace(PROOF, '') }),
  'no-token': (answer) => ({
    body: answer.replace(/<trust:RequestedSecurityToken>.*<\/trust:RequestedSecurityToken>/s, ''),
  }),
  'no-reference': (answer) => ({
    body: answer.replace(/<trust:RequestedAttachedReference>.*<\/trust:RequestedAttachedReference>/s, ''),
  }),
  'no-lifetime': (answer) => ({ body: answer.replace(/<trust:Lifetime>.*<\/trust:Lifetime>/s, '') }),
  'past-lifetime': (answer) => ({
    body: answer.replace(
      /(<trust:Lifetime>.*<u:Expires>)[^<]*(<\/u:Expires><\/trust:Lifetime>)/s,
      '$12001-01-01T00:00:00.000Z$2',
    ),
  }),
  'unknown-status': (answer) => ({ body: answer.replace(/<USIStatus>[^<]*</, '<USIStatus>Suspended<') }),
  'unknown-flag': (answer) => ({ body: answer.replace(/<DateOfBirth>[^<]*</, '<DateOfBirth>Maybe<') }),
};
