import { describe, expect, it } from 'vitest';
import { ENVIRONMENTS, withProfile } from '../../src/environments.ts';
import type { Service } from '../../src/soap/index.ts';
import { type ActingFor, issueToken } from '../../src/sts/index.ts';
import { descend, readXml, serialise } from '../../src/xml/index.ts';
import { answer, fakeIo } from '../support/io.ts';
import { example, throwawaySigner, VECTORS, vector, vectorPath } from '../support/protocol.ts';
import { canonicalise, describeWithTool, parseLoosely, verifyWithXmlsec } from '../support/xml-tools.ts';

const UUIDS = ['11111111-2222-4333-8444-555555555555', '66666666-7777-4888-9999-aaaaaaaaaaaa'];

/** The token request as it goes over the wire. */
async function sent(service: Service, uuids: readonly string[], actingFor?: ActingFor) {
  const io = fakeIo([answer(example('synthetic-rstr.binarysecret.xml'))], uuids);
  await issueToken(throwawaySigner(), service, io, actingFor);
  const [request] = io.requests;
  if (request === undefined || io.requests.length !== 1) throw new Error('not one request');
  return request;
}

describe('a token request', () => {
  it('is the golden vector, byte for byte once both are canonical', async () => {
    const { body, url } = await sent(ENVIRONMENTS.thirdParty, UUIDS);
    expect(url).toBe(ENVIRONMENTS.thirdParty.sts);
    expect(canonicalise(parseLoosely(body))).toBe(canonicalise(parseLoosely(vector('rst-signed.xml'))));
  });

  it('is canonical as it goes over the wire', async () => {
    const { body } = await sent(ENVIRONMENTS.thirdParty, UUIDS);
    expect(canonicalise(parseLoosely(body))).toBe(body);
  });

  it('goes to the address that belongs to the profile', async () => {
    const service = withProfile(ENVIRONMENTS.production, 'v1.2');
    const { url, body } = await sent(service, UUIDS);
    expect(url).toBe('https://softwareauthorisations.ato.gov.au/R3.0/S007v1.2/service.svc');
    expect(body).toContain(`u:Id="_1" s:mustUnderstand="1">${url}</a:To>`);
    expect(withProfile(service, 'v1.3')).toEqual(ENVIRONMENTS.production);
  });

  it('asks for a token for the relying party as it is configured, apart from the endpoint', async () => {
    const appliesTo = 'https://3pt.portal.usi.gov.au/service/usiservice.svc';
    const { body } = await sent({ ...ENVIRONMENTS.thirdParty, appliesTo }, UUIDS);
    expect(body).toContain(`<a:Address>${appliesTo}</a:Address></a:EndpointReference>`);
  });

  it('sends no Entropy, so that the answer holds the whole key', async () => {
    expect((await sent(ENVIRONMENTS.thirdParty, UUIDS)).body).not.toContain('Entropy');
  });

  it('has ActAs only for hosted software, with both parties and the software ID', async () => {
    expect((await sent(ENVIRONMENTS.thirdParty, UUIDS)).body).not.toContain('ActAs');
    const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
    const soap = 'http://www.w3.org/2003/05/soap-envelope';
    const { body } = await sent(ENVIRONMENTS.thirdParty, ['aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee', ...UUIDS], {
      abn: '96312011219',
      ssid: '0000123400',
    });
    const request = descend(readXml(body), [soap, 'Body'], [trust, 'RequestSecurityToken']);
    const last = request?.content.at(-1);
    if (last === undefined || typeof last === 'string') throw new Error('no last child');
    expect(canonicalise(parseLoosely(serialise(last)))).toBe(
      '<trust2008:ActAs xmlns:trust2008="http://docs.oasis-open.org/ws-sx/ws-trust/200802">' +
        '<v13:RelationshipToken xmlns:v13="http://vanguard.business.gov.au/2016/03" v13:ID="aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee">' +
        '<v13:Relationship v13:Type="OSPfor"><v13:Attribute v13:Name="SSID" v13:Value="0000123400"></v13:Attribute></v13:Relationship>' +
        '<v13:FirstParty v13:Scheme="uri://abr.gov.au/ABN" v13:Value="51824753556"></v13:FirstParty>' +
        '<v13:SecondParty v13:Scheme="uri://abr.gov.au/ABN" v13:Value="96312011219"></v13:SecondParty>' +
        '</v13:RelationshipToken></trust2008:ActAs>',
    );
  });
});

describeWithTool('xmlsec1', 'a token request, verified by xmlsec1', () => {
  const key = ['--pubkey-pem', vectorPath('throwaway-pub.pem')];

  it.each(['v1.3', 'v1.2'] as const)('is signed over exactly Timestamp and To (%s)', async (profile) => {
    const { body } = await sent(withProfile(ENVIRONMENTS.thirdParty, profile), UUIDS);
    const references = verifyWithXmlsec(body, key, ['Timestamp', 'To']);
    expect(references.map(({ uri }) => uri)).toEqual(['#_0', '#_1']);
    expect(references[0]?.bytes).toBe(VECTORS.rst.timestampCanonical);
    expect(references[1]?.bytes).toBe(VECTORS.rst.toCanonical.replace('S007v1.3', `S007${profile}`));
  });

  it('fails to verify once a character of a signed part is changed', async () => {
    const { body } = await sent(ENVIRONMENTS.thirdParty, UUIDS);
    const changed = body.replace('2026-02-03T04:10:06', '2026-02-03T05:10:06');
    expect(changed).not.toBe(body);
    expect(() => verifyWithXmlsec(changed, key, ['Timestamp', 'To'])).toThrow();
  });
});
