/** Parts of the verdict screen: the band, the compared fields, what to try next, the text to copy. */
export { Band, type Tone } from './Band.tsx';
export { Comparison } from './Comparison.tsx';
export { copyText } from './copy-text.ts';
export { tipsFor } from './tips.ts';
export { type VerdictWords, verdictWords } from './verdict-words.ts';
