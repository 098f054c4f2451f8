import type { Page } from 'puppeteer';
import type { Docent } from '../../scripts/driver/launch.ts';

/** Something that happened, in milliseconds since 1970. */
export interface Timed {
  name: string;
  time: number;
}

interface Watched {
  sounds: Timed[] | undefined;
  marks: Timed[];
  clickedAt: number;
}

/** Watches the document that plays: `playing` and `ended` of its elements, `start` and `end` of what system voices say. */
export async function watchSounds(docent: Docent): Promise<Page> {
  const target = await docent.browser.waitForTarget((found) => found.url().endsWith('/offscreen.html'));
  const document = await target.asPage();
  await document.evaluate(() => {
    const page = globalThis as unknown as Watched;
    const isWatched = page.sounds !== undefined;
    page.sounds = [];
    if (isWatched) return;
    const note = ({ type: name }: Event) => page.sounds?.push({ name, time: performance.timeOrigin + performance.now() });
    /** An element plays one file after the other: what was told of the present one. */
    const told = new WeakMap<HTMLMediaElement, { source: string; names: Set<string> }>();
    const noteOnce = (event: Event) => {
      const present = told.get(event.target as HTMLMediaElement);
      if (present && !present.names.has(event.type)) note(event);
      present?.names.add(event.type);
    };
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      // What goes round and round is the silence for the media keys.
      if (!this.loop && told.get(this)?.source !== this.src) {
        told.set(this, { source: this.src, names: new Set() });
        for (const name of ['playing', 'ended']) this.addEventListener(name, noteOnce, { capture: true });
      }
      return play.call(this);
    };
    const speak = speechSynthesis.speak.bind(speechSynthesis);
    speechSynthesis.speak = (utterance) => {
      for (const name of ['start', 'end']) utterance.addEventListener(name, note);
      speak(utterance);
    };
  });
  return document;
}

/** What has sounded since it was last asked for. */
export function takeSounds(document: Page): Promise<Timed[]> {
  return document.evaluate(() => (globalThis as unknown as Watched).sounds?.splice(0) ?? []);
}

/** How many sounds have begun or ended since `takeSounds`. */
export async function waitForSounds(document: Page, name: string, count: number, timeout: number): Promise<void> {
  await document.waitForFunction((name, count) => ((globalThis as unknown as Watched).sounds ?? []).filter((sound) => sound.name === name).length >= count, { timeout, polling: 50 }, name, count);
}

/** Notes in which frame of a page each sentence is first seen highlighted. */
export async function watchMarks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.marks = [];
    const look = () => {
      const name = [...(CSS.highlights.get('docent-sentence') ?? [])].map(String).join(' ');
      if (name && watched.marks.at(-1)?.name !== name) watched.marks.push({ name, time: performance.timeOrigin + performance.now() });
      requestAnimationFrame(look);
    };
    look();
  });
}

export function readMarks(page: Page): Promise<Timed[]> {
  return page.evaluate(() => (globalThis as unknown as Watched).marks);
}

/** Notes when the reader clicks in a window. */
export async function watchClick(window: Page): Promise<void> {
  await window.evaluate(() => addEventListener('click', ({ timeStamp }) => ((globalThis as unknown as Watched).clickedAt = performance.timeOrigin + timeStamp), { capture: true }));
}

export function readClick(window: Page): Promise<number> {
  return window.evaluate(() => (globalThis as unknown as Watched).clickedAt);
}
