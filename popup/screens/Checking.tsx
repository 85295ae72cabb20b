import type { LookUp } from '../../src/messages/index.ts';
import { useElapsedSeconds, useFocusOnMount, useWords } from '../../src/ui/index.ts';
import { studentName } from '../student-words.ts';

/** A shorter wait needs no count. */
const SHOW_SECONDS_FROM = 3;

interface Props {
  readonly lookUp: Extract<LookUp, { state: 'running' }>;
}

/** The look-up is on its way. */
export function Checking({ lookUp }: Props) {
  const words = useWords();
  const seconds = useElapsedSeconds(lookUp.startedAt);
  const heading = useFocusOnMount<HTMLHeadingElement>();
  return (
    <section class="checking" aria-busy="true">
      <div class="spinner" />
      <div role="status">
        <h1 ref={heading} tabIndex={-1}>
          {words('checkingTitle')}
        </h1>
      </div>
      <p>
        <span class="code">{lookUp.query.usi}</span> {studentName(lookUp.query)}
      </p>
      <p class="small quiet elapsed">
        {seconds >= SHOW_SECONDS_FROM && words('checkingSeconds', { seconds })}
      </p>
    </section>
  );
}
