import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { type Simulator, startSimulator } from '../../simulator/index.ts';
import { SCHEMAS, schemaErrors } from '../../simulator/registry/schema/index.ts';
import { OPERATION_NAMES } from '../../simulator/registry/schema/wsdl.ts';
import { parseXml, rootOf } from '../../simulator/soap/dom.ts';
import { describeWithReference, referencePath } from '../support/reference.ts';
import { BODIES } from './support/bodies.ts';
import { post } from './support/http.ts';

/** What libxml2 says about each body, all in one run. */
async function libxmlAccepts(schema: string, bodies: readonly string[]): Promise<boolean[]> {
  const { rawOutput } = await validateXML({
    xml: bodies.map((contents, index) => ({ fileName: `body${index}.xml`, contents })),
    schema: [{ fileName: 'schema.xsd', contents: schema }],
  });
  return bodies.map((_, index) => rawOutput.includes(`body${index}.xml validates`));
}
const ownVerdict = (xml: string) => schemaErrors(rootOf(parseXml(xml))).length === 0;

describe("the simulator's schema", () => {
  it.each(BODIES)('$title: $verdict', ({ xml, verdict }) => {
    expect(ownVerdict(xml)).toBe(verdict === 'accepted');
  });

  it('means the same to libxml2 as to the validator', async () => {
    const found = await libxmlAccepts(
      SCHEMAS.operations,
      BODIES.map(({ xml }) => xml),
    );
    const named = BODIES.map(({ title }, index) => ({ title, accepted: found[index] }));
    expect(named).toEqual(BODIES.map(({ title, verdict }) => ({ title, accepted: verdict === 'accepted' })));
  });
});

describeWithReference('the official schema', () => {
  const official = () =>
    readFileSync(referencePath('protocol', 'wsdl', 'extracted', 'v5-usi-2022-ws.xsd'), 'utf8');
  const examples = () => {
    const folder = referencePath('protocol', 'examples');
    const names = readdirSync(folder).filter((name) => /\.(request|response)\b/.test(name));
    return names.map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  };

  it('accepts and refuses the same bodies', async () => {
    const found = await libxmlAccepts(
      official(),
      BODIES.map(({ xml }) => xml),
    );
    expect(found).toEqual(BODIES.map(({ verdict }) => verdict === 'accepted'));
  });

  it('has the same examples, every one of which the simulator takes', () => {
    expect(examples().length).toBeGreaterThan(25);
    expect(examples().filter((xml) => !ownVerdict(xml))).toEqual([]);
  });

  it('agrees about every example with one element removed, repeated, emptied or moved', async () => {
    const mutants = examples().flatMap(mutate);
    const found = await libxmlAccepts(official(), mutants);
    const disagreements = mutants.filter((xml, index) => ownVerdict(xml) !== found[index]);
    expect(mutants.length).toBeGreaterThan(500);
    expect(disagreements).toEqual([]);
  });
});

/** Every leaf element of a document removed, repeated, emptied, filled with rubbish, and moved to the end of its parent. */
function mutate(xml: string): string[] {
  const leaves = [...xml.matchAll(/<(\w+)>[^<]*<\/\1>/g)];
  return leaves.flatMap((leaf) => {
    const [whole, name] = leaf;
    const before = xml.slice(0, leaf.index);
    const after = xml.slice(leaf.index + whole.length);
    return [
      before + after,
      before + whole + whole + after,
      `${before}<${name}></${name}>${after}`,
      `${before}<${name}>~ rubbish that is longer than anything may be ${'x'.repeat(260)}</${name}>${after}`,
      before + after.replace(/(<\/\w+>\s*)$/, `${whole}$1`),
    ];
  });
}

describe('the WSDL', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());

  it('is served at ?wsdl with every operation, the schema and the simulator as address', async () => {
    const reply = await post(simulator, `${simulator.usi}?WSDL`, '', { method: 'GET' });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toMatch(/^text\/xml/);
    execFileSync('xmllint', ['--noout', '-'], { input: reply.text });
    expect(
      [...reply.text.matchAll(/<soap12:operation soapAction="http:\/\/usi\.gov\.au\/2022\/ws\/(\w+)"/g)].map(
        ([, name]) => name,
      ),
    ).toEqual([...OPERATION_NAMES]);
    expect(reply.text).toContain(`<soap12:address location="${simulator.usi}"/>`);
    expect(reply.text).toContain(SCHEMAS.operations);
    expect(simulator.log.at(-1)).toMatchObject({ operation: 'WSDL', outcome: 'ok' });
  });
});
