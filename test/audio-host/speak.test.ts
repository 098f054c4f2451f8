import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SpokenClip } from '~/lib/audio-host/speak';

interface FakeUtterance {
  text: string;
  rate: number;
  voice?: { voiceURI: string };
  onstart(): void;
  onend(): void;
  onerror(event: { error: string }): void;
  onboundary(event: { name: string; charIndex: number; charLength: number }): void;
}

/** A system that speaks nothing by itself. */
class FakeSynthesis extends EventTarget {
  voices = [{ voiceURI: 'anna', lang: 'de-DE', localService: true }, { voiceURI: 'cloud', lang: 'en-US', localService: false }];
  readonly spoken: FakeUtterance[] = [];
  speaking = false;
  pending = false;
  cancelled = 0;
  getVoices = () => this.voices as unknown as SpeechSynthesisVoice[];
  speak(utterance: unknown): void {
    this.spoken.push(utterance as FakeUtterance);
    this.speaking = true;
  }
  cancel(): void {
    this.cancelled++;
    this.speaking = false;
  }
  get last(): FakeUtterance {
    return this.spoken.at(-1) ?? expect.unreachable('nothing was spoken');
  }
}

const TEXT = 'The lighthouse was built in 1851.';

let synthesis: FakeSynthesis;
let told: string[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('SpeechSynthesisUtterance', class {
    rate = 1;
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  });
  synthesis = new FakeSynthesis();
  told = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function speak(voice = '', rate = 1): Promise<SpokenClip> {
  const clip = new SpokenClip(synthesis, { id: 's', kind: 'system', text: TEXT, voice, lang: 'en', pause: 0 }, { rate, volume: 1 }, {
    started: () => told.push('started'),
    word: (at, length) => told.push(`word ${at} ${length}`),
    ended: () => told.push('ended'),
    failed: (error) => told.push(`failed ${error.code}`),
    interrupted: () => told.push('interrupted'),
  });
  clip.start();
  await vi.advanceTimersByTimeAsync(0);
  return clip;
}

describe('SpokenClip', () => {
  it('tells beginning, words and end, once', async () => {
    await speak();
    synthesis.last.onstart();
    synthesis.last.onboundary({ name: 'word', charIndex: 4, charLength: 10 });
    synthesis.last.onend();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual(['started', 'word 4 10', 'ended']);
    expect(synthesis.spoken).toHaveLength(1);
  });

  it('notices an end that was never told', async () => {
    await speak();
    synthesis.last.onstart();
    synthesis.speaking = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['started', 'ended']);
  });

  it('speaks a sentence again when the voice hangs, and gives up when it hangs again', async () => {
    await speak();
    synthesis.last.onstart();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(synthesis.spoken.map(({ text }) => text)).toEqual([TEXT, TEXT]);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(told).toEqual(['started', 'failed no-voices']);
    expect(synthesis.spoken).toHaveLength(2);
  });

  it('lets a slow voice speak, as long as it tells words', async () => {
    await speak();
    synthesis.last.onstart();
    for (let at = 0; at < 10; at++) {
      await vi.advanceTimersByTimeAsync(3_500);
      synthesis.last.onboundary({ name: 'word', charIndex: at, charLength: 1 });
    }
    expect(synthesis.spoken).toHaveLength(1);
  });

  it('goes on from the last word after a pause and at another speed, and from the beginning where no word was told', async () => {
    const clip = await speak();
    synthesis.last.onstart();
    clip.pause();
    expect(synthesis.cancelled).toBe(1);
    synthesis.last.onerror({ error: 'interrupted' });
    await vi.advanceTimersByTimeAsync(3_600_000);
    clip.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(synthesis.last.text).toBe(TEXT);
    synthesis.last.onstart();
    synthesis.last.onboundary({ name: 'word', charIndex: 4, charLength: 10 });
    clip.tune({ rate: 3, volume: 1 });
    await vi.advanceTimersByTimeAsync(200);
    expect(synthesis.last).toMatchObject({ text: 'lighthouse was built in 1851.', rate: 3 });
    synthesis.last.onstart();
    synthesis.last.onboundary({ name: 'word', charIndex: 11, charLength: 3 });
    synthesis.last.onend();
    expect(told).toEqual(['started', 'word 4 10', 'word 15 3', 'ended']);
  });

  it('takes a slider that moves as one change', async () => {
    const clip = await speak();
    synthesis.last.onstart();
    for (let rate = 1.1; rate < 2; rate += 0.1) {
      clip.tune({ rate, volume: 1 });
      await vi.advanceTimersByTimeAsync(30);
    }
    await vi.advanceTimersByTimeAsync(200);
    expect(synthesis.spoken).toHaveLength(2);
  });

  it('waits for voices that come late, and says so when none come', async () => {
    const { voices } = synthesis;
    synthesis.voices = [];
    await speak();
    await vi.advanceTimersByTimeAsync(3_000);
    synthesis.voices = voices;
    synthesis.dispatchEvent(new Event('voiceschanged'));
    await vi.advanceTimersByTimeAsync(0);
    expect(synthesis.spoken).toHaveLength(1);
    synthesis.voices = [];
    await speak();
    await vi.advanceTimersByTimeAsync(10_100);
    expect(told).toEqual(['failed no-voices']);
  });

  it("leaves a voice that is gone, or cannot speak, for the browser's own", async () => {
    await speak('removed');
    expect(synthesis.last.voice).toBeUndefined();
    await speak('anna');
    expect(synthesis.last.voice?.voiceURI).toBe('anna');
    synthesis.last.onerror({ error: 'voice-unavailable' });
    await vi.advanceTimersByTimeAsync(0);
    expect(synthesis.last.voice).toBeUndefined();
    synthesis.last.onerror({ error: 'synthesis-failed' });
    expect(told).toEqual(['failed no-voices']);
  });

  it('asks voices on the network for no more than they can', async () => {
    await speak('cloud', 4);
    expect(synthesis.last.rate).toBe(2);
    await speak('anna', 4);
    expect(synthesis.last.rate).toBe(4);
  });
});
