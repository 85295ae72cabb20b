import type { HostFindings, Settings, Status } from '../../src/messages/index.ts';
import type { ProblemValue } from '../../src/problems/index.ts';
import {
  ASFAHA,
  answered,
  COMMON,
  CREDENTIAL,
  FINISHED_AT,
  FREDERICK,
  MARYAM,
  NOBODY,
  OTHER_CREDENTIALS,
  SINGLE,
  unlocked,
} from './material.ts';

/** One state of a page, and how the scripted background goes on from there. */
export interface GalleryState {
  /** Null: the background does not answer. */
  readonly status: Status | null;
  /** The background takes its time and never answers. */
  readonly silent?: boolean;
  readonly settings?: Partial<Settings>;
  readonly findings?: HostFindings;
  /** Milliseconds until a look-up is answered. */
  readonly verifyTakes?: number;
  readonly verifyFails?: ProblemValue;
  readonly allowsSites?: boolean;
}

const locked = {
  ...COMMON,
  state: 'locked',
  credential: CREDENTIAL,
  workWaiting: false,
} satisfies Status;

const failed = (problem: ProblemValue): Status =>
  unlocked({ lookUp: { state: 'failed', query: MARYAM, problem, finishedAt: FINISHED_AT } });

const hostMissing: ProblemValue = { code: 'HOST_MISSING', params: {} };
const keystoreNotFound: ProblemValue = {
  code: 'KEYSTORE_NOT_FOUND',
  params: { path: 'C:\\Users\\Sample\\AppData\\Roaming\\ATOMAS\\keystore-new.xml' },
};

/** Every state of the popup, by the name of its picture. */
export const POPUP_STATES = {
  'needs-host': { status: { ...COMMON, state: 'needs-host', problem: hostMissing } },
  'needs-host-crashed': {
    status: { ...COMMON, state: 'needs-host', problem: { code: 'HOST_CRASHED', params: {} } },
  },
  'version-mismatch': {
    status: {
      ...COMMON,
      state: 'version-mismatch',
      problem: { code: 'HOST_TOO_OLD', params: { host: '0.1.0', needed: '0.2.0' } },
    },
  },
  'needs-keystore': {
    status: {
      ...COMMON,
      state: 'needs-keystore',
      problem: keystoreNotFound,
      path: keystoreNotFound.params.path ?? null,
    },
  },
  'needs-keystore-damaged': {
    status: {
      ...COMMON,
      state: 'needs-keystore',
      problem: { code: 'KEYSTORE_TRUNCATED', params: {} },
      path: 'D:\\Backup\\keystore-new.xml',
    },
  },
  'choose-credential': {
    status: {
      ...COMMON,
      state: 'choose-credential',
      credentials: [CREDENTIAL, ...OTHER_CREDENTIALS],
      problem: { code: 'CREDENTIAL_NOT_CHOSEN', params: {} },
    },
  },
  'needs-org-code': { status: { ...COMMON, state: 'needs-org-code', credential: CREDENTIAL } },
  'site-access-withheld': {
    status: {
      ...COMMON,
      state: 'site-access-withheld',
      origins: ['https://softwareauthorisations.ato.gov.au/*', 'https://portal.usi.gov.au/*'],
    },
  },
  'not-yet-valid': {
    status: {
      ...COMMON,
      state: 'not-yet-valid',
      credential: { ...CREDENTIAL, validFrom: '2030-02-03T01:00:00Z', state: 'not-yet-valid' },
    },
  },
  expired: {
    status: {
      ...COMMON,
      state: 'expired',
      credential: { ...CREDENTIAL, validTo: '2026-05-25T01:00:00Z', state: 'expired' },
    },
  },
  locked: { status: locked },
  'locked-work-waiting': { status: { ...locked, workWaiting: true } },
  'no-status': { status: null },
  opening: { status: null, silent: true },
  'look-up': { status: unlocked() },
  'look-up-draft': {
    status: unlocked({
      draft: {
        usi: 'bngh 7c75 fn',
        firstName: 'Maryam',
        familyName: 'Fredrick',
        singleName: '',
        dateOfBirth: '25/5/66',
        hasSingleName: false,
      },
    }),
  },
  'look-up-single-name': {
    status: unlocked({
      draft: {
        usi: 'QFJEGFSBC4',
        firstName: '',
        familyName: '',
        singleName: 'Testsinglename',
        dateOfBirth: '1 Jan 1985',
        hasSingleName: true,
      },
    }),
  },
  'look-up-test-environment': {
    status: {
      ...unlocked(),
      environment: 'thirdParty',
      clock: { minutes: 10, direction: 'fast' },
    },
  },
  checking: {
    status: unlocked({ lookUp: { state: 'running', query: MARYAM, startedAt: Date.now() - 4200 } }),
  },
  'verdict-verified': { status: unlocked({ lookUp: answered(MARYAM) }) },
  'verdict-single-name': { status: unlocked({ lookUp: answered(SINGLE) }) },
  'verdict-family-name-differs': { status: unlocked({ lookUp: answered(FREDERICK) }) },
  'verdict-all-differ': {
    status: unlocked({
      lookUp: answered({
        ...MARYAM,
        firstName: 'Mary-Anne Charlotte',
        familyName: 'Frederick-Summerfield',
        dateOfBirth: '1966-05-06',
      }),
    }),
  },
  'verdict-deactivated': { status: unlocked({ lookUp: answered(ASFAHA) }) },
  'verdict-not-found': { status: unlocked({ lookUp: answered(NOBODY) }) },
  'verdict-long-names': {
    status: unlocked({
      credential: {
        ...CREDENTIAL,
        name: 'Reception-PC-2-of-the-Northern-Campus-2026',
        legalName: 'The Trustee for the Very Long Example Family Trust',
      },
      lookUp: answered({
        ...MARYAM,
        firstName: 'Wilhelmina-Alexandrina Theodora Josepha',
        familyName: 'Wolfeschlegelsteinhausenbergerdorffwelch',
      }),
    }),
  },
  'verdict-test-environment': {
    status: {
      ...unlocked({ lookUp: answered(FREDERICK) }),
      environment: 'thirdParty',
      clock: { minutes: 10, direction: 'slow' },
    },
  },
  'problem-unreachable': {
    status: failed({
      code: 'SERVICE_UNREACHABLE',
      params: { service: 'The USI Registry', host: 'portal.usi.gov.au' },
    }),
  },
  'problem-refused': {
    status: failed({
      code: 'REGISTRY_NOT_AUTHORISED',
      params: {
        serviceCode: '2002',
        serviceWords:
          'Organisation failed authorisation. The organisation is not authorised to use this service.',
      },
    }),
  },
} satisfies Record<string, GalleryState>;

/** States of the options page. */
export const OPTIONS_STATES = {
  options: { status: unlocked() },
  'options-first-run': {
    status: { ...COMMON, state: 'needs-host', problem: hostMissing },
    settings: { orgCode: '', credentialId: null },
    findings: { host: { problem: hostMissing }, places: [], keystore: { problem: hostMissing } },
  },
  'options-no-keystore': {
    status: { ...COMMON, state: 'needs-keystore', problem: keystoreNotFound, path: null },
    settings: { environment: 'thirdParty' },
    findings: {
      host: { version: '0.1.0' },
      places: [{ path: '/home/sample/.ATOMAS/keystore-new.xml', found: false }],
      keystore: { problem: keystoreNotFound },
    },
  },
} satisfies Record<string, GalleryState>;

export const STATES: Readonly<Record<string, GalleryState>> = { ...POPUP_STATES, ...OPTIONS_STATES };
