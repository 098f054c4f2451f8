import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { READER_JOBS } from '../../lib/shared/reader-jobs.ts';
import type { z } from '../../lib/shared/zod.ts';
import { expectHalves } from './support/halves.ts';
import { usePictureStage } from './support/picture-stage.ts';

/** Pictures brought into sight, to be cut out of a picture of the tab. */
const stage = usePictureStage();

describe('a page with every kind of picture', () => {
  beforeEach(() => stage.open('/pictures'));

  it.each(['14', '15', '16', '17', '18', '19'])('brings picture %s into sight, says where it is, and scrolls back', async (name) => {
    await stage.page.evaluate(() => scrollTo({ top: 120, behavior: 'instant' }));
    const stand = () => stage.page.evaluate(() => [scrollY, document.getElementById('scroller')?.scrollTop, (document.getElementById('frame') as HTMLIFrameElement).contentWindow?.scrollY]);
    const before = await stand();
    const { id } = await stage.named(name);
    const shown = await stage.reader.run('reveal', { ref: { id } });
    expect(shown?.whole).toBe(true);
    await expectHalves(await cut(shown));
    expect((await stage.named(name)).inView).toBe(true);
    await stage.reader.run('unreveal', {});
    expect(await stand()).toEqual(before);
  });
});

/** The part of a picture of the tab that a `reveal` names. */
async function cut(shown: z.output<typeof READER_JOBS.reveal.output>): Promise<Buffer> {
  if (!shown) throw new Error('It could not be shown.');
  const file = Buffer.from(await stage.page.screenshot({ captureBeyondViewport: false }));
  const { width = 0, height = 0 } = await sharp(file).metadata();
  const [across, down] = [width / shown.viewport.width, height / shown.viewport.height];
  const { rect } = shown;
  return sharp(file).extract({ left: Math.round(rect.x * across), top: Math.round(rect.y * down), width: Math.floor(rect.width * across), height: Math.floor(rect.height * down) }).png().toBuffer();
}

describe('a picture in an awkward place', () => {
  const picture = '<img id="i" alt="it" src="/halves.jpg" width="300" height="200">';
  const far = '<p style="height:1500px">Far.</p>';

  it('is shown beside a header that stays at the top', async () => {
    await stage.show(`<div style="position:fixed; top:0; left:0; right:0; height:60vh; background:#fff">Header</div>${far}${picture}${far}`);
    const shown = await stage.reader.run('reveal', { ref: { id: (await stage.named('it')).id } });
    await expectHalves(await cut(shown));
  });

  it('is seen through a transparent link over it', async () => {
    await stage.show(`${far}<div style="position:relative; width:300px">${picture}<a href="#x" style="position:absolute; inset:0"></a></div>${far}`);
    await expectHalves(await cut(await stage.reader.run('reveal', { ref: { id: (await stage.named('it')).id } })));
  });

  it.each([
    ['a box', '<div style="position:fixed; inset:0; background:#fffe"></div>'],
    ['a box in a shadow root', '<div id="host"></div>'],
  ])('is not taken for shown when %s lies over it', async (_, cover) => {
    await stage.show(`${far}${picture}${far}${cover}`);
    await stage.page.evaluate(() => document.getElementById('host')?.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('div'), { style: 'position:fixed; inset:0; background:#333' })));
    expect(await stage.reader.run('reveal', { ref: { id: (await stage.named('it')).id } })).toBeNull();
  });

  it('is found where the reader has zoomed in with two fingers', async () => {
    await stage.show(`${far}<img alt="it" src="/halves.jpg" width="200" height="100">${far}`);
    const client = await stage.page.createCDPSession();
    await client.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await stage.page.waitForFunction(() => visualViewport?.scale === 2);
    const shown = await stage.reader.run('reveal', { ref: { id: (await stage.named('it')).id } });
    expect(shown?.viewport.width).toBeCloseTo(await stage.page.evaluate(() => innerWidth / 2), 0);
    await expectHalves(await cut(shown));
  });

  it('tells when only a part of it fits the window', async () => {
    await stage.show(`${far}<img alt="it" src="/halves.jpg" width="600" height="4000">${far}`);
    const shown = await stage.reader.run('reveal', { ref: { id: (await stage.named('it')).id } });
    expect(shown?.whole).toBe(false);
    await expectHalves(await cut(shown));
  });
});
