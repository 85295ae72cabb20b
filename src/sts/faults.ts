import { Problem, type ProblemCode } from '../problems/index.ts';
import { type Fault, isUnavailable } from '../soap/index.ts';
import { elementsOf, textOf, type XmlElement } from '../xml/index.ts';

/** The token service's own codes (dossier g.1); any other becomes STS_REFUSED. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  E1001: 'STS_INTERNAL',
  E1003: 'STS_INTERNAL',
  E1004: 'STS_INTERNAL',
  E2003: 'STS_RELYING_PARTY_UNKNOWN',
  E2014: 'STS_CREDENTIAL_REVOKED',
  E2015: 'STS_CREDENTIAL_EXPIRED',
  E2017: 'STS_CREDENTIAL_NOT_YET_VALID',
  E2020: 'STS_ISSUER_UNKNOWN',
  E2029: 'STS_CREDENTIAL_UNREADABLE',
  E2169: 'STS_CREDENTIAL_UNKNOWN',
  E2180: 'STS_NO_POLICY',
  E2182: 'STS_CLAIM_UNAVAILABLE',
  E2183: 'STS_CLAIM_UNKNOWN',
  E2190: 'STS_INTERNAL',
};

/**
 * The problem of a fault that carries an event code. Clients have seen it in two places, and no recording is public:
 * in elements of the detail whose name contains EventCode and UserAdvice, under any namespace and nesting,
 * and in the reason as `Event Code: [E2015]` (dossier g.1).
 */
export function explainFault(fault: Fault): Problem | undefined {
  const inDetail = fault.detail && textOfNamed(fault.detail, 'eventcode');
  const inReason = /event\s*code:?\s*\[([^\]]*)\]/i.exec(fault.reason)?.[1];
  const code = codeIn(inDetail) ?? codeIn(inReason);
  if (code === undefined && !isUnavailable(fault)) return undefined;

  const advice = fault.detail && textOfNamed(fault.detail, 'useradvice');
  const words = [fault.reason, advice ?? ''].filter(
    (text, index) => index === 0 || !fault.reason.includes(text),
  );
  return new Problem(code === undefined ? 'STS_INTERNAL' : (CODES[code.toUpperCase()] ?? 'STS_REFUSED'), {
    serviceCode: code ?? fault.codes.at(-1) ?? '',
    serviceWords: words.join(' ').trim(),
  });
}

function codeIn(text: string | undefined): string | undefined {
  return /E\d{4}/i.exec(text ?? '')?.[0];
}

/** The text of the first element, at any depth, whose local name contains `part`, whatever its case. */
function textOfNamed(parent: XmlElement, part: string): string | undefined {
  for (const element of elementsOf(parent)) {
    const inner = textOfNamed(element, part);
    if (inner !== undefined) return inner;
    if (element.name.toLowerCase().includes(part)) return textOf(element).trim();
  }
  return undefined;
}
