import { expect } from 'vitest';
import { ENVIRONMENTS } from '../../../src/environments.ts';
import { Problem } from '../../../src/problems/index.ts';
import { issueToken } from '../../../src/sts/index.ts';
import { type Caller, type QueryDraft, verifyUsi } from '../../../src/usi/index.ts';
import { type Answer, answer, fakeIo, soap } from '../../support/io.ts';
import { example, throwawaySigner } from '../../support/protocol.ts';

export const MARYAM: QueryDraft = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '1966-05-25',
};

export const SINGLE: QueryDraft = {
  usi: 'QFJEGFSBC4',
  singleName: 'Testsinglename',
  dateOfBirth: '1985-01-01',
};
export const VALID = soap(example('VerifyUSI.response.valid.xml'));
/** The message id of the golden vector. */
const UUIDS = ['bbbbbbbb-cccc-4ddd-8eee-ffffffffffff'];

/** Whoever asks, with the token of the synthetic RSTR. */
export const caller: Promise<Caller> = (async () => {
  const service = ENVIRONMENTS.thirdParty;
  const io = fakeIo([answer(example('synthetic-rstr.binarysecret.xml'))]);
  return { token: await issueToken(throwawaySigner(), service, io), orgCode: 'VA1803', service };
})();

/** The request that asks about a student. */
export async function sent(query: QueryDraft, given = VALID) {
  const io = fakeIo([answer(given)], UUIDS);
  await verifyUsi(query, await caller, io);
  const [request] = io.requests;
  if (request === undefined) throw new Error('nothing sent');
  return request;
}

/** What is made of an answer. */
export async function ask(given: string | Answer, query = MARYAM, status = 200) {
  return verifyUsi(query, await caller, fakeIo([typeof given === 'string' ? answer(given, status) : given]));
}

/** The problem that an answer is. */
export async function problemOf(given: string, status = 200): Promise<Problem> {
  const error = await ask(given, MARYAM, status).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  return error;
}
