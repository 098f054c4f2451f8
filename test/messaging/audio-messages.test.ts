import { expect, it, vi } from 'vitest';
import { AUDIO_STAY, AudioCommands, serveAudio } from '~/lib/messaging/audio-messages';
import type { AudioCommand } from '~/lib/shared/audio-host';

const PATIENCE = 10_000;
const file = new Blob(['sound'], { type: 'audio/wav' });
const command: AudioCommand = { type: 'replace', clips: [{ id: '1/a', kind: 'audio', file, pause: 5 }] };

it('a command arrives with its sound, once, however often it is sent', async () => {
  const commands = new AudioCommands();
  expect(await commands.send('one', command, 0)).toBe(false);
  const perform = vi.fn<(given: AudioCommand) => void>();
  serveAudio(perform);
  expect(await commands.send('one', command, PATIENCE)).toBe(true);
  expect(await commands.send('one', command, PATIENCE)).toBe(true);
  expect(await commands.send('two', { type: 'pause' }, PATIENCE)).toBe(true);
  expect(perform.mock.calls.map(([{ type }]) => type)).toEqual(['replace', 'pause']);
  const [given] = perform.mock.calls[0] ?? [];
  const [clip] = given?.type === 'replace' ? given.clips : [];
  expect(clip?.kind === 'audio' && (await clip.file.text())).toBe('sound');
});

it('what is no command is neither obeyed nor acknowledged', async () => {
  const perform = vi.fn<(given: AudioCommand) => void>();
  serveAudio(perform);
  const commands = new AudioCommands();
  for (const wrong of [{ type: 'replace', clips: [{ id: '1/a', kind: 'audio', file: 'data:audio/wav;base64,', pause: 0 }] }, { type: 'open' }, null]) {
    expect(await commands.send('wrong', wrong as AudioCommand, 50)).toBe(false);
  }
  expect(perform).not.toHaveBeenCalled();
});

it('who took a command stays for the next', async () => {
  const now = vi.spyOn(Date, 'now').mockReturnValue(1_000_000);
  try {
    const isExpecting = serveAudio(() => undefined);
    expect(isExpecting()).toBe(false);
    await new AudioCommands().send('one', { type: 'pause' }, PATIENCE);
    expect(isExpecting()).toBe(true);
    now.mockReturnValue(1_000_000 + AUDIO_STAY);
    expect(isExpecting()).toBe(false);
  } finally {
    now.mockRestore();
  }
});
