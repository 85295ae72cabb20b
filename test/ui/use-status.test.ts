import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Status } from '../../src/messages/index.ts';
import { Problem } from '../../src/problems/index.ts';
import { type StatusSource, useStatus } from '../../src/ui/index.ts';
import { type Deferred, deferred } from '../background/support/deferred.ts';
import { type RunningHook, runHook } from '../support/hook.tsx';

const common = { environment: 'production', clock: null } as const;
const problem = { code: 'HOST_MISSING', params: {} } as const;
const NEEDS_HOST: Status = { ...common, state: 'needs-host', problem };
const VERSION: Status = { ...common, state: 'version-mismatch', problem };
const KEYSTORE: Status = { ...common, state: 'needs-keystore', problem, path: null };

/** Every question for the status, in order, each answered when the test likes. */
let questions: Deferred<Status>[];
let changed: () => void;
let source: RunningHook<StatusSource>;

beforeEach(async () => {
  questions = [];
  const send = () => {
    const question = deferred<Status>();
    questions.push(question);
    return question.promise as never;
  };
  const onStatusChanged = (listener: () => void) => {
    changed = listener;
    return () => undefined;
  };
  source = runHook({ send, onStatusChanged }, useStatus);
  await asked(1);
});

const asked = (count: number) => vi.waitUntil(() => questions.length === count);
const shown = (status: Status) => vi.waitUntil(() => source.current.status === status);
const settled = () => new Promise((resume) => setTimeout(resume, 50));

describe('the status of a page', () => {
  it('is asked for at the start and whenever the background says that it changed', async () => {
    expect(source.current).toMatchObject({ status: null, problem: null });
    questions[0]?.resolve(NEEDS_HOST);
    await shown(NEEDS_HOST);
    changed();
    await asked(2);
    questions[1]?.resolve(VERSION);
    await shown(VERSION);
  });

  it('is asked for again, not shown, when something newer was shown since it was asked for', async () => {
    source.current.accept(VERSION);
    await shown(VERSION);
    questions[0]?.resolve(NEEDS_HOST);
    await asked(2);
    expect(source.current.status).toBe(VERSION);
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
    expect(source.current.status).toBe(VERSION);
    expect(questions).toHaveLength(2);
  });

  it('has a problem when the background does not answer, until it does', async () => {
    questions[0]?.reject(new Problem('INTERNAL', { kind: 'no answer' }));
    await vi.waitUntil(() => source.current.problem?.code === 'INTERNAL');
    void source.current.refresh();
    await asked(2);
    questions[1]?.resolve(NEEDS_HOST);
    await shown(NEEDS_HOST);
    expect(source.current.problem).toBeNull();
  });

  it('has no problem for a question that was asked again meanwhile', async () => {
    changed();
    await asked(2);
    questions[0]?.reject(new Problem('INTERNAL', { kind: 'no answer' }));
    await settled();
    expect(source.current.problem).toBeNull();
    questions[1]?.resolve(NEEDS_HOST);
    await shown(NEEDS_HOST);
  });
});
