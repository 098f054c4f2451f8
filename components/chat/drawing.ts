/** What draws answers, in one chunk that is loaded when there is something to draw. */
export { CitedAnswer } from '../sources/cited-answer';
export { copyWithSources } from '../sources/copy-answer';
export { Markdown } from './markdown/markdown';
