import { useEffect, useRef, useState } from 'preact/hooks';
import type { Status } from '../../src/messages/index.ts';
import { Problem, type ProblemValue } from '../../src/problems/index.ts';
import {
  Button,
  IconButton,
  ProblemNote,
  problemWords,
  TextField,
  useAnnounce,
  useFocusOnMount,
  usePage,
  useWords,
} from '../../src/ui/index.ts';
import { useEnter } from '../use-enter.ts';

interface Props {
  readonly status: Extract<Status, { state: 'locked' }>;
  readonly onUnlocked: (status: Status) => void;
}

/** Asks for the keystore password. It lives in this component's state until it is sent, and nowhere else. */
export function Locked({ status, onUnlocked }: Props) {
  const page = usePage();
  const words = useWords();
  const announce = useAnnounce();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemValue | null>(null);
  const field = useFocusOnMount<HTMLInputElement>();
  const refused = useRef('');

  const unlock = async (attempt: string) => {
    if (busy || attempt === '') return;
    setBusy(true);
    setProblem(null);
    try {
      onUnlocked(await page.send('unlock', { password: attempt }));
    } catch (thrown) {
      refused.current = attempt;
      setProblem(Problem.from(thrown).toValue());
      setBusy(false);
    }
  };

  useEffect(() => {
    if (problem) field.current?.select();
  }, [problem, field]);

  const isWrong = problem?.code === 'PASSWORD_WRONG' && password === refused.current;
  const wrong = isWrong ? problemWords(page.message, problem) : null;
  const heard = wrong ? `${wrong.what} ${wrong.next}` : '';
  useEffect(() => announce(heard), [announce, heard]);

  const tryWithoutSpaces = () => {
    setPassword(password.trim());
    void unlock(password.trim());
  };

  useEnter(() => void unlock(password));

  return (
    <section class="locked stack">
      <h1>{words('lockedTitle')}</h1>
      <p>{words('lockedWhy', { name: status.credential.name })}</p>
      {status.workWaiting && <p class="small quiet">{words('lockedWorkWaiting')}</p>}
      <TextField
        label={words('password')}
        concealed={!shown}
        value={password}
        readOnly={busy}
        onInput={setPassword}
        onKeyEvent={(event) => setCapsLock(event.getModifierState('CapsLock'))}
        inputRef={field}
        look={shown ? 'code' : ''}
        hint={capsLock ? words('capsLockOn') : undefined}
        error={wrong?.what}
        end={
          <IconButton
            icon={shown ? 'hide' : 'show'}
            label={words('showPassword')}
            pressed={shown}
            onClick={() => setShown(!shown)}
          />
        }
      />
      {wrong && (
        <div class="stack small">
          <p>{wrong.next}</p>
          {capsLock && <p>{words('capsLockOn')}</p>}
          {hasOuterSpace(password) && (
            <p>
              {words('passwordHasSpaces')}{' '}
              <button type="button" class="link" onClick={tryWithoutSpaces}>
                {words('passwordWithoutSpaces')}
              </button>
            </p>
          )}
        </div>
      )}
      {problem && problem.code !== 'PASSWORD_WRONG' && <ProblemNote problem={problem} />}
      <div class="actions">
        <Button primary busy={busy} onClick={() => void unlock(password)}>
          {words(busy ? 'unlocking' : 'unlock')}
        </Button>
      </div>
    </section>
  );
}

/** Never taken off unasked: a password may begin or end with a space. */
function hasOuterSpace(password: string): boolean {
  return password.trim() !== '' && password.trim() !== password;
}
