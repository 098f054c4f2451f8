import { beforeEach, vi } from 'vitest';
import { FakeBackground } from './fake-background';
import { useMessages } from './use-messages';

/** The background that a test's windows call and watch; a new one for each test. Import this before the windows. */
export let background: FakeBackground;

vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));
vi.mock('~/lib/messaging/watch', () => ({ watchThread: (...asked: [never, never, never]) => background.watchThread(...asked) }));
vi.mock('~/lib/messaging/watch-player', () => ({ watchPlayer: (...asked: [never, never]) => background.watchPlayer(...asked) }));

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});
