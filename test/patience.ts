import { vi } from 'vitest';

/** Milliseconds: the limit is for what never comes, and a busy machine takes long. Vitest has no setting for it, and waits for one second. */
const PATIENCE = 60_000;

const { waitFor } = vi;
vi.waitFor = (check, options) => waitFor(check, { timeout: PATIENCE, ...(typeof options === 'object' ? options : {}) });
