import { Problem } from '../problems/index.ts';
import {
  exchange,
  type Io,
  importProofKey,
  type KeepProofKey,
  type MessageSigner,
  rsaSecurity,
  type Service,
  TIMEOUTS_MS,
  type Token,
  uuid,
} from '../soap/index.ts';
import type { XmlElement } from '../xml/index.ts';
import { type ActingFor, actAs } from './act-as.ts';
import { explainFault } from './faults.ts';
import { ISSUE_ACTION, requestSecurityToken } from './rst.ts';
import { readTokenResponse } from './rstr.ts';

const SERVICE_NAME = 'The ATO’s token service';

/**
 * A clock that went back by more than this, or forward by more than a request may take and this, was corrected.
 * Smaller corrections pass unseen; the services tolerate them.
 */
const CLOCK_STEP_MS = 5_000;

/**
 * Gets a token for the service with the machine credential. `keep` sees the proof key's bytes once; see `KeepProofKey`.
 * A token belongs to one credential, environment and ActAs pair: never share it across them.
 * @throws Problem STS_…, SECURITY_REFUSED, SOAP_REFUSED, SERVICE_…, ANSWER_…
 */
export async function issueToken(
  signer: MessageSigner,
  service: Service,
  io: Io,
  actingFor?: ActingFor,
  keep?: KeepProofKey,
): Promise<Token> {
  const content = await askWithRightTime(() => ask(signer, service, io, actingFor), io);
  const { binarySecret, ...token } = readTokenResponse(content, io.now());
  return { ...token, proofKey: await importProofKey(binarySecret, keep) };
}

/**
 * The refusal of a message with a wrong time teaches the right time through its Date header.
 * The clock has then jumped, seen from here, and the same request with the right time may well pass.
 */
async function askWithRightTime(request: () => Promise<XmlElement>, io: Io): Promise<XmlElement> {
  const askedAt = io.now();
  try {
    return await request();
  } catch (error) {
    const passed = io.now() - askedAt;
    const corrected = passed < -CLOCK_STEP_MS || passed > TIMEOUTS_MS.lookUp + CLOCK_STEP_MS;
    if (error instanceof Problem && error.code === 'SECURITY_REFUSED' && corrected) return request();
    throw error;
  }
}

function ask(
  signer: MessageSigner,
  service: Service,
  io: Io,
  actingFor: ActingFor | undefined,
): Promise<XmlElement> {
  return exchange(
    {
      service: SERVICE_NAME,
      url: service.sts,
      action: ISSUE_ACTION,
      body: requestSecurityToken({
        appliesTo: service.appliesTo,
        now: io.now(),
        actAs: actingFor ? actAs(signer.credential.abn, actingFor, uuid(io)) : null,
      }),
      security: rsaSecurity(signer, service.profile),
      timeoutMs: TIMEOUTS_MS.lookUp,
      explain: explainFault,
    },
    io,
  );
}
