import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StudentDraft, VerifyQuery } from '../../src/messages/index.ts';
import { Button, useWords } from '../../src/ui/index.ts';
import type { QueryField } from '../../src/usi/rules/index.ts';
import {
  DateOfBirthField,
  draftFromLine,
  EMPTY_DRAFT,
  isStarted,
  judgeDraft,
  NameField,
  switchSingleName,
  UsiField,
  useDraft,
} from '../look-up/index.ts';
import { useEnter } from '../use-enter.ts';

/** Fields in reading order, to find the first that is wrong. */
const ORDER: readonly QueryField[] = ['usi', 'singleName', 'firstName', 'familyName', 'dateOfBirth'];

interface Props {
  readonly initial: StudentDraft;
  /** The field that has the focus at first. */
  readonly focus: QueryField;
  readonly onLookUp: (query: VerifyQuery) => void;
}

/** The student to look up. Enter in any field looks up; a pasted line fills all fields. */
export function LookUpForm({ initial, focus, onLookUp }: Props) {
  const words = useWords();
  const [draft, setDraft] = useDraft(initial);
  const [tried, setTried] = useState(false);
  const [filled, setFilled] = useState(false);
  const inputs = useRef<{ [Field in QueryField]?: HTMLInputElement | null }>({});

  const check = judgeDraft(draft, Date.now());
  const problems = tried && !check.ok ? check.problems : {};

  const lookUp = () => {
    if (check.ok) return onLookUp(check.query);
    setTried(true);
    const firstWrong = ORDER.find((field) => check.problems[field]);
    if (firstWrong) inputs.current[firstWrong]?.focus();
  };

  const clear = () => {
    setDraft(EMPTY_DRAFT);
    setTried(false);
    setFilled(false);
    inputs.current.usi?.focus();
  };

  const paste = (event: ClipboardEvent) => {
    const next = draftFromLine(draft, event.clipboardData?.getData('text/plain') ?? '', Date.now());
    if (!next) return;
    event.preventDefault();
    setDraft(next);
    setFilled(true);
  };

  useLayoutEffect(() => {
    inputs.current[focus]?.focus();
    inputs.current[focus]?.select();
  }, [focus]);

  const propsOf = (field: QueryField) => ({
    value: draft[field],
    problem: problems[field]?.toValue(),
    onInput: (value: string) => setDraft({ ...draft, [field]: value }),
    onPaste: paste,
    inputRef: (input: HTMLInputElement | null) => {
      inputs.current[field] = input;
    },
  });

  useEnter(lookUp);

  return (
    <section class="look-up">
      <h1 class="unseen">{words('lookUpTitle')}</h1>
      <UsiField {...propsOf('usi')} />
      {draft.hasSingleName ? (
        <NameField key="single" label="fieldSingleName" {...propsOf('singleName')} />
      ) : (
        <div class="names">
          <NameField key="first" label="fieldFirstName" {...propsOf('firstName')} />
          <NameField key="family" label="fieldFamilyName" {...propsOf('familyName')} />
        </div>
      )}
      <label class="choice">
        <input
          type="checkbox"
          role="switch"
          aria-checked={draft.hasSingleName}
          autocomplete="off"
          checked={draft.hasSingleName}
          onChange={(event) => setDraft(switchSingleName(draft, event.currentTarget.checked))}
        />
        {words('hasSingleName')}
      </label>
      <DateOfBirthField {...propsOf('dateOfBirth')} />
      <div class="actions">
        <Button primary onClick={lookUp}>
          {words('lookUp')}
        </Button>
      </div>
      <p class="small quiet">
        <span role="status">{words(filled ? 'lineFilled' : 'lineHint')}</span>{' '}
        {isStarted(draft) && (
          <button type="button" class="link" onClick={clear}>
            {words('clear')}
          </button>
        )}
      </p>
    </section>
  );
}
