import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SeenRequest, type Simulator, startSimulator } from '../../simulator/index.ts';
import { call, verifyBody } from './support/registry-call.ts';
import { requestToken } from './support/token-request.ts';

const seen: SeenRequest[] = [];
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ onRequest: (request) => seen.push(request) });
});
afterAll(() => simulator.close());

it('shows every request as it was sent to whoever asked for it, and logs none of it', async () => {
  const token = await requestToken(simulator);
  const body = verifyBody({
    USI: 'BNGH7C75FN',
    FirstName: 'Maryam',
    FamilyName: 'Fredrick',
    DateOfBirth: '1966-05-25',
  });
  await call(simulator, token, { body });
  expect(seen.map(({ operation }) => operation)).toEqual(['RST', 'VerifyUSI']);
  expect(seen[1]?.body?.toString()).toContain('Fredrick');
  expect(JSON.stringify(simulator.log)).not.toContain('Fredrick');
});
