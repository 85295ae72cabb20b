/**
 * The Registry's business faults: `ErrorInfo`, or `ArrayOfErrorInfo` for several, in the 2020 namespace although the
 * operations are of 2022 (protocol facts, g.3).
 */
import { Refusal, type SoapFault } from '../soap/faults.ts';
import { escapeXml } from '../soap/write.ts';

/** Namespace of the operations. */
export const USI_NAMESPACE = 'http://usi.gov.au/2022/ws';
const ERROR_NAMESPACE = 'http://usi.gov.au/2020/ws';

const TITLES: Record<number, string> = {
  1001: 'Service Unavailable',
  1002: 'Generic Validation',
  2002: 'Organisation Failed Authorisation',
  2004: 'Unverified Identity',
};

/** One complaint. */
export interface ErrorInfo {
  code: number;
  message: string;
}

/** The fault for one or more complaints about a call of `operation`. */
export function businessFault(operation: string, errors: readonly [ErrorInfo, ...ErrorInfo[]]): SoapFault {
  const [first] = errors;
  return {
    code: String(first.code),
    role: 'Sender',
    reason: TITLES[first.code] ?? 'Error',
    action: `${USI_NAMESPACE}/${operation}ResponseErrorInfoFault`,
    detail:
      errors.length === 1
        ? errorInfo(first, ` xmlns="${ERROR_NAMESPACE}"`)
        : `<ArrayOfErrorInfo xmlns="${ERROR_NAMESPACE}">${errors.map((error) => errorInfo(error)).join('')}</ArrayOfErrorInfo>`,
  };
}

/** The same as a refusal; `cause` goes into the log. */
export function businessRefusal(
  operation: string,
  cause: string,
  errors: readonly [ErrorInfo, ...ErrorInfo[]],
): Refusal {
  return new Refusal(businessFault(operation, errors), cause);
}

function errorInfo({ code, message }: ErrorInfo, declaration = ''): string {
  return (
    `<ErrorInfo${declaration}><Code>${code}</Code><Title>${TITLES[code] ?? 'Error'}</Title>` +
    `<Message>${escapeXml(message)}</Message></ErrorInfo>`
  );
}
