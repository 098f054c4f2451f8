import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Mixer } from '~/lib/audio-host/mixer';

class FakeContext extends EventTarget {
  static all: FakeContext[] = [];
  state = 'suspended';
  currentTime = 0;
  destination = {};
  readonly connected = new Set<object>();
  readonly sources: object[] = [];
  constructor() {
    super();
    FakeContext.all.push(this);
  }
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
  resume = async () => this.become('running');
  suspend = async () => this.become('suspended');
  close = async () => this.become('closed');
  createMediaElementSource(element: object) {
    // As browsers do: an element has one source, for good.
    if (this.sources.includes(element)) throw new DOMException('already connected', 'InvalidStateError');
    this.sources.push(element);
    return { connect: () => this.connected.add(element), disconnect: () => this.connected.delete(element) };
  }
}

const element = (paused = false) => ({ paused, ended: false }) as HTMLAudioElement;
const seconds = (count: number) => vi.advanceTimersByTime(count * 1_000);
const context = (index = 0): FakeContext => FakeContext.all[index] ?? expect.unreachable('no output was opened');
let mixer: Mixer;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('AudioContext', FakeContext);
  FakeContext.all = [];
  mixer = new Mixer();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The output runs for so long. */
function play(count: number): void {
  for (let second = 0; second < count; second++) {
    context().currentTime += 1;
    seconds(1);
  }
}

describe('the output of all sounds', () => {
  it('takes elements while it runs, and lets go of them', () => {
    const sound = element();
    expect(mixer.take(sound, vi.fn())).toBeUndefined();
    mixer.wake();
    const release = mixer.take(sound, vi.fn());
    expect(context().connected).toEqual(new Set([sound]));
    release?.();
    expect(context().connected.size).toBe(0);
    expect(FakeContext.all).toHaveLength(1);
  });

  it('uses those again that were given back, and no other', () => {
    mixer.wake();
    const [first, second] = [element(), element()];
    const release = mixer.take(first, vi.fn());
    mixer.take(second, vi.fn());
    expect(mixer.reuse()).toBeUndefined();
    release?.();
    expect(mixer.reuse()).toBe(first);
    mixer.take(first, vi.fn());
    expect(mixer.reuse()).toBeUndefined();
    expect(context().connected).toEqual(new Set([first, second]));
  });

  it('closes when nothing is taken, and with it go those that were', () => {
    mixer.wake();
    mixer.take(element(), vi.fn())?.();
    play(5);
    expect(mixer.reuse()).toBeDefined();
    play(60);
    expect(context().state).toBe('closed');
    mixer.wake();
    expect(context(1).state).toBe('running');
    expect(mixer.reuse()).toBeUndefined();
    expect(mixer.take(element(), vi.fn())).toBeDefined();
  });

  it('rests while nothing sounds, with what it has taken, and wakes again', () => {
    mixer.wake();
    const sound = element(true);
    const onLost = vi.fn();
    mixer.take(sound, onLost);
    play(60);
    expect(context().state).toBe('suspended');
    expect(onLost).not.toHaveBeenCalled();
    mixer.wake();
    expect(context().state).toBe('running');
    expect(context().connected).toEqual(new Set([sound]));
  });

  it('goes on while something sounds, however long', () => {
    mixer.wake();
    const onLost = vi.fn();
    mixer.take(element(), onLost);
    play(600);
    expect(context().state).toBe('running');
    expect(onLost).not.toHaveBeenCalled();
  });

  it.each([
    ['breaks', () => context().dispatchEvent(new Event('error'))],
    ['is stopped by the browser', () => context().become('interrupted')],
    ['stands still without a word', () => seconds(5)],
  ])('tells when it %s, once, and another one is opened for what comes', (_, breakDown) => {
    mixer.wake();
    const onLost = vi.fn();
    mixer.take(element(), onLost);
    play(3);
    breakDown();
    seconds(60);
    expect(onLost).toHaveBeenCalledOnce();
    expect(context().state).toBe('closed');
    mixer.wake();
    expect(mixer.reuse()).toBeUndefined();
    expect(mixer.take(element(), vi.fn())).toBeDefined();
    expect(context(1).connected.size).toBe(1);
  });
});
