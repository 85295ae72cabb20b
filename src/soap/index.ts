/**
 * SOAP: how a message is written, secured, sent and its answer read. Start with exchange.ts.
 *
 *   message.ts          the envelope, with addressing.ts, timestamp.ts and a Security header
 *   security-rsa.ts     … signed by the machine credential, to get a token
 *   security-hmac.ts    … signed with the token's proof key, to spend it
 *   transport.ts        the POST, its time-out and size limit
 *   answer.ts, fault.ts what came back
 *   clock.ts            what the services' clocks say
 *   token.ts, signer.ts, service.ts, io.ts   what the other rooms hand in
 */
export { uuid } from './addressing.ts';
export { clockError, learnOffset } from './clock.ts';
export { exchange } from './exchange.ts';
export { type Fault, isUnavailable } from './fault.ts';
export type { DateSample, Io } from './io.ts';
export { ADDRESSING, ENCRYPTION_URI, SECURITY, UTILITY } from './namespaces.ts';
export { hmacSecurity } from './security-hmac.ts';
export { rsaSecurity } from './security-rsa.ts';
export type { Service, StsProfile } from './service.ts';
export type { MessageSigner } from './signer.ts';
export { period } from './timestamp.ts';
export { importProofKey, type KeepProofKey, type Token } from './token.ts';
export { TIMEOUTS_MS } from './transport.ts';
