import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MarkedTab, openMarked } from './support/marked-page.ts';
import { LONG } from './support/speech-pages.ts';
import { useStage } from './support/stage.ts';

/** The page goes along with what is read aloud, and hears what the reader points at. */
const stage = useStage({ pages: { '/long': LONG } });

let tab: MarkedTab;

describe('a long page', () => {
  beforeAll(async () => {
    tab = await openMarked(stage.docent, stage.sites.url('/long'));
    await tab.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  });
  afterAll(() => tab[Symbol.asyncDispose]());

  /** Where the marked sentence stands: above the window, in it, or below; `covered` when the header lies over it. */
  const stand = () => tab.page.evaluate(() => {
    const [range] = CSS.highlights.get('docent-sentence') as unknown as Iterable<Range>;
    const { top, bottom } = (range as Range).getBoundingClientRect();
    if (bottom <= 0) return 'above';
    if (top >= innerHeight) return 'below';
    const box = document.getElementById('box')?.getBoundingClientRect();
    const inBox = document.getElementById('box')?.contains((range as Range).startContainer);
    if (inBox && box && (top < box.top - 1 || bottom > box.bottom + 1)) return 'out of its box';
    return top < 120 || bottom > innerHeight ? 'covered' : 'in sight';
  });
  const settle = () => tab.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  const wheel = async (deltaY: number) => {
    const from = await tab.page.evaluate(() => scrollY);
    await tab.page.mouse.move(300, 300);
    await tab.page.mouse.wheel({ deltaY });
    // Where it leads to: a `scrollend` may be that of an earlier scroll.
    await tab.page.waitForFunction((from, way) => Math.abs(scrollY - from) > way - 1, {}, from, Math.abs(deltaY));
  };
  const at = (words: string) => tab.sentence(`${words} `);

  it('scrolls along, clear of a header, into scroll boxes and out of them', async () => {
    for (const words of ['Filler 5', 'Filler 20', 'Filler 29', 'Filler 110', 'Filler 128', 'Filler 210', 'Filler 2']) {
      await tab.mark(at(words), 'along');
      expect([words, await stand()]).toEqual([words, 'in sight']);
    }
  });

  it('does not move for what is in sight, nor when the reader does not want it', async () => {
    await tab.mark(at('Filler 10'), 'go');
    const top = await tab.page.evaluate(() => scrollY);
    await tab.mark(at('Filler 11'), 'along');
    await tab.mark(at('Filler 29'), 'off');
    expect(await tab.page.evaluate(() => scrollY)).toBe(top);
  });

  it('stays where the reader has scrolled to, until the sentence is in sight again or they ask', async () => {
    await tab.mark(at('Filler 4'), 'go');
    await wheel(2_500);
    expect(await stand()).toBe('above');
    await settle();
    await tab.mark(at('Filler 5'), 'along');
    expect(await stand()).toBe('above');
    // Back to it: it is followed again.
    await wheel(-2_400);
    await settle();
    expect(await stand()).not.toBe('above');
    await tab.mark(at('Filler 25'), 'along');
    expect(await stand()).toBe('in sight');
    // Away with the keyboard, and back by a press on next.
    await tab.page.keyboard.press('Home');
    await tab.page.waitForFunction(() => scrollY === 0);
    await settle();
    await tab.mark(at('Filler 26'), 'along');
    expect(await stand()).toBe('below');
    await tab.mark(at('Filler 27'), 'go');
    expect(await stand()).toBe('in sight');
  });

  it('moves smoothly for those who do not mind, and is not mistaken for the reader', async () => {
    await tab.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }]);
    await tab.mark(at('Filler 3'), 'go');
    await tab.page.waitForFunction(() => scrollY < 400);
    await tab.mark(at('Filler 28'), 'along');
    await tab.mark(at('Filler 215'), 'along');
    await tab.page.waitForFunction(() => {
      const [range] = CSS.highlights.get('docent-sentence') as unknown as Iterable<Range>;
      const { top, bottom } = (range as Range).getBoundingClientRect();
      return top > 120 && bottom < innerHeight;
    });
    await tab.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  });

  it('tells of clicks on text, and of no other', async () => {
    const [first, after] = [tab.sentence('Before it'), tab.sentence('After it all')];
    await tab.mark(first, 'go');
    const clickOn = async (words: string, options?: { count?: number }) => {
      const point = await tab.page.evaluate((words) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = node.nodeValue?.indexOf(words) ?? -1;
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + 1);
          const { left, top, width, height } = range.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }
        throw new Error(words);
      }, words);
      await tab.page.mouse.click(point.x, point.y, options);
    };
    for (const words of ['a link stands', 'a button too', 'a hand as well']) await clickOn(words);
    await clickOn('quiet', { count: 2 });
    await tab.page.evaluate(() => getSelection()?.removeAllRanges());
    await tab.page.keyboard.down('Control');
    await clickOn('quiet');
    await tab.page.keyboard.up('Control');
    await tab.page.mouse.click(2, 150);
    await tab.page.evaluate(() => document.querySelector('p')?.click());
    await settle();
    expect(await tab.clicks()).toEqual([]);
    await clickOn('quiet');
    await expect.poll(() => tab.clicks()).toEqual([{ reading: 'reading-1', blockId: after.blockId, offset: after.start + after.text.indexOf('quiet') }]);
  });

  it('says where the reader is: what is selected, what was clicked, what is in sight', async () => {
    const place = () => tab.reader.run('findPlace', { reading: 'reading-1' });
    const selected = tab.word('Filler 12 tells of the hive');
    await tab.page.evaluate(() => {
      const p = [...document.querySelectorAll('p')].find((one) => one.textContent?.startsWith('Filler 12 ')) as HTMLElement;
      getSelection()?.setBaseAndExtent(p.firstChild as Node, 0, p.firstChild as Node, 'Filler 12 tells of the hive'.length);
    });
    const { blockId, start, end } = selected;
    expect(await place()).toEqual({ from: 'selection', start: { blockId, offset: start }, end: { blockId, offset: end } });
    await tab.page.evaluate(() => getSelection()?.removeAllRanges());
    await tab.mark(at('Filler 20'), 'go');
    const seen = await place();
    expect(seen).toMatchObject({ from: 'view' });
    const number = Number(/Filler (\d+)/.exec(tab.sentences.find((one) => seen !== 'unknown' && one.blockId === seen?.start.blockId)?.text ?? '')?.[1]);
    expect(number).toBeGreaterThan(10);
    expect(number).toBeLessThan(21);
  });

  it('listens no longer when reading is over', async () => {
    const before = (await tab.clicks()).length;
    await tab.reader.run('unmark', {});
    await tab.page.mouse.click(300, 300);
    await settle();
    expect(await tab.clicks()).toHaveLength(before);
  });
});

it('knows the place of a right click, as the context menu does not', async () => {
  await using tab = await openMarked(stage.docent, stage.sites.url('/long'));
  const [x, y] = await tab.page.evaluate(() => {
    const { left, top } = document.querySelectorAll('p')[1]?.getBoundingClientRect() as DOMRect;
    return [left + 60, top + 40] as const;
  });
  await tab.page.mouse.click(x, y, { button: 'right' });
  const place = await tab.reader.run('findPlace', { reading: 'reading-1' });
  // It was in the second line.
  const { blockId, text } = tab.sentence('Filler 2 ');
  expect(place).toMatchObject({ from: 'caret', start: { blockId } });
  expect(place !== 'unknown' && place?.start.offset).toBeGreaterThan(text.length / 2);
});
