/** What cuts an answer into sentences to be heard, in one chunk that is loaded when the first answer grows. */
export { MarkdownSentences } from '~/lib/shared/markdown-sentences';
export { stripMarks } from '~/lib/shared/source-marks';
