import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Docent, launchDocent, photograph } from './support/docent.ts';
import { type MarkedTab, openMarked, readHighlights } from './support/marked-page.ts';
import { serveSites, type Sites } from './support/sites.ts';

/** What is read aloud is marked in the page: with the script that readers get, in the browser's own layout. */
const filler = (from: number, count: number) => Array.from({ length: count }, (_, index) => `<p>Filler ${from + index} tells of the hive, and of the bees that live there. It goes on for one more line of text, so that it has some height.</p>`).join('');
const CARD = `<script>
  const said = document.createElement('p');
  said.append('Bees sleep in the shade, ', Object.assign(document.createElement('b'), { textContent: 'some of them bold' }), ', through long winters and short ones.');
  document.querySelector('x-words').attachShadow({ mode: 'open' }).append(said);
</script>`;
const article = (style: string) => `<!doctype html><html lang="en"><title>Bees</title><style>body { font: 18px/1.5 sans-serif; max-width: 640px } x-words { display: block } ${style}</style><body><article><h1>About bees</h1>
  <p>Bees fly far. They find <a href="#more">their <b>flowers</b></a> by scent, and <em>dance</em> about it. Then they rest.</p>
  <ul><li>One finds <a href="#x">clover</a> there.</li><li>Another finds <code>lime</code> trees. It stays.</li></ul>
  <table><tr><th>Plant</th><th>Honey</th></tr><tr><td>Clover</td><td>Much <i>of it</i> indeed</td></tr></table>
  <pre><code>let bees = 1;
bees += 1;</code></pre>
  <x-words></x-words>${CARD}
  <iframe srcdoc="<body><p>A frame of the same origin says this. It is read as well.</p></body>"></iframe>
  ${filler(1, 6)}</article>`;
const LONG = `<!doctype html><html lang="en"><title>Long</title><style>body { font: 18px/1.5 sans-serif; margin: 0 } header { position: sticky; top: 0; height: 120px; background: #ccc } #box { height: 200px; overflow: auto }</style><body>
  <header>A header that stays</header><article><h1>A long page</h1>${filler(1, 30)}<div id="box">${filler(100, 30)}</div>${filler(200, 30)}
  <p id="live">Before it <a href="#here" id="link">a link stands here</a>, <button id="button">a button too</button>, and <span style="cursor: pointer" id="hand">a hand as well</span>. After it all is quiet.</p></article>`;

let docent: Docent;
let sites: Sites;
let tab: MarkedTab;
beforeAll(async () => {
  sites = await serveSites({ '/light': article(''), '/dark': article('body { background: #111; color: #eee } a { color: #8cf }'), '/long': LONG });
  docent = await launchDocent();
});
afterAll(async () => {
  await docent.browser.close();
  await sites[Symbol.asyncDispose]();
});

