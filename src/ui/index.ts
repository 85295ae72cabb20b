/** What the pages share: their surroundings, words and dates, hooks, and components. The styles start at ui.css. */

export { Announcements, useAnnounce } from './Announcements.tsx';
export { formatAbn } from './abn.ts';
export { Button, IconButton } from './Button.tsx';
export { PageContext, usePage, useWords } from './context.ts';
export { credentialStateWords } from './credential-words.ts';
export { formatDay, formatDayAndTime, formatNumericTime } from './dates.ts';
export { Icon, type IconName } from './Icon.tsx';
export { ClockNotice, EnvironmentBanner, NotAffiliated } from './Notices.tsx';
export { ProblemNote } from './ProblemNote.tsx';
export type { PageApi } from './page-api.ts';
export { problemWords } from './problem-words.ts';
export { TextField } from './TextField.tsx';
export { useElapsedSeconds } from './use-elapsed.ts';
export { useFocusOnMount } from './use-focus.ts';
export { type StatusSource, useStatus } from './use-status.ts';
export { type Task, useTask } from './use-task.ts';
export { fill, type WordKey, type Words, wordsFrom } from './words.ts';
