/** Where `storage.session` holds the unsent message of a thread: in memory, so of private windows, too. */
export const DRAFT_KEY = 'draft:';
