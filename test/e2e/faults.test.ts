import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from './support/desk.ts';
import {
  fault,
  scripted,
  securityFault,
  type TroubleRow,
  troublesOfBoth,
  WITHOUT_A_FLAG,
} from './support/fault-table.ts';
import { MARYAM, MARYAM_QUERY } from './support/students.ts';

const STS: TroubleRow[] = [
  fault('RST', 'E1001', 'STS_INTERNAL', 'An internal error occurred'),
  fault('RST', 'E1003', 'STS_INTERNAL', 'An internal error occurred'),
  fault('RST', 'E1004', 'STS_INTERNAL', 'An internal error occurred'),
  fault('RST', 'E2003', 'STS_RELYING_PARTY_UNKNOWN', 'The relying party is not known'),
  fault('RST', 'E2014', 'STS_CREDENTIAL_REVOKED', 'The credential has been revoked'),
  fault('RST', 'E2015', 'STS_CREDENTIAL_EXPIRED', 'The credential has expired'),
  fault('RST', 'E2017', 'STS_CREDENTIAL_NOT_YET_VALID', 'The credential is not yet valid'),
  fault('RST', 'E2020', 'STS_ISSUER_UNKNOWN', 'The issuer of the credential is not recognised'),
  fault('RST', 'E2029', 'STS_CREDENTIAL_UNREADABLE', 'The credential cannot be processed'),
  fault('RST', 'E2169', 'STS_CREDENTIAL_UNKNOWN', 'The credential is not recognised'),
  fault('RST', 'E2180', 'STS_NO_POLICY', 'No usage policy covers the credential'),
  fault('RST', 'E2182', 'STS_CLAIM_UNAVAILABLE', 'A mandatory claim could not be supplied'),
  fault('RST', 'E2183', 'STS_CLAIM_UNKNOWN', 'A mandatory claim type is not known'),
  fault('RST', 'E2190', 'STS_INTERNAL', 'Claim data could not be found'),
  fault('RST', 'E4711', 'STS_REFUSED', 'The request was refused'),
  fault('RST', 'InvalidSecurity', 'SECURITY_REFUSED', 'An error occurred when verifying security'),
  fault('RST', 'MessageExpired', 'SECURITY_REFUSED', 'The message has expired'),
  fault('RST', 'FailedAuthentication', 'SECURITY_REFUSED', 'could not be authenticated'),
  fault('RST', 'EndpointUnavailable', 'STS_INTERNAL', 'unable to process the message at this time'),
  fault('RST', 'InvalidRequest', 'SOAP_REFUSED', 'The request was invalid or malformed'),
  scripted('RST', 'a key to be computed', { body: 'computed-key' }, 'STS_KEY_UNSUPPORTED'),
  scripted('RST', 'no proof key', { body: 'no-proof' }, 'STS_ANSWER_UNEXPECTED'),
  scripted('RST', 'no token', { body: 'no-token' }, 'STS_ANSWER_UNEXPECTED'),
  scripted('RST', 'no reference', { body: 'no-reference' }, 'STS_ANSWER_UNEXPECTED'),
  ...troublesOfBoth('RST'),
];

