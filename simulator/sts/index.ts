/**
 * The Security Token Service: checks a token request from the transport inwards, then issues a token.
 *
 *   request.ts          what is asked for
 *   sender.ts           who asks, and whether that credential may be used
 *   relying-parties.ts  for whom
 *   relationships.ts    in whose name
 *   claims.ts           with what to say
 *   assertion.ts        the assertion, encrypted by encryption.ts
 *   response.ts         the answer
 *   faults.ts           the refusals with an event code
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { acceptedTo, PATHS } from '../addresses.ts';
import type { RequestContext } from '../context.ts';
import { rootOf } from '../soap/dom.ts';
import { stackRefusal } from '../soap/faults.ts';
import { type Message, requireTo } from '../soap/message.ts';
import { ALGORITHM } from '../soap/names.ts';
import { checkTimestamp, readSecurityHeader } from '../soap/security-header.ts';
import { verifySignature, wsuId } from '../soap/signature.ts';
import { writeAnswer } from '../soap/write.ts';
import { signAssertion } from './assertion.ts';
import { fillClaims } from './claims.ts';
import { encryptElement } from './encryption.ts';
import { event } from './faults.ts';
import { abnFor } from './relationships.ts';
import { isRegistered } from './relying-parties.ts';
import { ISSUE_ACTION, readTokenRequest, type TokenRequest } from './request.ts';
import { ancestorDeclarations, ISSUED_ACTION, writeTokenResponse } from './response.ts';
import { checkCredential, signingCertificate, subjectValue } from './sender.ts';

/** Which algorithms an endpoint takes: v1.3 refuses SHA-1 (protocol facts, b). */
const ALGORITHMS = {
  stsV13: { signatureMethod: ALGORITHM.rsaSha256, digestMethod: ALGORITHM.sha256 },
  stsV12: { signatureMethod: ALGORITHM.rsaSha1, digestMethod: ALGORITHM.sha1 },
} as const;

/** Answers a token request with an envelope, or throws the refusal. */
export function answerTokenRequest(
  message: Message,
  endpoint: keyof typeof ALGORITHMS,
  context: RequestContext,
): string {
  const certificate = authenticate(message, endpoint, context);
  if (message.action !== ISSUE_ACTION) throw stackRefusal('ActionNotSupported', 'action-unknown');
  checkCredential(certificate, context.world.authority, context.now);
  const request = readTokenRequest(message);
  if (!isRegistered(request.appliesTo)) throw event('E2003', 'applies-to');
  const abn = abnFor(subjectValue(certificate, 'O'), request.actAs);
  const claims = fillClaims(request.claims, { certificate, abn });
  return issue(request, claims, subjectValue(certificate, 'CN'), message, context);
}

/** Checks everything that concerns the message's security; what is wrong shows in the log only. */
function authenticate(message: Message, endpoint: keyof typeof ALGORITHMS, context: RequestContext) {
  const security = readSecurityHeader(message);
  const to = requireTo(message, acceptedTo(endpoint, context.environment, context.origin));
  checkTimestamp(security.timestamp, context.now);
  const certificate = signingCertificate(security);
  verifySignature({
    text: message.text,
    root: rootOf(message.document),
    signature: security.signature,
    key: certificate.publicKey,
    ...ALGORITHMS[endpoint],
    signed: [security.timestamp, to].map((element) => ({ element, id: wsuId(element) })),
  });
  return certificate;
}

function issue(
  request: TokenRequest,
  claims: ReturnType<typeof fillClaims>,
  subject: string,
  message: Message,
  { world, now, origin, settings }: RequestContext,
): string {
  const cap = now + settings.tokenLifeSeconds * 1000;
  const expires = Math.min(request.expires ?? cap, cap);
  if (expires <= now) throw stackRefusal('InvalidRequest', 'lifetime');
  const assertionId = `_${randomUUID()}`;
  const proofKey = randomBytes(request.keySize / 8);
  const assertion = signAssertion(
    {
      id: assertionId,
      issuer: origin + PATHS.stsV13,
      audience: request.appliesTo,
      notBefore: now,
      notOnOrAfter: expires,
      claims,
      proofKey,
      subject,
    },
    world.sts,
    world.registry,
  );
  const declarations = settings.declarations;
  const encryptedData = encryptElement(assertion, world.registry, declarations);
  const token = { assertionId, encryptedData, proofKey, appliesTo: request.appliesTo, created: now, expires };
  return writeAnswer(
    {
      action: ISSUED_ACTION,
      relatesTo: message.messageId,
      now,
      declarations: declarations === 'inherited' ? ancestorDeclarations() : '',
    },
    writeTokenResponse(token, declarations),
  );
}
