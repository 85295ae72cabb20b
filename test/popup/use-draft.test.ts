import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY_DRAFT, useDraft } from '../../popup/look-up/index.ts';
import type { StudentDraft } from '../../src/messages/index.ts';
import { type Deferred, deferred } from '../background/support/deferred.ts';
import { type RunningHook, runHook } from '../support/hook.tsx';

/** What was saved, in order, and the answer that each waits for. */
let saved: { readonly draft: StudentDraft | null; readonly answer: Deferred<null> }[];
let form: RunningHook<ReturnType<typeof useDraft>>;

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  saved = [];
  const send = (_type: string, input: object) => {
    const answer = deferred<null>();
    saved.push({ draft: 'draft' in input ? (input.draft as StudentDraft) : null, answer });
    return answer.promise as never;
  };
  form = runHook({ send }, () => useDraft(EMPTY_DRAFT));
});

afterEach(() => vi.unstubAllGlobals());

function typeUsi(usi: string): void {
  const [, change] = form.current;
  change({ ...EMPTY_DRAFT, usi });
}

const savedUsis = () => saved.map(({ draft }) => draft?.usi);

describe('the draft of the form', () => {
  it('is saved at once: what a popup sends while it closes does not arrive', () => {
    typeUsi('B');
    expect(savedUsis()).toEqual(['B']);
  });

  it('waits while an earlier one is being saved, and then only the last is', async () => {
    for (const usi of ['B', 'BN', 'BNG']) typeUsi(usi);
    expect(savedUsis()).toEqual(['B']);
    saved[0]?.answer.resolve(null);
    await vi.waitUntil(() => saved.length === 2);
    expect(savedUsis()).toEqual(['B', 'BNG']);
  });

  it('is saved again after a time that it could not be', async () => {
    typeUsi('B');
    saved[0]?.answer.reject(new Error('no background'));
    await new Promise((resume) => setTimeout(resume));
    typeUsi('BN');
    expect(savedUsis()).toEqual(['B', 'BN']);
  });

  it.each([
    ['the popup closes', () => void window.dispatchEvent(new Event('pagehide'))],
    ['the form gives way to a look-up', () => form.end()],
  ])('does not wait when %s', (_when, happens) => {
    typeUsi('B');
    typeUsi('BN');
    happens();
    expect(savedUsis()).toEqual(['B', 'BN']);
  });
});
