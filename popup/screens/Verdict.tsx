import type { EnvironmentName, LookUp } from '../../src/messages/index.ts';
import { Button, formatDayAndTime, useAnnounce, usePage, useTask, useWords } from '../../src/ui/index.ts';
import { useEnter } from '../use-enter.ts';
import { Band, Comparison, copyText, tipsFor, verdictWords } from '../verdict/index.ts';

interface Props {
  readonly lookUp: Extract<LookUp, { state: 'answered' }>;
  readonly environment: EnvironmentName;
  readonly orgCode: string;
  readonly onNext: () => void;
  readonly onEdit: () => void;
}

/** The Registry's answer. Enter goes on to the next student. */
export function Verdict({ lookUp, environment, orgCode, onNext, onEdit }: Props) {
  const page = usePage();
  const words = useWords();
  const announce = useAnnounce();
  const copying = useTask();
  useEnter(onNext);

  const { query, verification, finishedAt, ms } = lookUp;
  const { headline, differing } = verdictWords(words, verification);
  const tips = tipsFor(words, lookUp);
  const copy = () =>
    copying.run(async () => {
      await page.copyText(copyText(words, lookUp, environment, orgCode));
      announce(words('copied'));
    });

  return (
    <section class="verdict">
      <Band
        tone={verification.verdict}
        headline={headline}
        detail={differing || words('registryStatus', { status: verification.status })}
      />
      <Comparison query={query} verification={verification} />
      {tips.length > 0 && (
        <ul class="tips small" aria-label={words('tipsTitle')}>
          {tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      )}
      <p class="small quiet">
        {words('checkedAt', { time: formatDayAndTime(finishedAt), seconds: (ms / 1000).toFixed(1) })}
      </p>
      <div class="actions">
        <Button primary onClick={onNext}>
          {words('checkAnother')}
        </Button>
        <Button onClick={onEdit}>{words('editAndCheckAgain')}</Button>
        <Button icon={copying.done ? 'tick' : 'copy'} busy={copying.busy} onClick={() => void copy()}>
          {words(copying.done ? 'copied' : 'copyResult')}
        </Button>
      </div>
    </section>
  );
}
