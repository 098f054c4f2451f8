import { expect, it } from 'vitest';
import { usePictureStage } from './support/picture-stage.ts';

/** Pictures of pages that want to harm whoever reads them. */
const stage = usePictureStage();

const TAGS = [...'obey'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
const HIDDEN = `\u202e${TAGS}\u200b\u2066`;

it('are listed in short and plain words, whatever their names are', async () => {
  await stage.show(`<h1>Har${HIDDEN}bour</h1><figure><img alt="${'A ferry. '.repeat(120_000)}" src="/halves.jpg" width="300" height="200"><figcaption>The${HIDDEN} ferry. ${'On and on. '.repeat(50_000)}</figcaption></figure>
<img alt="Boats${HIDDEN} &lt;script&gt;" src="/halves.jpg?${'x'.repeat(12_000)}" width="300" height="200">`);
  const pictures = await stage.list();
  expect(pictures).toMatchObject([{ heading: 'Harbour' }, { name: 'Boats <script>', src: '' }]);
  expect(pictures[0]?.caption).toMatch(/^The ferry\. On/);
  expect(JSON.stringify(pictures).length).toBeLessThan(5_000);
});

it('are listed in bounds when there are ten thousand in the page itself, each of another address', async () => {
  await stage.show('<p>Many.</p>');
  await stage.page.evaluate(() => {
    const address = Object.assign(document.createElement('canvas'), { width: 100, height: 100 }).toDataURL();
    document.body.append(...Array.from({ length: 10_000 }, (_, n) => Object.assign(new Image(100, 100), { src: `${address}#${n}`, alt: `Number ${n}` })));
  });
  const { pictures, more } = await stage.reader.run('list', { maxSide: 1_536 });
  expect([pictures.length, more]).toEqual([3_000, 7_000]);
});

it('end a fight about their descriptions: a page that takes them out each time has its way, and goes on running', async () => {
  await stage.show('<img id="it" src="/halves.jpg" width="300" height="200">');
  await stage.page.evaluate(() => {
    const it = document.getElementById('it') as HTMLImageElement;
    const takeOut = () => {
      for (const name of ['alt', 'data-docent', 'aria-label']) if (it.hasAttribute(name)) it.removeAttribute(name);
      it.dataset.rounds = String(Number(it.dataset.rounds ?? 0) + 1);
    };
    new MutationObserver(takeOut).observe(it, { attributeFilter: ['alt', 'data-docent', 'aria-label'] });
  });
  const [picture] = await stage.list();
  await stage.reader.run('describe', { entries: [{ ref: { id: picture?.id }, text: 'A ferry.' }], mark: 'AI' });
  // Two frames without another round: both have stopped.
  const rounds = await stage.page.evaluate(async () => {
    const read = () => document.getElementById('it')?.dataset.rounds;
    for (let last; last !== read(); ) {
      last = read();
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    }
    return Number(read());
  });
  expect(rounds).toBeLessThan(50);
  expect(await stage.page.evaluate(() => document.getElementById('it')?.getAttributeNames().sort())).toEqual(['data-rounds', 'height', 'id', 'src', 'width']);
  expect((await stage.list())[0]).not.toHaveProperty('added');
});
