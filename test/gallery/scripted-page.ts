import type {
  BackgroundMessageName,
  BackgroundMessages,
  LookUp,
  Settings,
  Status,
  VerifyQuery,
} from '../../src/messages/index.ts';
import { Problem } from '../../src/problems/index.ts';
import type { PageApi } from '../../src/ui/index.ts';
import { COMMON, CREDENTIAL, FINDINGS, PASSWORD, SETTINGS, unlocked, verificationOf } from './material.ts';
import type { GalleryState } from './states.ts';

/** The words of `_locales`, put in by the gallery's build. */
declare const GALLERY_WORDS: Readonly<Record<string, { message: string }>>;

declare global {
  interface Window {
    /** Every message that the page sent, for tests to read. */
    sent: { type: string; input: unknown }[];
    copied: string | null;
    optionsOpened: number;
    /** Changes settings as another page would. */
    changeElsewhere: (change: Partial<Settings>) => void;
  }
}

type Handlers = {
  [Name in BackgroundMessageName]: (
    input: BackgroundMessages[Name]['input'],
  ) => BackgroundMessages[Name]['output'] | Promise<BackgroundMessages[Name]['output']>;
};

/** A background and a browser that follow a script, as simple as the screens allow. */
export function scriptedPage(state: GalleryState): PageApi {
  let status: Status | null = state.status;
  let settings: Settings = { ...SETTINGS, ...state.settings };
  const listeners = new Set<() => void>();
  window.sent = [];
  window.copied = null;
  window.optionsOpened = 0;
  window.changeElsewhere = (change) => {
    settings = { ...settings, ...change };
    for (const listener of listeners) listener();
  };

  const current = (): Status => {
    if (status === null) throw new Problem('INTERNAL', { kind: 'no answer' });
    return status;
  };
  const become = (next: Status): Status => {
    status = next;
    return next;
  };
  const withLookUp = <Result extends LookUp | null>(lookUp: Result): Result => {
    const now = current();
    if (now.state === 'unlocked') become({ ...now, lookUp });
    return lookUp;
  };
  const answer = async (query: VerifyQuery): Promise<LookUp> => {
    withLookUp({ state: 'running', query, startedAt: Date.now() });
    await new Promise((done) => setTimeout(done, state.verifyTakes ?? 50));
    const finishedAt = Date.now();
    if (state.verifyFails) {
      return withLookUp({ state: 'failed', query, problem: state.verifyFails, finishedAt });
    }
    return withLookUp({ state: 'answered', query, verification: verificationOf(query), finishedAt, ms: 640 });
  };

  const handlers: Handlers = {
    status: () => (state.silent ? new Promise<never>(() => undefined) : current()),
    unlock: async ({ password }) => {
      await new Promise((done) => setTimeout(done, 20));
      if (password !== PASSWORD) throw new Problem('PASSWORD_WRONG');
      return become(unlocked());
    },
    lock: () => become({ ...COMMON, state: 'locked', credential: CREDENTIAL, workWaiting: true }),
    verify: ({ student }) => answer(student),
    awaitLookUp: () => new Promise<never>(() => undefined),
    clearLookUp: () => become(unlocked()),
    saveDraft: ({ draft }) => {
      const now = current();
      if (now.state === 'unlocked') become({ ...now, draft });
      return null;
    },
    readSettings: () => settings,
    saveSettings: ({ settings: change }) => {
      if (change.keystorePath && !change.keystorePath.startsWith('/')) {
        throw new Problem('KEYSTORE_PATH_RELATIVE');
      }
      settings = { ...settings, ...change };
      const now = current();
      if ('orgCode' in change && now.state === 'needs-org-code') become(unlocked());
      return settings;
    },
    findings: () => state.findings ?? FINDINGS,
  };

  return {
    send: async (type, input) => {
      window.sent.push({ type, input });
      return handlers[type](input);
    },
    onStatusChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    message: (key) => GALLERY_WORDS[key]?.message ?? `[${key}]`,
    requestSites: async () => state.allowsSites ?? false,
    openOptions: async () => {
      window.optionsOpened += 1;
    },
    copyText: async (text) => {
      window.copied = text;
    },
    version: '0.1.0',
  };
}
