import { type ComponentType, render } from 'preact';
import { PageContext } from '../../src/ui/index.ts';
import { scriptedPage } from './scripted-page.ts';
import { STATES } from './states.ts';

/** Renders a page in the state that the address names: `popup.html?state=locked`. */
export function show(App: ComponentType): void {
  const name = new URLSearchParams(location.search).get('state') ?? '';
  const state = STATES[name];
  const root = document.getElementById('root');
  if (!state || !root) throw new Error(`The gallery has no state “${name}”.`);
  render(
    <PageContext.Provider value={scriptedPage(state)}>
      <App />
    </PageContext.Provider>,
    root,
  );
}
