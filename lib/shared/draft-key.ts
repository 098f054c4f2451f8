/** Where `storage.session`, which is in memory, holds the unsent message of a thread. The background takes it from there to the disk where that may be. */
export const DRAFT_KEY = 'draft:';

/** Where it holds what was written in a private window: the background never reads it, so it gets nowhere else. */
export const PRIVATE_DRAFT_KEY = 'privateDraft:';
