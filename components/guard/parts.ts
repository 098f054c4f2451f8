/** What an answer shows of the guard, in one chunk that is loaded when there is something to show. */
export { AnswerNotes } from './answer-notes';
export { FindingsNote } from './findings-note';
export { MarkedAnswer } from './marked-answer';
export { SafetyReport } from './safety-report';
export { reportAsText } from './report-text';
