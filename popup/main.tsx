/** The popup: quick look-up, one state, one screen. App.tsx frames it, screens/ holds one file a screen. */
import { render } from 'preact';
import { page } from '../src/browser/index.ts';
import { PageContext } from '../src/ui/index.ts';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (root) {
  render(
    <PageContext.Provider value={page}>
      <App />
    </PageContext.Provider>,
    root,
  );
}
