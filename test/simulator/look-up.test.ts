import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { call, verdictOf, verifyBody } from './support/registry-call.ts';
import { RSA_SHA1 } from './support/signing.ts';
import {
  APPLIES_TO,
  actAs,
  CLAIMS,
  type IssuedToken,
  requestToken,
  signedBy,
} from './support/token-request.ts';

let simulator: Simulator;
let token: IssuedToken;
beforeAll(async () => {
  simulator = await startSimulator();
  token = await requestToken(simulator);
});
afterAll(() => simulator.close());
beforeEach(() => simulator.clearLog());

const ask = async (members: Record<string, string>) => {
  const reply = await call(simulator, token, { body: verifyBody(members) });
  expect(reply.status).toBe(200);
  return verdictOf(reply);
};

describe('the way from a credential to a verdict', () => {
  it('issues a token for a signed request and verifies a student with it', async () => {
    expect(await requestToken(simulator)).toMatchObject({ reply: { status: 200 } });
    expect(
      await ask({
        USI: 'BNGH7C75FN',
        FirstName: 'Maryam',
        FamilyName: 'Fredrick',
        DateOfBirth: '1966-05-25',
      }),
    ).toEqual({
      USIStatus: 'Valid',
      FirstName: 'Match',
      FamilyName: 'Match',
      DateOfBirth: 'Match',
    });
    expect(
      simulator.log.map(({ operation, outcome, fault, cause }) => ({ operation, outcome, fault, cause })),
    ).toEqual([
      { operation: 'RST', outcome: 'ok', fault: null, cause: null },
      { operation: 'VerifyUSI', outcome: 'ok', fault: null, cause: null },
    ]);
  });

  it('takes SHA-1 at the STS of version 1.2', async () => {
    const to = simulator.sts.replace('v1.3', 'v1.2');
    expect((await requestToken(simulator, { to, algorithms: RSA_SHA1 })).reply.status).toBe(200);
  });

  it('compares paths without case, as IIS does', async () => {
    const to = simulator.sts.replace('service.svc', 'Service.svc');
    expect((await requestToken(simulator, { to })).reply.status).toBe(200);
  });

  it('gives a token no longer than asked for and no longer than half an hour', async () => {
    const minutes = (issued: IssuedToken) => Math.round((issued.expires.getTime() - Date.now()) / 60_000);
    expect(minutes(token)).toBe(20);
    expect(minutes(await requestToken(simulator, { lifetimeSeconds: 86_400 }))).toBe(30);
  });

  it.each(['256', '512'])('makes a proof key of %s bits that the Registry accepts', async (keySize) => {
    const issued = await requestToken(simulator, { keySize });
    expect(issued.proofKey).toHaveLength(Number(keySize) / 8);
    expect((await call(simulator, issued)).status).toBe(200);
  });

  it.each([
    APPLIES_TO,
    'https://3pt.portal.usi.gov.au/service/usiservice.svc',
    'https://portal.usi.gov.au/service/v5/usiservice.svc',
    'https://portal.usi.gov.au/service/usiservice.svc',
  ])('issues for %s', async (appliesTo) => {
    expect((await call(simulator, await requestToken(simulator, { appliesTo }))).status).toBe(200);
  });

  it.each(['https://sbr.gov.au/services', 'https://test.sbr.gov.au/services'])(
    'issues for %s, of no use at the Registry',
    async (appliesTo) => {
      const issued = await requestToken(simulator, { appliesTo });
      expect(issued.reply.status).toBe(200);
      expect((await call(simulator, issued)).status).toBe(500);
      expect(simulator.log.at(-1)).toMatchObject({ fault: 'InvalidSecurity', cause: 'token-audience' });
    },
  );

  it('supplies every claim that a device can have, and skips optional ones that it cannot', async () => {
    const issued = await requestToken(simulator, {
      claims: [
        ...['abn', 'commonname', 'credentialtype', 'samlsubjectid', 'fingerprint', 'subjectdn'].map(
          (name): [string, boolean] => [CLAIMS + name, false],
        ),
        [`${CLAIMS}givennames`, true],
        ['urn:nobody:knows', true],
      ],
    });
    expect((await call(simulator, issued)).status).toBe(200);
  });

  it('lets hosted software act for an organisation that named it', async () => {
    const { credentials } = await simulator.issueKeystore({
      credentials: [{ abn: '11000002568', name: 'INGLETON153' }],
    });
    const [provider] = credentials;
    if (!provider) throw new Error('no credential');
    const issued = await requestToken(simulator, {
      ...signedBy(provider),
      actAs: actAs('11000002568', '96312011219', '0000123400'),
    });
    const body = verifyBody({
      OrgCode: 'VA1802',
      USI: 'QFJEGFSBC4',
      SingleName: 'Testsinglename',
      DateOfBirth: '1985-01-01',
    });
    expect(verdictOf(await call(simulator, issued, { body }))).toEqual({
      USIStatus: 'Valid',
      SingleName: 'Match',
      DateOfBirth: 'Match',
    });
  });

  it('works the same when the token response declares its namespaces on ancestors', async () => {
    simulator.setFaults([{ match: { operation: 'RST' }, do: { declarations: 'inherited' } }]);
    const { reply, encryptedData, reference, proofKey } = await requestToken(simulator);
    simulator.setFaults([]);
    const declarations = [
      ...(/<s:Envelope([^>]*)>/.exec(reply.text)?.[1] ?? '').matchAll(/ xmlns:(?:xenc|ds|k|saml)="[^"]*"/g),
    ].join('');
    const carried = (xml: string) => xml.replace(/^<[\w:]+/, (tag) => tag + declarations);
    expect(encryptedData).toMatch(/^<xenc:EncryptedData Type="[^"]*"></);
    expect(reference).not.toContain('xmlns');
    const issued = {
      ...token,
      proofKey,
      encryptedData: carried(encryptedData),
      reference: carried(reference),
    };
    expect((await call(simulator, issued)).status).toBe(200);
  });
});

