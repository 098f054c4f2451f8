import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { decode, expectHalves } from './support/halves.ts';
import { composeHalves } from './support/picture-page.ts';
import { usePictureStage } from './support/picture-stage.ts';

/** What the page itself can give of its pictures. */
const stage = usePictureStage();

describe('a page with every kind of picture', () => {
  beforeEach(() => stage.open('/pictures'));

  it('gives the file itself of what the page may read, and says what it may not', async () => {
    const hash = createHash('sha256').update(await composeHalves(1_200, 900)).digest('hex');
    for (const name of ['01', '07', '11', '13', '14', '15', '16', '17', '19']) {
      const given = await stage.pixels(await stage.named(name));
      expect(given.kind, name).toBe('bytes');
      if (given.kind === 'bytes') expect(createHash('sha256').update(decode(given.dataUrl)).digest('hex'), name).toBe(hash);
    }
    expect(await stage.pixels(await stage.named('18'))).toEqual({ kind: 'closed', src: stage.sites.url('/halves.jpg', 'other.test') });
    const background = (await stage.list()).find(({ kind }) => kind === 'background');
    expect(await stage.pixels(background)).toMatchObject({ kind: 'bytes' });
  });

  it('draws a canvas, and writes a drawing out with its styles, symbols and nothing that runs', async () => {
    const canvas = await stage.pixels(await stage.named('12'));
    if (canvas.kind !== 'bytes') throw new Error(canvas.kind);
    expect(canvas).toMatchObject({ width: 300, height: 200 });
    await expectHalves(decode(canvas.dataUrl));
    const drawing = await stage.pixels(await stage.named('10'));
    if (drawing.kind !== 'svg') throw new Error(drawing.kind);
    expect(drawing).toMatchObject({ width: 300, height: 200 });
    expect(drawing.markup).not.toMatch(/script|class=/);
    await expectHalves(await sharp(Buffer.from(drawing.markup)).png().toBuffer());
  });

  it('makes thumbnails of what the page may read', async () => {
    const pictures = await stage.list();
    const drawn = await stage.reader.run('thumbnails', { ids: [...pictures.map(({ id }) => id), 'p999'], side: 96 });
    const missing = pictures.filter(({ id }) => !drawn[id]).map(({ name }) => name);
    expect(missing).toEqual(['18 of another host']);
    for (const url of Object.values(drawn)) {
      expect(url.length).toBeLessThan(20_000);
      const { format, width = 0, height = 0 } = await sharp(decode(url)).metadata();
      expect([format, Math.max(width, height) <= 96]).toEqual(['jpeg', true]);
    }
    for (const name of ['01', '10', '12']) await expectHalves(decode(drawn[(await stage.named(name)).id]), 24);
  });
});

describe('pixels that are hard to have', () => {
  it('draws what is shown of a file that is gone', async () => {
    await stage.show('<img alt="it" width="300" height="225">');
    await stage.page.evaluate(async () => {
      const image = document.querySelector('img') as HTMLImageElement;
      image.src = URL.createObjectURL(await (await fetch('/halves.jpg')).blob());
      await image.decode();
      URL.revokeObjectURL(image.src);
    });
    const given = await stage.pixels(await stage.named('it'));
    expect(given).toMatchObject({ kind: 'bytes', width: 1_200, height: 900 });
    if (given.kind === 'bytes') await expectHalves(decode(given.dataUrl));
  });

  it('gives the present frame of a video', async () => {
    await stage.show('<video aria-label="film" width="320" height="240"></video>');
    await stage.playHalves();
    const given = await stage.pixels(await stage.named('film'));
    expect(given).toMatchObject({ kind: 'bytes', width: 320, height: 240 });
    if (given.kind === 'bytes') await expectHalves(decode(given.dataUrl), 40);
  });

  it('says that a canvas is closed which holds a picture of another host, or whose drawing is gone', async () => {
    await stage.show('<canvas aria-label="tainted" width="300" height="200"></canvas><canvas aria-label="fleeting" width="300" height="200"></canvas>');
    await stage.page.evaluate(async (other) => {
      const [tainted, fleeting] = document.querySelectorAll('canvas');
      const image = Object.assign(new Image(), { src: other });
      await image.decode();
      tainted?.getContext('2d')?.drawImage(image, 0, 0);
      const gl = fleeting?.getContext('webgl');
      gl?.clearColor(1, 0, 0, 1);
      gl?.clear(gl.COLOR_BUFFER_BIT);
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, stage.sites.url('/halves.jpg', 'other.test'));
    expect(await stage.pixels(await stage.named('tainted'))).toEqual({ kind: 'closed', src: '' });
    expect(await stage.pixels(await stage.named('fleeting'))).toEqual({ kind: 'closed', src: '' });
  });

  it('does not hand over a drawing with files of another host, or with a page in it', async () => {
    const other = stage.sites.url('/halves.jpg', 'other.test');
    await stage.show(`<svg aria-label="one" role="img" width="300" height="200"><image href="${other}" width="300" height="200"/><text y="20">x</text></svg>
<svg aria-label="two" role="img" width="300" height="200"><foreignObject width="300" height="200"><p>Words</p></foreignObject></svg>
<svg aria-label="three" role="img" width="300" height="225"><image href="/halves.jpg" width="300" height="225"/><text y="20"></text></svg>`);
    expect(await stage.pixels(await stage.named('one'))).toEqual({ kind: 'closed', src: '' });
    expect(await stage.pixels(await stage.named('two'))).toEqual({ kind: 'closed', src: '' });
    const three = await stage.pixels(await stage.named('three'));
    if (three.kind !== 'svg') throw new Error(three.kind);
    await expectHalves(await sharp(Buffer.from(three.markup)).png().toBuffer());
  });
});
