import type { OwnIdentity, Sender } from '../src/browser/index.ts';
import { Problem } from '../src/problems/index.ts';

/** The pages that may command the background. */
const OUR_PAGES = ['/popup/index.html', '/options/index.html', '/workbench/index.html'];

/**
 * Checks who sent a message before anything of the message is read: one of our own pages, at the top of its tab or
 * in the popup. A web page, a content script (even our own), another extension or a frame within a page may not command us.
 * @throws Problem SENDER_REFUSED
 */
export function refuseStrangers(sender: Sender, own: OwnIdentity): void {
  if (!isOurPage(sender, own)) throw new Problem('SENDER_REFUSED');
}

function isOurPage({ id, url, origin, frameId }: Sender, own: OwnIdentity): boolean {
  if (id !== own.id || url === undefined) return false;
  if (origin !== undefined && origin !== own.origin) return false;
  if (frameId !== undefined && frameId !== 0) return false;
  const [address] = url.split(/[?#]/, 1);
  return OUR_PAGES.some((page) => address === own.origin + page);
}