describe('verdicts', () => {
  it('says which field differs', async () => {
    const query = {
      USI: 'BNGH7C75FN',
      FirstName: 'maryam ',
      FamilyName: 'Frederick',
      DateOfBirth: '1966-05-26',
    };
    expect(await ask(query)).toEqual({
      USIStatus: 'Valid',
      FirstName: 'Match',
      FamilyName: 'NoMatch',
      DateOfBirth: 'NoMatch',
    });
  });

  it('reports deactivated accounts with their flags', async () => {
    expect(
      await ask({ USI: 'DG6K5YHPP3', FirstName: 'Asfaha', FamilyName: 'Loflin', DateOfBirth: '1982-12-23' }),
    ).toEqual({
      USIStatus: 'Deactivated',
      FirstName: 'Match',
      FamilyName: 'Match',
      DateOfBirth: 'Match',
    });
    expect(
      await ask({ USI: 'R5HQLSWS9Y', SingleName: 'Testdeactivated', DateOfBirth: '1963-12-10' }),
    ).toMatchObject({
      USIStatus: 'Deactivated',
    });
  });

  it('finds no match between a single name and a pair of names', async () => {
    expect(
      await ask({
        USI: 'QFJEGFSBC4',
        FirstName: 'Testsinglename',
        FamilyName: '',
        DateOfBirth: '1985-01-01',
      }),
    ).toEqual({
      USIStatus: 'Valid',
      FirstName: 'NoMatch',
      FamilyName: 'NoMatch',
      DateOfBirth: 'Match',
    });
  });

  it('calls an unknown USI invalid, with or without flags', async () => {
    const query = { USI: 'ZZZZ9999ZZ', SingleName: 'Nobody', DateOfBirth: '1985-01-01' };
    expect(await ask(query)).toEqual({ USIStatus: 'Invalid', SingleName: 'NoMatch', DateOfBirth: 'NoMatch' });
    simulator.setFaults([{ match: {}, do: { bareInvalid: true } }]);
    expect(await ask(query)).toEqual({ USIStatus: 'Invalid' });
    simulator.setFaults([]);
  });

  it('knows thousands of invented students, the same at every start', async () => {
    const invented = [...simulator.students.values()].filter((student) => 'first' in student.name);
    const [student] = invented;
    if (!student || !('first' in student.name)) throw new Error('no student');
    expect(simulator.students.size).toBeGreaterThan(3000);
    expect(student).toMatchInlineSnapshot(`
      {
        "dateOfBirth": "1996-11-11",
        "name": {
          "family": "Delacroix",
          "first": "Lachlan",
        },
        "status": "Valid",
        "usi": "78YVPPD7SE",
      }
    `);
    expect(
      await ask({
        USI: student.usi,
        FirstName: student.name.first,
        FamilyName: student.name.family,
        DateOfBirth: student.dateOfBirth,
      }),
    ).toEqual({ USIStatus: student.status, FirstName: 'Match', FamilyName: 'Match', DateOfBirth: 'Match' });
  });
});
