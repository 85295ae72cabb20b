/** The options page: who we are, what is found on this computer, and what the person chooses. */
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
