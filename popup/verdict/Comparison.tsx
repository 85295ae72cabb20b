import type { ComparedField, VerificationView, VerifyQuery } from '../../src/messages/index.ts';
import { Icon, useWords } from '../../src/ui/index.ts';
import { comparedFields, FIELD_LABELS, sentValue } from '../student-words.ts';

interface Props {
  readonly query: VerifyQuery;
  readonly verification: VerificationView;
}

/** What was sent, and the Registry's own word for the USI and for each field it compared. */
export function Comparison({ query, verification }: Props) {
  const words = useWords();
  return (
    <table class="comparison">
      <caption class="unseen">{words('comparisonCaption')}</caption>
      <tbody>
        <tr>
          <th scope="row">{words('fieldUsi')}</th>
          <td class="code">{query.usi}</td>
          <td class="flag">{verification.status}</td>
        </tr>
        {comparedFields(query).map((field) => (
          <tr key={field}>
            <th scope="row">{words(FIELD_LABELS[field])}</th>
            <td>{sentValue(query, field)}</td>
            <td class="flag">
              <Flag flag={verification.flags[field]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Flag({ flag }: { readonly flag: VerificationView['flags'][ComparedField] }) {
  const words = useWords();
  if (flag === undefined) return <span class="quiet">{words('notCompared')}</span>;
  return (
    <span class={flag === 'Match' ? 'match' : 'no-match'}>
      <Icon name={flag === 'Match' ? 'tick' : 'cross'} size={0.75} />
      {flag}
    </span>
  );
}
