import { Problem, type ProblemCode } from '../problems/index.ts';
import { type Fault, isUnavailable } from '../soap/index.ts';
import { children, textOf, type XmlElement } from '../xml/index.ts';
import { ERROR_NAMESPACES } from './namespaces.ts';

/** The Registry's published codes (dossier g.3); the list is not complete, any other becomes REGISTRY_REFUSED. */
const CODES: ReadonlyMap<string, ProblemCode> = new Map([
  ['1001', 'REGISTRY_UNAVAILABLE'],
  ['1002', 'REGISTRY_VALIDATION'],
  ['2002', 'REGISTRY_NOT_AUTHORISED'],
  ['2004', 'REGISTRY_IDENTITY_UNVERIFIED'],
]);

/** The problem of a fault that carries ErrorInfo, alone or several in an array; the first names the problem. */
export function explainFault(fault: Fault): Problem | undefined {
  const errors = fault.detail ? errorsIn(fault.detail) : [];
  const [first] = errors;
  if (first !== undefined) {
    return new Problem(CODES.get(first.code) ?? 'REGISTRY_REFUSED', {
      serviceCode: [...new Set(errors.map(({ code }) => code))].join(', '),
      serviceWords: errors.map(({ words }) => words).join('\n'),
    });
  }
  if (!isUnavailable(fault)) return undefined;
  const serviceCode = fault.codes.at(-1) ?? '';
  return new Problem('REGISTRY_UNAVAILABLE', { serviceCode, serviceWords: fault.reason });
}

function errorsIn(detail: XmlElement): { code: string; words: string }[] {
  const arrays = childrenNamed(detail, 'ArrayOfErrorInfo');
  return [detail, ...arrays].flatMap((parent) => childrenNamed(parent, 'ErrorInfo')).map(readError);
}

function readError(error: XmlElement): { code: string; words: string } {
  const text = (name: string) => childrenNamed(error, name).map(textOf).join(' ').trim();
  const words = [text('Title'), text('Message')].filter((part) => part !== '');
  return { code: text('Code'), words: words.join(': ') };
}

function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return ERROR_NAMESPACES.flatMap((namespace) => children(parent, namespace, name));
}
