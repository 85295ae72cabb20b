import { useState } from 'preact/hooks';
import type { Settings } from '../../src/messages/index.ts';
import type { ProblemValue } from '../../src/problems/index.ts';
import { Button, problemWords, TextField, usePage, useTask, useWords } from '../../src/ui/index.ts';
import { checkOrgCode } from '../../src/usi/rules/index.ts';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly settings: Settings;
  readonly save: (change: Partial<Settings>) => Promise<void>;
}

/** The organisation's code at the Registry. */
export function Organisation({ settings, save }: Props) {
  const page = usePage();
  const words = useWords();
  const task = useTask();
  /** Null while nothing is typed that is not saved. */
  const [typed, setTyped] = useState<string | null>(null);
  const orgCode = typed ?? settings.orgCode;
  const [wrong, setWrong] = useState<ProblemValue | null>(null);

  const saveCode = () => {
    const check = checkOrgCode(orgCode);
    if (!check.ok) return setWrong(check.problem.toValue());
    void task.run(async () => {
      await save({ orgCode: check.value });
      setTyped(null);
    });
  };

  return (
    <Section title={words('sectionOrganisation')}>
      <div class="with-button">
        <TextField
          label={words('orgCodeLabel')}
          value={orgCode}
          onInput={(value) => {
            setTyped(value);
            setWrong(null);
          }}
          onKeyEvent={(event) => {
            if (event.type === 'keydown' && event.key === 'Enter') saveCode();
          }}
          look="code"
          hint={words('orgCodeHint')}
          error={wrong && problemWords(page.message, wrong).what}
        />
        <Button onClick={saveCode} busy={task.busy}>
          {words('save')}
        </Button>
      </div>
      <Outcome task={task} />
    </Section>
  );
}
