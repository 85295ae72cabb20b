import { describe, expect, it } from 'vitest';
import { refuseStrangers } from '../../background/sender.ts';
import type { Sender } from '../../src/browser/index.ts';
import { OWN } from './support/fake-browser.ts';

const { id, origin } = OWN;
const popup = { id, url: `${origin}/popup/index.html` };

const ours: [string, Sender][] = [
  ['the popup', popup],
  ['the popup, with the origin that newer browsers add', { ...popup, origin }],
  ['the options page in its tab', { id, url: `${origin}/options/index.html`, origin, frameId: 0 }],
  ['a page with a query and a fragment', { id, url: `${origin}/options/index.html?from=popup#keystore` }],
  ['the workbench', { id, url: `${origin}/workbench/index.html`, frameId: 0 }],
];

const strangers: [string, Sender][] = [
  ['nobody', {}],
  ['a sender without an address', { id }],
  ['a sender without an id', { url: popup.url }],
  [
    'another extension',
    {
      id: 'aaaabbbbccccddddeeeeffffgggghhhh',
      url: 'chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/popup/index.html',
    },
  ],
  ['another extension that names our page', { ...popup, id: 'aaaabbbbccccddddeeeeffffgggghhhh' }],
  ['a web page', { id, url: 'https://portal.example/enrol', frameId: 0 }],
  [
    'our content script in a web page',
    { id, url: 'https://portal.example/enrol', origin: 'https://portal.example', frameId: 0 },
  ],
  ['a web page with our address in its own', { id, url: `https://portal.example/?${popup.url}` }],
  ['a web page whose host begins as ours', { id, url: `${origin}.example/popup/index.html` }],
  ['our page with a foreign origin', { ...popup, origin: 'https://portal.example' }],
  ['our page with the origin of a sandbox', { ...popup, origin: 'null' }],
  ['our page in a frame of a web page', { ...popup, origin, frameId: 7 }],
  ['a file of ours that is no page for people', { id, url: `${origin}/background.js` }],
  ['a path that walks to our page', { id, url: `${origin}/x/../popup/index.html` }],
];

describe('who may command the background', () => {
  it.each(ours)('%s may', (_title, sender) => {
    expect(() => refuseStrangers(sender, OWN)).not.toThrow();
  });

  it.each(strangers)('%s may not', (_title, sender) => {
    expect(() => refuseStrangers(sender, OWN)).toThrow(expect.objectContaining({ code: 'SENDER_REFUSED' }));
  });

  it('works with Firefox’s addresses too', () => {
    const firefox = {
      id: 'usi-companion@usi-companion.au',
      origin: 'moz-extension://0f6d7d9e-2b0a-4d3a-9a57-3f6a3b8a3a11',
    };
    const sender = { id: firefox.id, url: `${firefox.origin}/popup/index.html` };
    expect(() => refuseStrangers(sender, firefox)).not.toThrow();
    expect(() => refuseStrangers(popup, firefox)).toThrow();
  });
});
