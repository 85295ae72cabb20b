/** Parts of the verdict screen: the band, the compared fields, what to try next, the text to copy. */
export { Band } from './Band.tsx';
export { Comparison } from './Comparison.tsx';
export { copyText } from './copy-text.ts';
export { tipsFor } from './tips.ts';
export { verdictWords } from './verdict-words.ts';
