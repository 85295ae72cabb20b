/** VerifyUSI: does this USI exist, and do these details belong to it? (protocol facts, f) */
import type { RequestContext } from '../../context.ts';
import { type Element, onlyChild, textOf } from '../../soap/dom.ts';
import { USI_NAMESPACE } from '../faults.ts';
import { matches } from '../students/register.ts';
import type { Field, Student } from '../students/student.ts';

/** In the order of the schema. */
const FIELDS: readonly Field[] = ['FirstName', 'FamilyName', 'SingleName', 'DateOfBirth'];

/** `VerifyUSIResponse`. */
export function verifyUsi(request: Element, { students, settings }: RequestContext): string {
  const student = students.get(textOf(onlyChild(request, USI_NAMESPACE, 'USI')));
  const status = `<USIStatus>${student?.status ?? 'Invalid'}</USIStatus>`;
  const flags = !student && settings.bareInvalid ? '' : matchFlags(request, student);
  return `<VerifyUSIResponse xmlns="${USI_NAMESPACE}">${status}${flags}</VerifyUSIResponse>`;
}

/** One flag for each field the caller sent; an unknown USI matches nothing. */
function matchFlags(request: Element, student: Student | undefined): string {
  return FIELDS.flatMap((field) => {
    const sent = onlyChild(request, USI_NAMESPACE, field);
    if (!sent) return [];
    const match = student !== undefined && matches(student, field, textOf(sent));
    return [`<${field}>${match ? 'Match' : 'NoMatch'}</${field}>`];
  }).join('');
}
