import type { ProblemValue } from '../problems/index.ts';
import { usePage, useWords } from './context.ts';
import { problemWords } from './problem-words.ts';

interface Props {
  readonly problem: ProblemValue;
  readonly id?: string;
}

/** A problem in full: what happened, what to do next, the service's own code and words, our code. */
export function ProblemNote({ problem, id }: Props) {
  const { message } = usePage();
  const words = useWords();
  const { what, next, serviceCode, serviceWords } = problemWords(message, problem);
  return (
    <div class="problem" role="alert" id={id}>
      <p class="what">{what}</p>
      <p class="next">{next}</p>
      {(serviceCode ?? serviceWords) && (
        <div class="service-words">
          <p class="quiet">{words('problemServiceSaid')}</p>
          <blockquote>
            {serviceCode} {serviceWords}
          </blockquote>
        </div>
      )}
      <p class="problem-code">{problem.code}</p>
    </div>
  );
}
