/** What windows show of a text that is read in parts, in one chunk that is loaded for the first such run. */
export { PartsEstimate } from './parts-estimate';
export { PartsNote } from './parts-note';
export { SentParts } from './sent-parts';
