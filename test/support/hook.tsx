import { render } from 'preact';
import { type PageApi, PageContext } from '../../src/ui/index.ts';

export interface RunningHook<Value> {
  /** What the hook gave when it was last called. */
  readonly current: Value;
  /** Lets its component go away. */
  end(): void;
}

/** Runs a hook in a component that draws nothing, so that no document is needed. Effects come some milliseconds later. */
export function runHook<Value>(page: Partial<PageApi>, useHook: () => Value): RunningHook<Value> {
  const values: Value[] = [];
  const Probe = () => {
    values.push(useHook());
    return null;
  };
  // As much of an element as preact looks at when there is nothing to draw.
  const root: object = { childNodes: [], firstChild: null, namespaceURI: 'http://www.w3.org/1999/xhtml' };
  render(
    <PageContext.Provider value={page as PageApi}>
      <Probe />
    </PageContext.Provider>,
    root as Element,
  );
  return {
    get current() {
      const [latest] = values.slice(-1);
      if (latest === undefined) throw new Error('The hook has given nothing yet.');
      return latest;
    },
    end: () => render(null, root as Element),
  };
}
