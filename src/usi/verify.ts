import { Problem } from '../problems/index.ts';
import type { Io } from '../soap/index.ts';
import { elementsOf, textOf, type XmlElement } from '../xml/index.ts';
import { USI } from './namespaces.ts';
import { type Caller, callRegistry, member } from './operation.ts';
import { checkOrgCode, checkQuery, type QueryDraft } from './rules/index.ts';
import {
  COMPARED_FIELDS,
  type ComparedField,
  judge,
  MATCHES,
  type Match,
  STATUSES,
  type Status,
  type Verification,
} from './verdict.ts';

/** The schema's name for each compared field. */
const ELEMENTS: Readonly<Record<ComparedField, string>> = {
  firstName: 'FirstName',
  familyName: 'FamilyName',
  singleName: 'SingleName',
  dateOfBirth: 'DateOfBirth',
};

/**
 * VerifyUSI (dossier f): asks whether this USI belongs to a student of this name and date of birth.
 * The query is judged by the rules first, so that nothing malformed is ever sent.
 * @throws Problem USI_…, NAME_…, DATE_…, ORG_CODE_… before any call, then whatever `callRegistry` throws
 */
export async function verifyUsi(query: QueryDraft, caller: Caller, io: Io): Promise<Verification> {
  const orgCode = checkOrgCode(caller.orgCode);
  if (!orgCode.ok) throw orgCode.problem;
  const checked = checkQuery(query, io.now());
  if (!checked.ok) throw Object.values(checked.problems)[0] ?? new Problem('INTERNAL', { kind: 'query' });
  const { usi, dateOfBirth, ...names } = checked.query;
  const compared = fieldsOf({ ...names, dateOfBirth });

  const members = [
    member('OrgCode', orgCode.value),
    member('USI', usi),
    ...compared.map(([field, text]) => member(ELEMENTS[field], text)),
  ];
  const response = await callRegistry({ name: 'VerifyUSI', members }, caller, io);
  const { status, flags } = readResponse(response);
  return judge(
    status,
    flags,
    compared.map(([field]) => field),
  );
}

/** What is compared, in the order of the schema. */
function fieldsOf(values: { readonly [Field in ComparedField]?: string }): [ComparedField, string][] {
  return COMPARED_FIELDS.flatMap((field) => {
    const text = values[field];
    return text === undefined ? [] : [[field, text] satisfies [ComparedField, string]];
  });
}

/** Takes nothing on trust: each element is known, stands there once, and holds one of the schema's words alone. */
function readResponse(response: XmlElement): { status: Status; flags: { [Field in ComparedField]?: Match } } {
  const flags: { [Field in ComparedField]?: Match } = {};
  let status: Status | undefined;
  for (const element of elementsOf(response)) {
    const field = fieldNamed(element);
    if (field !== undefined && flags[field] === undefined) flags[field] = wordOf(element, MATCHES);
    else if (isNamed(element, 'USIStatus') && status === undefined) status = wordOf(element, STATUSES);
    else unexpected(element.name);
  }
  return { status: status ?? unexpected('no USIStatus'), flags };
}

function fieldNamed(element: XmlElement): ComparedField | undefined {
  return COMPARED_FIELDS.find((field) => isNamed(element, ELEMENTS[field]));
}

function isNamed(element: XmlElement, name: string): boolean {
  return element.namespace === USI.uri && element.name === name;
}

function wordOf<Word extends string>(element: XmlElement, words: readonly Word[]): Word {
  const text = elementsOf(element).length === 0 ? textOf(element) : undefined;
  return words.find((word) => word === text) ?? unexpected(element.name);
}

function unexpected(part: string): never {
  throw new Problem('REGISTRY_ANSWER_UNEXPECTED', { part });
}
