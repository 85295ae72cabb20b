import type { HostFindings } from '../../src/messages/index.ts';
import { Button, Icon, ProblemNote, useWords } from '../../src/ui/index.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly findings: HostFindings | null;
  readonly onCheckAgain: () => Promise<void>;
  readonly busy: boolean;
}

/** Whether the host is installed and answers. */
export function Computer({ findings, onCheckAgain, busy }: Props) {
  const words = useWords();
  return (
    <Section title={words('sectionComputer')}>
      <p class="quiet">{words('needsHostWhy')}</p>
      {findings &&
        ('version' in findings.host ? (
          <p class="good">
            <Icon name="tick" />
            {words('hostVersion', { version: findings.host.version })}
          </p>
        ) : (
          <ProblemNote problem={findings.host.problem} />
        ))}
      <div>
        <Button busy={busy} onClick={() => void onCheckAgain()}>
          {words(busy ? 'checkingAgain' : 'checkAgain')}
        </Button>
      </div>
    </Section>
  );
}