const REGISTRY: TroubleRow[] = [
  fault('VerifyUSI', '1001', 'REGISTRY_UNAVAILABLE', 'Service Unavailable'),
  fault('VerifyUSI', '1002', 'REGISTRY_VALIDATION', 'Generic Validation'),
  fault('VerifyUSI', '2002', 'REGISTRY_NOT_AUTHORISED', 'Organisation Failed Authorisation'),
  fault('VerifyUSI', '2004', 'REGISTRY_IDENTITY_UNVERIFIED', 'Unverified Identity'),
  fault('VerifyUSI', '9876', 'REGISTRY_REFUSED', 'Scripted by a fault rule'),
  fault('VerifyUSI', 'EndpointUnavailable', 'REGISTRY_UNAVAILABLE', 'unable to process the message'),
  fault('VerifyUSI', 'ActionNotSupported', 'SOAP_REFUSED', 'The action cannot be processed'),
  securityFault('InvalidSecurity', 'An error occurred when verifying security'),
  securityFault('MessageExpired', 'The message has expired'),
  securityFault('FailedAuthentication', 'could not be authenticated'),
  scripted('VerifyUSI', 'an unknown status', { body: 'unknown-status' }, 'REGISTRY_ANSWER_UNEXPECTED'),
  scripted('VerifyUSI', 'a flag left out for a Valid student', WITHOUT_A_FLAG, 'REGISTRY_ANSWER_UNEXPECTED'),
  scripted('VerifyUSI', 'an unknown flag', { body: 'unknown-flag' }, 'REGISTRY_ANSWER_UNEXPECTED'),
  ...troublesOfBoth('VerifyUSI'),
];

describe('trouble with the services', () => {
  let desk: Desk;
  beforeAll(async () => {
    // Chromium holds an extension's requests back after a few answers of status 5xx; held-back.test.ts is about that.
    desk = await Desk.open({ switches: ['--disable-extensions-http-throttling'] });
    await desk.unlock();
  });
  afterAll(() => desk.close());

  const lookUp = async () => {
    await desk.companion.send('clearLookUp', {});
    await desk.companion.send('saveDraft', { draft: { ...MARYAM, singleName: '', hasSingleName: false } });
    desk.simulator.clearLog();
    return desk.withPopup(async (popup) => {
      await popup.waitForForm();
      await popup.page.keyboard.press('Enter');
      return popup.read();
    });
  };

  const expectTrouble = async (operation: string, row: TroubleRow) => {
    desk.simulator.setFaults([{ match: { operation }, do: row.do }]);
    const reading = await lookUp();
    expect(row.maySendAgain ? [...new Set(desk.wire())] : desk.wire()).toEqual(row.wire);
    expect(reading).toMatchObject({ verdict: 'unchecked', status: null, problem: row.problem });
    if (row.said === null) expect(reading.serviceSaid).toBeNull();
    else expect(reading.serviceSaid).toMatch(row.said);
  };

  describe('at the token service', () => {
    // After a token request that went well, and without a token in hand, so that another is asked for.
    beforeEach(async () => {
      desk.simulator.setFaults([]);
      await desk.companion.send('verify', { student: MARYAM_QUERY });
      await desk.companion.send('lock', {});
      await desk.unlock();
    });
    it.each(STS)('$trouble is shown as $problem', (row) => expectTrouble('RST', row));
  });

  describe('at the Registry', () => {
    // With a token in hand, so that the log shows nothing else.
    beforeEach(async () => {
      desk.simulator.setFaults([]);
      expect(await lookUp()).toMatchObject({ verdict: 'verified' });
    });
    it.each(REGISTRY)('$trouble is shown as $problem', (row) => expectTrouble('VerifyUSI', row));

    it('a security fault that comes once is not seen by the clerk: a new token is fetched and the verdict arrives', async () => {
      desk.simulator.setFaults([
        { match: { operation: 'VerifyUSI', times: 1 }, do: { fault: 'InvalidSecurity' } },
      ]);
      expect(await lookUp()).toMatchObject({ verdict: 'verified', problem: null });
      expect(desk.wire()).toEqual(['VerifyUSI fault InvalidSecurity', 'RST ok', 'VerifyUSI ok']);
    });

    it('a student who is not in the register is not found, also when the answer carries no flags', async () => {
      desk.simulator.setFaults([{ match: { operation: 'VerifyUSI' }, do: { bareInvalid: true } }]);
      await desk.companion.send('clearLookUp', {});
      const reading = await desk.withPopup((popup) => popup.lookUp({ ...MARYAM, usi: 'H2289JJ33U' }));
      expect(reading).toMatchObject({ verdict: 'not-found', status: 'Invalid' });
    });
  });
});
