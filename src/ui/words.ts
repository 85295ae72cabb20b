import type messages from '../../_locales/en/messages.json';

/** A key of `_locales`; a key that does not exist does not compile. */
export type WordKey = keyof typeof messages;

export type WordParams = Readonly<Record<string, string | number>>;

/** The words of a key, with every `{name}` replaced by the param of that name. */
export type Words = (key: WordKey, params?: WordParams) => string;

/** Replaces every `{name}` by the param of that name; a name without a param stays as it is. */
export function fill(template: string, params: WordParams): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}

/** @param message the browser's look-up of a key, see {@link PageApi.message} */
export function wordsFrom(message: (key: string) => string): Words {
  return (key, params = {}) => fill(message(key), params);
}
