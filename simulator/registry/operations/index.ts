/** The operations of v5 that are simulated, one file each; whatever is not in this table answers ActionNotSupported. */
import type { RequestContext } from '../../context.ts';
import type { Element } from '../../soap/dom.ts';
import { verifyUsi } from './verify-usi.ts';

/** Answers the body of a request that passed every check: XML of the response element. */
export type Operation = (request: Element, context: RequestContext) => string;

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([['VerifyUSI', verifyUsi]]);
