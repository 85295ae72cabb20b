import { Icon, ProblemNote, type Task, useWords } from '../../src/ui/index.ts';

/** How saving went: `Saved`, said and shown beside what was changed, or the problem. */
export function Outcome({ task }: { readonly task: Task }) {
  const words = useWords();
  return (
    <>
      <p role="status" class="outcome small">
        {task.done && (
          <>
            <Icon name="tick" />
            {words('saved')}
          </>
        )}
      </p>
      {task.problem && <ProblemNote problem={task.problem} />}
    </>
  );
}
