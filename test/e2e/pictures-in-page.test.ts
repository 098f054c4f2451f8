import { beforeEach, describe, expect, it } from 'vitest';
import type { PagePicture } from '../../lib/shared/picture.ts';
import { MAX_SIDE, usePictureStage } from './support/picture-stage.ts';

/** Which pictures a page has: only a browser that lays pages out can show it. */
const stage = usePictureStage();

const titleOf = (picture: PagePicture | undefined) => picture?.name ?? `(${picture?.kind} ${picture?.src.split('/').at(-1)})`;

describe('a page with every kind of picture', () => {
  beforeEach(() => stage.open('/pictures'));

  it('lists what a reader would call pictures, in reading order, and leaves the page as it was', async () => {
    const before = await stage.markup();
    const pictures = await stage.list();
    expect(await stage.markup()).toBe(before);
    expect(pictures.map(titleOf)).toEqual([
      '01 photo', '02 picture', '03 set', '(image halves.jpg?camera)', '(image halves.jpg?decor)', '06 wide chart', '07 button', '(background halves.jpg)', '09 bare background',
      '10 drawing', '11 image in a drawing', '12 canvas', '13 video', '14 in a shadow root', '15 in a frame', '16 lazy', '17 lazier', '18 of another host', '19 in a scroller',
    ]);
    expect(pictures.map(({ id }) => id)).toEqual(pictures.map((_, index) => `p${index + 1}`));
    const byName = new Map(pictures.map((picture) => [titleOf(picture), picture]));
    expect(byName.get('01 photo')).toMatchObject({ kind: 'image', caption: 'The old ferry.', heading: 'Pictures of the harbour', width: 320, height: 240, naturalWidth: 1_200, naturalHeight: 900, inView: true, decorative: false });
    expect(byName.get('01 photo')?.around).toContain('The ferry leaves at noon.');
    expect(byName.get('02 picture')).toMatchObject({ src: stage.sites.url('/large.png'), naturalWidth: 1_600, heading: 'Sources' });
    expect(byName.get('03 set')?.src).toBe(stage.sites.url('/large.png'));
    expect(byName.get('(image halves.jpg?decor)')?.decorative).toBe(true);
    expect(byName.get('17 lazier')).toMatchObject({ src: stage.sites.url('/halves.jpg?lazier'), inView: false });
    expect(byName.get('15 in a frame')?.inView).toBe(false);
  });

  it('names one element by one id for as long as the document lives', async () => {
    const before = await stage.list();
    await stage.page.evaluate(() => {
      document.body.prepend(Object.assign(new Image(320, 240), { src: '/halves.jpg?new', alt: 'new' }));
      document.querySelector('[alt="01 photo"]')?.remove();
    });
    const after = await stage.list();
    expect(after[0]).toMatchObject({ name: 'new', id: 'p20' });
    expect(after.slice(1)).toMatchObject(before.slice(1).map(({ id, src }) => ({ id, src })));
    expect(await stage.reader.run('find', { ref: { id: 'p1' }, maxSide: MAX_SIDE })).toBeNull();
    expect(await stage.pixels({ id: 'p1' })).toEqual({ kind: 'gone' });
  });

  it('finds a picture by its address: the one in sight, and also one that is not listed', async () => {
    expect(await stage.reader.run('find', { ref: { src: stage.sites.url('/halves.jpg') }, maxSide: MAX_SIDE })).toMatchObject({ name: '01 photo' });
    expect(await stage.reader.run('find', { ref: { src: stage.sites.url('/large.png') }, maxSide: MAX_SIDE })).toMatchObject({ kind: 'image' });
    expect(await stage.reader.run('find', { ref: { src: stage.sites.url('/dot.gif?track') }, maxSide: MAX_SIDE })).toMatchObject({ name: 'not a tracker' });
    expect(await stage.reader.run('find', { ref: { src: stage.sites.url('/halves.jpg?frame') }, maxSide: MAX_SIDE })).toMatchObject({ name: '15 in a frame' });
    expect(await stage.reader.run('find', { ref: { src: stage.sites.url('/elsewhere.jpg') }, maxSide: MAX_SIDE })).toBeNull();
    // An id of an earlier load of the page may stand for another picture now: the address decides.
    expect(await stage.reader.run('find', { ref: { id: 'p2', src: stage.sites.url('/halves.jpg?shadow') }, maxSide: MAX_SIDE })).toMatchObject({ name: '14 in a shadow root' });
  });
});

it('lists a page of thousands of pictures, and says how many more there are', async () => {
  await stage.show(Array.from({ length: 3_100 }, (_, index) => `<figure><img loading="lazy" src="/halves.jpg?${index}" width="100" height="80"><figcaption>Number ${index}</figcaption></figure>`).join(''));
  const { pictures, more } = await stage.reader.run('list', { maxSide: MAX_SIDE });
  expect([pictures.length, more]).toEqual([3_000, 100]);
  expect(pictures[2_999]).toMatchObject({ id: 'p3000', caption: 'Number 2999' });
});
