import { useState } from 'preact/hooks';
import type { Status } from '../../src/messages/index.ts';
import type { ProblemValue } from '../../src/problems/index.ts';
import {
  Button,
  NotAffiliated,
  ProblemNote,
  problemWords,
  TextField,
  useFocusOnMount,
  usePage,
  useTask,
  useWords,
} from '../../src/ui/index.ts';
import { checkOrgCode } from '../../src/usi/rules/index.ts';
import { useEnter } from '../use-enter.ts';

interface Props {
  readonly status: Extract<Status, { state: 'needs-org-code' }>;
  readonly onSaved: () => Promise<void>;
}

/** The one setting without which nothing can be looked up is asked for where it is missed. */
export function NeedsOrgCode({ status, onSaved }: Props) {
  const page = usePage();
  const words = useWords();
  const [orgCode, setOrgCode] = useState('');
  const [wrong, setWrong] = useState<ProblemValue | null>(null);
  const { run, busy, problem } = useTask();
  const field = useFocusOnMount<HTMLInputElement>();

  const save = () => {
    const check = checkOrgCode(orgCode);
    if (!check.ok) {
      setWrong(check.problem.toValue());
      field.current?.focus();
      return;
    }
    void run(async () => {
      await page.send('saveSettings', { settings: { orgCode: check.value } });
      await onSaved();
    });
  };

  useEnter(save);

  return (
    <section class="obstacle">
      <h1>{words('needsOrgCodeTitle')}</h1>
      <p>{words('needsOrgCodeWhy', { legalName: status.credential.legalName })}</p>
      <TextField
        label={words('orgCodeLabel')}
        value={orgCode}
        onInput={(value) => {
          setOrgCode(value);
          setWrong(null);
        }}
        inputRef={field}
        look="code"
        hint={words('orgCodeHint')}
        error={wrong && problemWords(page.message, wrong).what}
      />
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <Button primary busy={busy} onClick={save}>
          {words('save')}
        </Button>
      </div>
      <NotAffiliated />
    </section>
  );
}
