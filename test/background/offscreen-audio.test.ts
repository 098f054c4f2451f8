import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { OffscreenHost } from '~/lib/background/offscreen-host';
import { serveAudio } from '~/lib/messaging/audio-messages';
import type { AudioCommand } from '~/lib/shared/audio-host';

let obeyed: string[];
let isThere: boolean;
/** One plays for all tests of this file. */
let isServed = false;
/** What the browser takes to say whether there is a document. */
let looking: Promise<void>;
const createDocument = vi.fn(async () => {
  isThere = true;
  if (!isServed) serveAudio(({ type }) => void obeyed.push(type));
  isServed = true;
});

beforeEach(() => {
  fakeBrowser.reset();
  createDocument.mockClear();
  [obeyed, isThere, looking] = [[], false, Promise.resolve()];
  Object.assign(fakeBrowser.runtime, {
    async getContexts() {
      await looking;
      return isThere ? [{}] : [];
    },
  });
  Object.assign(fakeBrowser.runtime.onConnect, { addListener: () => undefined });
  Object.assign(fakeBrowser, { offscreen: { createDocument } });
});

const add: AudioCommand = { type: 'add', clips: [] };

it('commands are obeyed in the order they were given, however long the browser looks for the document', async () => {
  const { audio } = new OffscreenHost();
  await audio.send({ type: 'set', rate: 1, volume: 1 });
  const now = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  try {
    let looked = () => {};
    looking = new Promise((resolve) => (looked = resolve));
    const sent = [audio.send({ type: 'pause' }), audio.send({ type: 'replace', clips: [] }), audio.send(add), audio.send({ type: 'stop' })];
    looked();
    await Promise.all(sent);
  } finally {
    now.mockRestore();
  }
  expect(obeyed).toEqual(['set', 'pause', 'replace', 'add', 'stop']);
});

it('a document that has just taken a command is not looked for again', async () => {
  const { audio } = new OffscreenHost();
  await audio.send({ type: 'set', rate: 1, volume: 1 });
  looking = new Promise(() => {});
  await Promise.all([audio.send({ type: 'pause' }), audio.send(add)]);
  expect(obeyed).toEqual(['set', 'pause', 'add']);
});

it('silence needs no document; whatever else is played makes one', async () => {
  const { audio } = new OffscreenHost();
  await audio.send({ type: 'pause' });
  await audio.send({ type: 'stop' });
  expect(createDocument).not.toHaveBeenCalled();
  await Promise.all([audio.send({ type: 'set', rate: 2, volume: 1 }), audio.send(add)]);
  expect(createDocument).toHaveBeenCalledOnce();
  expect(obeyed).toEqual(['set', 'add']);
});
