/**
 * The USI Registry's web service, v5: checks a request from the transport inwards, then lets the operation answer.
 *
 *   token.ts          the token, and the proof key inside it
 *   schema/           the WSDL, and whether a body follows its XSD
 *   organisations.ts  who may call
 *   operations/       what can be asked
 *   students/         the register
 *   faults.ts         the business refusals
 */
import { acceptedTo } from '../addresses.ts';
import type { RequestContext } from '../context.ts';
import { type Element, isNamed, onlyChild, rootOf, textOf } from '../soap/dom.ts';
import { insecure, stackRefusal } from '../soap/faults.ts';
import { type Message, requireTo } from '../soap/message.ts';
import { ALGORITHM, TOKEN } from '../soap/names.ts';
import { checkTimestamp, readSecurityHeader } from '../soap/security-header.ts';
import { keyInfoReference, keyInfoValue, verifySignature, wsuId } from '../soap/signature.ts';
import { writeAnswer } from '../soap/write.ts';
import { businessRefusal, USI_NAMESPACE } from './faults.ts';
import { OPERATIONS } from './operations/index.ts';
import { authorise } from './organisations.ts';
import { schemaErrors } from './schema/index.ts';
import { openToken, type VerifiedToken } from './token.ts';

/** Answers a call with an envelope, or throws the refusal. */
export function answerRegistryCall(message: Message, context: RequestContext): string {
  const token = authenticate(message, context);
  const operation = message.action.replace(`${USI_NAMESPACE}/`, '');
  const answer = OPERATIONS.get(operation);
  if (!answer || message.action !== `${USI_NAMESPACE}/${operation}`) {
    throw stackRefusal('ActionNotSupported', 'action-unknown');
  }
  const request = validBody(message.payload, operation);
  authorise(textOf(onlyChild(request, USI_NAMESPACE, 'OrgCode')), token.abn, operation);
  return writeAnswer(
    { action: `${message.action}Response`, relatesTo: message.messageId, now: context.now },
    answer(request, context),
  );
}

/** Checks everything that concerns the message's security; what is wrong shows in the log only. */
function authenticate(message: Message, context: RequestContext): VerifiedToken {
  const security = readSecurityHeader(message);
  requireTo(message, acceptedTo('registry', context.environment, context.origin));
  checkTimestamp(security.timestamp, context.now);
  const token = openToken(security.element, context);
  const { timestamp, signature } = security;
  const reference = keyInfoReference(signature);
  if (
    reference?.getAttribute('ValueType') !== TOKEN.samlId ||
    keyInfoValue(signature, 'KeyIdentifier') !== token.assertionId
  ) {
    throw insecure('key-info');
  }
  verifySignature({
    text: message.text,
    root: rootOf(message.document),
    signature,
    key: token.proofKey,
    signatureMethod: ALGORITHM.hmacSha1,
    digestMethod: ALGORITHM.sha1,
    signed: [{ element: timestamp, id: wsuId(timestamp) }],
  });
  return token;
}

/** The body, when it is the operation's own and follows the schema; otherwise 1002 with every complaint. */
function validBody(payload: Element | undefined, operation: string): Element {
  if (!payload || !isNamed(payload, USI_NAMESPACE, operation)) {
    throw businessRefusal(operation, 'body-element', [
      { code: 1002, message: 'The body does not belong to the action.' },
    ]);
  }
  const [first, ...rest] = schemaErrors(payload).map((message) => ({ code: 1002, message }));
  if (first) throw businessRefusal(operation, 'body-schema', [first, ...rest]);
  return payload;
}
