/** Where `storage.session` holds the unsent message of a thread: in memory, so of private windows, too. The background takes it from there to the disk where that may be. */
export const DRAFT_KEY = 'draft:';
