/**
 * The Registry's contract: usi-2022.xsd (the operations), usi-2020.xsd (fault details), and the WSDL around them.
 *
 *   validator.ts   whether an element follows the XSD, with definitions.ts and particles.ts
 *   simple.ts      whether a text follows a simple type
 *   wsdl.ts        what `?wsdl` answers
 */
import { readFileSync } from 'node:fs';
import type { Element } from '../../soap/dom.ts';
import { compileSchema } from './validator.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The two schema documents, as text. */
export const SCHEMAS = { operations: read('usi-2022.xsd'), faultDetails: read('usi-2020.xsd') };

/** Complaints about an operation's body, in document order; empty when it follows the schema. */
export const schemaErrors: (body: Element) => string[] = compileSchema(SCHEMAS.operations);
