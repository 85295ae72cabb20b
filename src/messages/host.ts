/**
 * The contract between the extension and its native-messaging host, for both ends.
 * host/PROTOCOL.md is the same contract in words. Version it here: a new action or optional member raises
 * the minor version, anything that an older peer would misread raises the major one.
 */
import { PROBLEMS, Problem, type ProblemCode, type ProblemValue } from '../problems/index.ts';

/** The name that the host's manifest carries and the extension asks for. */
export const HOST_NAME = 'au.usi_companion.host';

export const HOST_PROTOCOL: ProtocolVersion = { major: 1, minor: 0 };

/** The first release of the host that speaks this major version; named when an older one is met. */
const OLDEST_HOST = '0.1.0';

/** Longest request body, in bytes. A path and an action fit many times over. */
export const HOST_REQUEST_LIMIT_BYTES = 8 * 1024;

/** Longest answer body, in bytes: the browsers' own limit for what a host may send (Chrome and MDN, native messaging). */
export const HOST_RESPONSE_LIMIT_BYTES = 1024 * 1024;

/** Largest file that `read` hands over, in bytes; as base64 it fits the answer limit. Official stores have about 21 KB. */
export const KEYSTORE_FILE_LIMIT_BYTES = 512 * 1024;

export interface ProtocolVersion {
  readonly major: number;
  readonly minor: number;
}

/** A problem as the host reports it: our code, its append-only number, and the values for its words. */
export interface HostProblem extends ProblemValue {
  /** 10–99, also the exit status where there is one. */
  readonly number: number;
}

/** A place where a keystore was looked for. */
export interface KeystorePlace {
  /** Absolute, as looked for (links in parent folders not yet followed). */
  readonly path: string;
  /** Who keeps keystores there: named by the administrator, ATOMAS, or the AUSkey software that ended in 2020. */
  readonly kind: 'configured' | 'machine-credential' | 'auskey';
  /** True when `read` would hand the file over. */
  readonly found: boolean;
  /** ISO 8601, UTC. */
  readonly modified?: string;
  /** Bytes. */
  readonly size?: number;
  /** Why something that is there cannot be used; absent when nothing is there. */
  readonly problem?: HostProblem;
}

/** One thing that `doctor` looked at. */
export interface DoctorCheck {
  /** Stable: `configuration`, `registration`, `manifest chromium user`, `program`, `keystore`, … */
  readonly name: string;
  /** False exactly when `problem` is present. */
  readonly ok: boolean;
  /** Whether anything was there. An absent manifest of one browser is no problem by itself. */
  readonly found: boolean;
  readonly path?: string;
  /** The program that a manifest starts. */
  readonly program?: string;
  /** The callers that a manifest allows. */
  readonly allows?: readonly string[];
  readonly problem?: HostProblem;
}

/** Every action of the host. A request is `{ action, ...input }`. */
interface HostActions {
  /** Versions; changes nothing, looks at nothing. */
  hello: {
    input: Record<never, never>;
    output: {
      /** The host's own version, semver. */
      readonly host: string;
      readonly protocol: ProtocolVersion;
      /** Node's name of the operating system: linux, darwin, win32. */
      readonly platform: string;
    };
  };
  /** Which of the known places hold a keystore. The disk is never searched. */
  find: {
    input: Record<never, never>;
    output: { readonly places: readonly KeystorePlace[] };
  };
  /** The bytes of one keystore: the one at `path`, else the administrator's, else ATOMAS's default. */
  read: {
    input: { readonly path?: string };
    output: {
      /** The file that was read, links in parent folders followed. */
      readonly path: string;
      /** Base64 of the file's bytes, unchanged. */
      readonly contents: string;
      /** Bytes. */
      readonly size: number;
      /** ISO 8601, UTC. */
      readonly modified: string;
      /** Whether other users of the computer may read the file; null where the system does not tell (Windows). */
      readonly shared: boolean | null;
    };
  };
  /** What is right and wrong with the installation. Looks only at files. */
  doctor: {
    input: Record<never, never>;
    output: { readonly version: string; readonly checks: readonly DoctorCheck[] };
  };
}

export type HostAction = keyof HostActions;
export type HostInput<A extends HostAction> = HostActions[A]['input'];
export type HostOutput<A extends HostAction> = HostActions[A]['output'];
export type HostRequest<A extends HostAction = HostAction> = { readonly action: A } & HostInput<A>;
export type HostResponse<A extends HostAction = HostAction> =
  | { readonly ok: true; readonly value: HostOutput<A> }
  | { readonly ok: false; readonly problem: HostProblem };

/**
 * Judges the versions that `hello` reported. Only the major version must agree: a host with an older minor version
 * answers HOST_ACTION_UNKNOWN to what it lacks, and works for the rest.
 * @returns null when both understand each other, else HOST_TOO_OLD or EXTENSION_TOO_OLD.
 */
export function checkCompatible(hello: HostOutput<'hello'>): ProblemValue | null {
  if (hello.protocol.major < HOST_PROTOCOL.major) {
    return { code: 'HOST_TOO_OLD', params: { host: hello.host, needed: OLDEST_HOST } };
  }
  if (hello.protocol.major > HOST_PROTOCOL.major) {
    return { code: 'EXTENSION_TOO_OLD', params: { host: hello.host } };
  }
  return null;
}

/**
 * Reads what the browser handed over as the host's answer.
 * @throws Problem HOST_GARBLED when it has not the shape of an answer to that action.
 */
export function readHostResponse<A extends HostAction>(action: A, answer: unknown): HostResponse<A> {
  if (isRecord(answer) && answer.ok === true && hasShape(answer.value, SHAPES[action])) {
    return { ok: true, value: answer.value as HostOutput<A> };
  }
  if (isRecord(answer) && answer.ok === false && hasShape(answer.problem, PROBLEM_SHAPE)) {
    return { ok: false, problem: knownProblem(answer.problem) };
  }
  throw new Problem('HOST_GARBLED');
}

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const isString = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The members that every answer has; what is optional is not listed. */
const SHAPES: { readonly [A in HostAction]: Shape } = {
  hello: {
    host: isString,
    protocol: (value) => hasShape(value, { major: isNumber, minor: isNumber }),
    platform: isString,
  },
  find: { places: Array.isArray },
  read: { path: isString, contents: isString, size: isNumber, modified: isString },
  doctor: { version: isString, checks: Array.isArray },
};

const PROBLEM_SHAPE: Shape = { code: isString, number: isNumber, params: isRecord };

function hasShape(value: unknown, shape: Shape): value is Record<string, unknown> {
  return isRecord(value) && Object.entries(shape).every(([name, fits]) => fits(value[name]));
}

/** A newer host may know codes that this extension does not; they keep their name as HOST_INTERNAL's kind. */
function knownProblem(problem: Record<string, unknown>): HostProblem {
  const { code, number, params } = problem as { code: string; number: number; params: HostProblem['params'] };
  if (Object.hasOwn(PROBLEMS, code)) return { code: code as ProblemCode, number, params };
  return { code: 'HOST_INTERNAL', number, params: { kind: code } };
}
