/**
 * The core's public face: what a program that is not this extension may rely on. Runs in a worker, a page and Node 20.
 * Functions throw `Problem`; `checkUsi` returns.
 */
export { ENVIRONMENTS, withProfile } from './environments.ts';
export {
  type Credential,
  type CryptoKeys,
  readKeystore,
  type Signer,
  signerFrom,
  unlock,
} from './keystore/index.ts';
export { Problem, type ProblemCode, type ProblemParams } from './problems/index.ts';
export type {
  DateSample,
  Io,
  KeepProofKey,
  MessageSigner,
  Service,
  StsProfile,
  Token,
} from './soap/index.ts';
export { type ActingFor, issueToken } from './sts/index.ts';
export {
  type Caller,
  type ComparedField,
  checkUsi,
  type Flags,
  type QueryDraft,
  type UsiCheck,
  type Verification,
  type VerifyQuery,
  verifyUsi,
} from './usi/index.ts';
