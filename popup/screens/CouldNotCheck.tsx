import type { LookUp } from '../../src/messages/index.ts';
import { mayRetry } from '../../src/problems/index.ts';
import { Button, ProblemNote, useWords } from '../../src/ui/index.ts';
import { studentName } from '../student-words.ts';
import { useEnter } from '../use-enter.ts';
import { Band } from '../verdict/index.ts';

interface Props {
  readonly lookUp: Extract<LookUp, { state: 'failed' }>;
  readonly onRetry: () => void;
  readonly onNext: () => void;
  readonly onEdit: () => void;
}

/** No verdict, and why. Enter tries again where that can help, and goes back to the form where it cannot. */
export function CouldNotCheck({ lookUp, onRetry, onNext, onEdit }: Props) {
  const words = useWords();
  const { query, problem } = lookUp;
  const mayHelp = mayRetry(problem.code);
  useEnter(mayHelp ? onRetry : onEdit);
  return (
    <section class="verdict">
      <Band
        tone="unchecked"
        headline={words('verdictUnchecked')}
        detail={words('uncheckedStudent', { usi: query.usi, name: studentName(query) })}
      />
      <ProblemNote problem={problem} />
      <div class="actions">
        {mayHelp && (
          <Button primary onClick={onRetry}>
            {words('tryAgain')}
          </Button>
        )}
        <Button primary={!mayHelp} onClick={onEdit}>
          {words('edit')}
        </Button>
        <Button onClick={onNext}>{words('checkAnother')}</Button>
      </div>
    </section>
  );
}
