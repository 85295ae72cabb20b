import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LookUp, Status, StudentDraft, VerifyQuery } from '../src/messages/index.ts';
import { Problem } from '../src/problems/index.ts';
import { type StatusSource, usePage } from '../src/ui/index.ts';
import type { QueryField } from '../src/usi/rules/index.ts';
import { draftOf, EMPTY_DRAFT } from './look-up/index.ts';
import { Checking, CouldNotCheck, LookUpForm, Verdict } from './screens/index.ts';

interface Props {
  readonly status: Extract<Status, { state: 'unlocked' }>;
  readonly source: StatusSource;
}

/** Unlocked: form, checking, verdict or problem, and the ways between them. */
export function LookUpDesk({ status, source }: Props) {
  const page = usePage();
  const { accept, refresh, patchUnlocked } = source;
  const asking = useRef(false);
  const [focus, setFocus] = useState<QueryField>('usi');
  const { lookUp } = status;

  const take = useCallback(
    async (request: Promise<LookUp | null>, whenItFails: (problem: Problem) => LookUp | null) => {
      asking.current = true;
      try {
        const answer = await request;
        if (answer) patchUnlocked({ lookUp: answer });
        else await refresh();
      } catch (thrown) {
        // What is no Problem never came from the background: it ended before it answered.
        const problem = thrown instanceof Problem ? thrown : new Problem('LOOK_UP_INTERRUPTED', {}, thrown);
        const failed = whenItFails(problem);
        await refresh();
        if (failed) patchUnlocked({ lookUp: failed });
      } finally {
        asking.current = false;
      }
    },
    [patchUnlocked, refresh],
  );

  const verify = (query: VerifyQuery) => {
    if (asking.current) return;
    patchUnlocked({ lookUp: { state: 'running', query, startedAt: Date.now() } });
    void take(page.send('verify', { student: query }), (problem) => ({
      state: 'failed',
      query,
      problem: problem.toValue(),
      finishedAt: Date.now(),
    }));
  };

  // A look-up that began before this popup was opened.
  useEffect(() => {
    if (lookUp?.state === 'running' && !asking.current) void take(page.send('awaitLookUp', {}), () => null);
  }, [lookUp, page, take]);

  const next = async () => {
    setFocus('usi');
    patchUnlocked({ lookUp: null, draft: null });
    accept(await page.send('clearLookUp', {}));
  };

  const edit = async (query: VerifyQuery, field: QueryField = 'usi') => {
    setFocus(field);
    const draft: StudentDraft = draftOf(query);
    patchUnlocked({ lookUp: null, draft });
    await page.send('clearLookUp', {});
    await page.send('saveDraft', { draft });
  };

  const choices = (query: VerifyQuery, field?: QueryField) => ({
    onNext: () => void next().catch(refresh),
    onEdit: () => void edit(query, field).catch(refresh),
  });

  switch (lookUp?.state) {
    case undefined:
      return <LookUpForm initial={status.draft ?? EMPTY_DRAFT} focus={focus} onLookUp={verify} />;
    case 'running':
      return <Checking lookUp={lookUp} />;
    case 'answered':
      return (
        <Verdict
          lookUp={lookUp}
          environment={status.environment}
          orgCode={status.orgCode}
          {...choices(lookUp.query, lookUp.verification.differs[0])}
        />
      );
    case 'failed':
      return (
        <CouldNotCheck lookUp={lookUp} onRetry={() => verify(lookUp.query)} {...choices(lookUp.query)} />
      );
  }
}