describe('an article with links, bold words, a list, a table, code, a shadow root and a frame', () => {
  beforeAll(async () => void (tab = await openMarked(docent, sites.url('/light'))));
  afterAll(() => tab[Symbol.asyncDispose]());

  it('has each sentence marked, exactly, and only that; its own elements do not change', async () => {
    const markup = () => tab.page.evaluate(() => new XMLSerializer().serializeToString(document) + [...(document.querySelector('x-words')?.shadowRoot?.childNodes ?? [])].map((node) => new XMLSerializer().serializeToString(node)).join());
    const before = await markup();
    await tab.page.evaluate(() => {
      const own = new Highlight();
      CSS.highlights.set('own', own);
      document.adoptedStyleSheets = [new CSSStyleSheet()];
    });
    expect(tab.sentences.length).toBeGreaterThan(20);
    const seen = [];
    for (const sentence of tab.sentences) {
      expect(await tab.mark(sentence)).toBe('marked');
      seen.push(await readHighlights(tab.page));
    }
    // Between two cells the page has no space.
    const plain = (text = '') => text.replace(/\s+/g, '');
    expect(seen.map((one) => plain(one['docent-sentence']))).toEqual(tab.sentences.map(({ text }) => plain(text)));
    expect(seen.every((one) => Object.keys(one).sort().join() === 'docent-sentence,own')).toBe(true);
    expect(tab.sentences.map(({ text }) => text).join('\n')).toMatch(/They find their flowers by scent[^]*One finds clover there[^]*Much of it indeed[^]*bees \+= 1;[^]*some of them bold, through[^]*A frame of the same origin/);
    expect(await markup()).toBe(before);
  });

  it('has the word marked, too, in its sentence only', async () => {
    const sentence = tab.sentence('by scent');
    await tab.mark(sentence, 'off', tab.word('flowers'));
    expect(await readHighlights(tab.page)).toMatchObject({ 'docent-sentence': sentence.text, 'docent-word': 'flowers' });
    expect(await tab.reader.run('markWord', { reading: 'reading-1', word: tab.word('scent'), follow: 'off' })).toBe('marked');
    expect((await readHighlights(tab.page))['docent-word']).toBe('scent');
    expect(await tab.reader.run('markWord', { reading: 'reading-1', word: tab.word('clover'), follow: 'off' })).toBe('missing');
    await tab.mark(tab.sentence('Then they rest'));
    expect(await readHighlights(tab.page)).not.toHaveProperty('docent-word');
  });

  it('shows it: painted in the page, in the shadow root and in the frame', async () => {
    const ground = (within: string) => tab.page.evaluate((within) => {
      const [host, inner] = within.split(' >>> ');
      const outer = document.querySelector(host ?? '') as HTMLElement;
      const root = outer.shadowRoot ?? (outer as HTMLIFrameElement).contentDocument;
      const element = inner ? root?.querySelector(inner) : outer;
      return element && getComputedStyle(element, '::highlight(docent-sentence)').backgroundColor;
    }, within);
    for (const [words, place] of [['They find', 'p a'], ['some of them', 'x-words >>> b'], ['A frame', 'iframe >>> p']] as const) {
      await tab.mark(tab.sentence(words));
      expect(await ground(place)).toBe('rgb(255, 231, 154)');
    }
    await tab.mark(tab.sentence('They find'), 'go', tab.word('dance'));
    await photograph(tab.page, 'speech-marks-light');
  });

  it('is left with nothing of it', async () => {
    await tab.mark(tab.sentence('A frame'));
    await tab.mark(tab.sentence('some of them'), 'along', tab.word('some of'));
    await tab.reader.run('unmark', {});
    expect(await readHighlights(tab.page)).toEqual({ own: '' });
    const sheets = () => tab.page.evaluate(() => [document, document.querySelector('x-words')?.shadowRoot, document.querySelector('iframe')?.contentDocument].map((root) => root?.adoptedStyleSheets.length));
    expect(await sheets()).toEqual([1, 0, 0]);
    expect(await tab.mark(tab.sentence('They find'))).toBe('unknown');
  });
});

it('is light on dark where the page is', async () => {
  await using tab = await openMarked(docent, sites.url('/dark'));
  await tab.mark(tab.sentence('They find'), 'along', tab.word('dance'));
  expect(await readHighlights(tab.page)).toEqual({ 'docent-sentence-on-dark': tab.sentence('They find').text, 'docent-word-on-dark': 'dance' });
  await photograph(tab.page, 'speech-marks-dark');
  await tab.page.emulateMediaFeatures([{ name: 'forced-colors', value: 'active' } as never]);
  await photograph(tab.page, 'speech-marks-forced');
});

describe('a long page', () => {
  beforeAll(async () => {
    tab = await openMarked(docent, sites.url('/long'));
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
    await tab.page.mouse.move(300, 300);
    const scrolled = tab.page.evaluate(() => new Promise((resolve) => addEventListener('scrollend', resolve, { once: true, capture: true })));
    await tab.page.mouse.wheel({ deltaY });
    await scrolled;
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
  await using tab = await openMarked(docent, sites.url('/long'));
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

it('is gone when Docent is', async () => {
  await using tab = await openMarked(docent, sites.url('/light'));
  await tab.mark(tab.sentence('They find'));
  await tab.reload();
  await tab.page.waitForFunction(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
});
