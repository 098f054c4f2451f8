import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AudioHost } from '~/lib/audio-host/audio-host';
import type { Sounding, SoundingEvents, Tuning } from '~/lib/audio-host/sounding';
import { AppError } from '~/lib/shared/app-error';
import type { AudioClip, AudioEvent } from '~/lib/shared/audio-host';

/** A clip that sounds when told, and ends when the test says so. */
class FakeSound implements Sounding {
  readonly calls: string[] = [];
  readonly on: SoundingEvents;
  constructor(on: SoundingEvents) {
    this.on = on;
  }
  start = () => void this.calls.push('start');
  pause = () => void this.calls.push('pause');
  resume = () => void this.calls.push('resume');
  tune = ({ rate, volume }: Tuning) => void this.calls.push(`tune ${rate} ${volume}`);
  stop = () => void this.calls.push('stop');
}

let sounds: Map<string, FakeSound>;
let told: string[];
let host: AudioHost;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { mediaSession: { setActionHandler: vi.fn() } });
  sounds = new Map();
  told = [];
  host = new AudioHost({
    emit: (event: AudioEvent) => told.push('id' in event ? `${event.type} ${event.id}` : 'action' in event ? `action ${event.action}` : event.type),
    open(clip, _tuning, on) {
      const sound = new FakeSound(on);
      sounds.set(clip.id, sound);
      return sound;
    },
    listVoices: async () => [],
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const clip = (id: string, pause = 0): AudioClip => ({ id, kind: 'audio', file: new Blob([id]), pause });
const add = (...ids: string[]) => host.perform({ type: 'add', clips: ids.map((id) => clip(id)) });
const sound = (id: string): FakeSound => sounds.get(id) ?? expect.unreachable(`${id} was not opened`);
const play = (id: string) => {
  sound(id).on.started();
  sound(id).on.ended();
};

describe('AudioHost', () => {
  it('plays in order, makes the next two ready once the first is heard and no more, and tells when it has run dry', () => {
    add('a', 'b', 'c', 'd');
    expect([...sounds.keys()]).toEqual(['a']);
    sound('a').on.started();
    expect([...sounds.keys()]).toEqual(['a', 'b', 'c']);
    expect(sound('b').calls).toEqual([]);
    sound('a').on.ended();
    sound('b').on.started();
    expect([...sounds.keys()]).toEqual(['a', 'b', 'c', 'd']);
    sound('b').on.ended();
    for (const id of ['c', 'd']) play(id);
    expect(told).toEqual(['a', 'b', 'c', 'd'].flatMap((id) => [`started ${id}`, `ended ${id}`]).concat('dry'));
  });

  it('takes the same command twice as once', () => {
    add('a', 'b');
    add('a', 'b', 'c');
    play('a');
    add('a', 'b', 'c');
    for (const command of ['pause', 'pause', 'resume', 'resume'] as const) host.perform({ type: command });
    expect(sound('b').calls).toEqual(['start', 'pause', 'resume']);
    play('b');
    play('c');
    expect(told.filter((event) => event.startsWith('started'))).toEqual(['started a', 'started b', 'started c']);
  });

  it('keeps silent between clips, the shorter the higher the speed, and holds that silence, too', () => {
    host.perform({ type: 'set', rate: 2, volume: 1 });
    host.perform({ type: 'replace', clips: [clip('a', 1_000), clip('b')] });
    play('a');
    vi.advanceTimersByTime(400);
    host.perform({ type: 'pause' });
    vi.advanceTimersByTime(60_000);
    expect(sound('b').calls).toEqual([]);
    host.perform({ type: 'resume' });
    vi.advanceTimersByTime(99);
    expect(sound('b').calls).toEqual([]);
    vi.advanceTimersByTime(2);
    expect(sound('b').calls).toEqual(['start']);
  });

  it('replaces what sounds and what waits, also while paused', () => {
    add('a', 'b');
    sound('a').on.started();
    host.perform({ type: 'pause' });
    host.perform({ type: 'replace', clips: [clip('x')] });
    expect(sound('a').calls).toEqual(['start', 'pause', 'stop']);
    expect(sound('b').calls).toEqual(['stop']);
    expect(sound('x').calls).toEqual(['start']);
    add('a');
    play('x');
    expect(sound('a').calls).toEqual(['start']);
  });

  it('waits at a clip that failed; going on leaves it out', () => {
    add('a', 'b');
    sound('a').on.failed(new AppError('bad-response', { reason: 'no-audio' }));
    expect(told).toEqual(['failed a']);
    add('c');
    expect(sound('b').calls).toEqual([]);
    host.perform({ type: 'resume' });
    expect(sound('b').calls).toEqual(['resume']);
    play('b');
    play('c');
    expect(told.at(-1)).toBe('dry');
  });

  it('says that it has nothing to go on with', () => {
    expect(host.isBusy).toBe(false);
    host.perform({ type: 'resume' });
    expect(told).toEqual(['dry']);
  });

  it('tells that others have paused the sound', () => {
    add('a');
    sound('a').on.interrupted();
    expect(told).toEqual(['action pause']);
    host.perform({ type: 'resume' });
    expect(sound('a').calls).toEqual(['start', 'pause', 'resume']);
  });

  it('lets one clip be heard beside the list, which stands meanwhile', () => {
    add('a', 'b');
    host.perform({ type: 'preview', clip: clip('p') });
    expect(told).toEqual(['action pause']);
    expect(sound('a').calls).toEqual(['start', 'pause']);
    host.perform({ type: 'preview', clip: clip('q') });
    expect(sound('p').calls).toEqual(['start', 'stop']);
    play('q');
    expect(told).toEqual(['action pause', 'started q', 'ended q']);
    host.perform({ type: 'resume' });
    expect(sound('a').calls).toEqual(['start', 'pause', 'resume']);
  });

  it('needs its document from the first clip until it is stopped, also while paused or waiting for more', () => {
    add('a');
    expect(host.isBusy).toBe(true);
    play('a');
    expect(host.isBusy).toBe(true);
    vi.stubGlobal('navigator', { mediaSession: {} });
    host.perform({ type: 'stop' });
    expect(host.isBusy).toBe(false);
    expect(sound('a').calls.at(-1)).toBe('stop');
  });
});
