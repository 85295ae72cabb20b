import type { Handler } from './handler.ts';

export const readSettings: Handler<'readSettings'> = (_input, { settings }) => settings.read();
