import { browserApi } from './api.ts';

/** The extension's button in the browser's toolbar. */
export interface ToolbarButton {
  /** Paths from the extension's root, by size in pixels. */
  setIcon(pathBySize: Readonly<Record<number, string>>): Promise<void>;
  setTitle(title: string): Promise<void>;
  /** Up to about four characters; empty for none. */
  setBadge(text: string, colour: string): Promise<void>;
}

export const toolbarButton: ToolbarButton = {
  setIcon: (path) => browserApi.action.setIcon({ path }),
  setTitle: (title) => browserApi.action.setTitle({ title }),
  setBadge: async (text, color) => {
    await browserApi.action.setBadgeText({ text });
    await browserApi.action.setBadgeBackgroundColor({ color });
  },
};
