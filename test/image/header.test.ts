import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isAnimated } from '~/lib/image/animation';
import { recognizeFormat } from '~/lib/image/format';
import { checkSize, isRaster, readSize } from '~/lib/image/header';
import { AppError } from '~/lib/shared/app-error';
import { announceAnimation, makeAnimation, makeBmp, makeClaiming, makeIco, makeQuarters, makeTurned } from './picture-files';

const FILES = {
  jpeg: () => makeQuarters(90, 60).jpeg().toBuffer(),
  png: () => makeQuarters(90, 60).png().toBuffer(),
  gif: () => makeQuarters(90, 60).gif().toBuffer(),
  webp: () => makeQuarters(90, 60).webp().toBuffer(),
  avif: () => makeQuarters(90, 60).avif().toBuffer(),
  bmp: () => makeBmp(90, 60),
} as const;

/** What is found out about a file before it is decoded. */
function readHeader(bytes: Uint8Array) {
  const format = recognizeFormat(bytes);
  if (!format || !isRaster(format)) return { format };
  return { format, ...readSize(bytes, format), animated: isAnimated(bytes, format) };
}

describe('a picture file', () => {
  test.each(Object.entries(FILES))('is recognised by its bytes, and its size read from the header: %s', async (format, make) => {
    expect(readHeader(await make())).toEqual({ format, width: 90, height: 60, animated: false });
  });

  test('that is an icon, a lossless WebP, a progressive or turned JPEG, is, too', async () => {
    expect(readHeader(await makeIco(48))).toEqual({ format: 'ico', width: 48, height: 48, animated: false });
    expect(readHeader(await makeQuarters(90, 60).webp({ lossless: true }).toBuffer())).toMatchObject({ format: 'webp', width: 90, height: 60 });
    expect(readHeader(await makeQuarters(90, 60).jpeg({ progressive: true }).toBuffer())).toMatchObject({ format: 'jpeg', width: 90, height: 60 });
    expect(readHeader(await makeTurned(6, 90, 60))).toMatchObject({ format: 'jpeg', width: 60, height: 90 });
  });

  test.each([
    ['bare', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['after a declaration and a comment', '\ufeff<?xml version="1.0"?>\n<!-- <html> --><svg width="3">'],
    ['with a DTD', '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [ <!ENTITY a "b"> ]>\n<svg >'],
    ['with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg">'],
  ])('that is SVG is recognised: %s', (_how, text) => {
    expect(recognizeFormat(new TextEncoder().encode(text))).toBe('svg');
  });

  test.each([
    ['nothing', ''], ['HTML', '<!doctype html><title>Sign in</title><svg></svg>'], ['HTML about SVG', '<html><!-- <svg> -->'], ['words', 'Not found'], ['PDF', '%PDF-1.7'], ['one byte', '\u0000'],
    ['XML', '<?xml version="1.0"?><rss><svg/></rss>'],
  ])('that is none is not taken for one: %s', (_what, text) => {
    expect(recognizeFormat(new TextEncoder().encode(text))).toBeUndefined();
  });

  test('is animated when it has a second frame, in every format that may', async () => {
    expect(readHeader(await makeAnimation('gif'))).toMatchObject({ format: 'gif', animated: true });
    expect(readHeader(await makeAnimation('webp'))).toMatchObject({ format: 'webp', animated: true });
    expect(readHeader(announceAnimation(await FILES.png()))).toMatchObject({ format: 'png', animated: true });
    const avif = await FILES.avif();
    avif.write('avis', 8);
    expect(readHeader(avif)).toMatchObject({ format: 'avif', animated: true });
    const still = sharp(await makeAnimation('gif'), { pages: 1 });
    expect(readHeader(await still.gif({ loop: 1 }).toBuffer())).toMatchObject({ animated: false });
  });

  test.each([
    [20_000, 10_000, 'image-too-large'], [10_001, 10_000, 'image-too-large'], [10_000, 10_000, undefined], [30_000, 1_000, undefined],
    [1, 1, 'image-too-small'], [300, 7, 'image-too-small'], [8, 8, undefined], [0, 10, 'image-broken'],
  ])('whose header says %i x %i: %s', async (width, height, code) => {
    const check = async () => checkSize(readSize(await makeClaiming(width, height), 'png'));
    if (code) await expect(check()).rejects.toMatchObject({ code });
    else await check();
  });

  test.each(Object.keys(FILES) as (keyof typeof FILES)[])('that is damaged anywhere is read, or refused as broken: %s', async (format) => {
    const whole = await FILES[format]();
    const damage = fc.array(fc.tuple(fc.nat({ max: Math.min(whole.length, 600) - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(damage, fc.nat({ max: whole.length }), (changes, length) => {
      const bytes = Uint8Array.from(whole.subarray(0, length));
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
      try {
        readHeader(bytes);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(AppError);
        expect(thrown).toMatchObject({ code: 'image-broken' });
      }
    }), { numRuns: 400 });
  });

  test('cannot make reading its header take long', { timeout: 30_000 }, () => {
    const endless = new Uint8Array(50_000_000);
    endless.set([0xff, 0xd8, 0xff, 0xe0, 0, 2]);
    expect(() => readSize(endless, 'jpeg')).toThrow(AppError);
    const gif = new Uint8Array(50_000_000).fill(1);
    gif.set([...new TextEncoder().encode('GIF89a'), 9, 0, 9, 0, 0, 0, 0, 0x21, 0xfe]);
    expect(isAnimated(gif, 'gif')).toBe(false);
  });
});
