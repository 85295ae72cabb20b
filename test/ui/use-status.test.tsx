import { h, render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Status } from '../../src/messages/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { type PageApi, PageContext, type StatusSource, useStatus } from '../../src/ui/index.ts';
import { type Deferred, deferred } from '../background/support/deferred.ts';

const common = { environment: 'production', clock: null } as const;
const problem = { code: 'HOST_MISSING', params: {} } as const;
const NEEDS_HOST: Status = { ...common, state: 'needs-host', problem };
const VERSION: Status = { ...common, state: 'version-mismatch', problem };
const KEYSTORE: Status = { ...common, state: 'needs-keystore', problem, path: null };

/** Every question for the status, in order, each answered when the test likes. */
let questions: Deferred<Status>[];
let changed: () => void;
let source: StatusSource;

/** As much of an element as a component needs that draws nothing. */
function nowhere(): Element {
  return { childNodes: [], firstChild: null, namespaceURI: 'http://www.w3.org/1999/xhtml' } as never;
}

beforeEach(async () => {
  questions = [];
  const page: Partial<PageApi> = {
    send: () => {
      const question = deferred<Status>();
      questions.push(question);
      return question.promise as never;
    },
    onStatusChanged: (listener) => {
      changed = listener;
      return () => undefined;
    },
  };
  const Probe = () => {
    source = useStatus();
    return null;
  };
  render(h(PageContext.Provider, { value: page as PageApi, children: h(Probe, null) }), nowhere());
  await asked(1);
});

const asked = (count: number) => vi.waitUntil(() => questions.length === count);
const shown = (status: Status) => vi.waitUntil(() => source.status === status);
const settled = () => new Promise((resume) => setTimeout(resume, 50));

describe('the status of a page', () => {
  it('is asked for at the start and whenever the background says that it changed', async () => {
    expect(source).toMatchObject({ status: null, problem: null });
    questions[0]?.resolve(NEEDS_HOST);
    await shown(NEEDS_HOST);
    changed();
    await asked(2);
    questions[1]?.resolve(VERSION);
    await shown(VERSION);
  });

  it('is asked for again, not shown, when something newer was shown since it was asked for', async () => {
    source.accept(VERSION);
    await shown(VERSION);
    questions[0]?.resolve(NEEDS_HOST);
    await asked(2);
    expect(source.status).toBe(VERSION);
    questions[1]?.resolve(KEYSTORE);
    await shown(KEYSTORE);
  });

  it('is the last one asked for, whichever answer comes last', async () => {
    changed();
    await asked(2);
    questions[1]?.resolve(VERSION);
    await shown(VERSION);
    questions[0]?.resolve(NEEDS_HOST);
    await settled();
    expect(source.status).toBe(VERSION);
    expect(questions).toHaveLength(2);
  });

  it('has a problem when the background does not answer, until it does', async () => {
    questions[0]?.reject(new Problem('INTERNAL', { kind: 'no answer' }));
    await vi.waitUntil(() => source.problem?.code === 'INTERNAL');
    void source.refresh();
    await asked(2);
    questions[1]?.resolve(NEEDS_HOST);
    await shown(NEEDS_HOST);
    expect(source.problem).toBeNull();
  });

  it('has no problem for a question that was asked again meanwhile', async () => {
    changed();
    await asked(2);
    questions[0]?.reject(new Problem('INTERNAL', { kind: 'no answer' }));
    await settled();
    expect(source.problem).toBeNull();
    questions[1]?.resolve(NEEDS_HOST);
    await shown(NEEDS_HOST);
  });
});
