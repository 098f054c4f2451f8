import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PagePicture, PictureRef } from '../../lib/shared/picture.ts';
import { READER_GLOBAL } from '../../lib/shared/reader-jobs.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { decode, expectHalves } from './support/halves.ts';
import { hideProperties } from './support/hidden-properties.ts';
import { composePictureSite } from './support/picture-page.ts';
import { inSidebar, openSidebar, waitInSidebar } from './support/sidebar.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

/** Firefox keeps content scripts and pages further apart than Chromium does: what the reader script reads there. */
describe.skipIf(!firefoxPath)('pictures in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;

  beforeAll(async () => {
    const pages = await composePictureSite();
    pages['/hidden'] = `<!doctype html><html lang="en"><title>Harbour</title><body><h1>Harbour</h1><img alt="a ferry" src="/halves.jpg" width="320" height="240">
<div title="a quay" style="background: url(/large.png) no-repeat; width: 400px; height: 200px"></div><script>(${String(hideProperties)})('img')</script>`;
    sites = await serveSites(pages);
    firefox = await launchFirefox();
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/pictures', '127.0.0.1') });
    await openSidebar(firefox);
  });
  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await sites[Symbol.asyncDispose]();
  });

  /** Does a job in the page beside the sidebar, with the sidebar's own means. */
  async function run<T>(name: string, input: unknown): Promise<T> {
    const code = `(async () => {
      const [{ id: tabId }] = await browser.tabs.query({ active: true, currentWindow: true });
      await browser.scripting.executeScript({ target: { tabId }, files: ['/reader.js'] });
      const func = (global, name, input) => globalThis[global](name, input);
      const [{ result }] = await browser.scripting.executeScript({ target: { tabId }, func, args: ${JSON.stringify([READER_GLOBAL, name, input])} });
      page.docentTest = JSON.stringify(result ?? null);
    })().catch((error) => { page.docentTest = JSON.stringify({ threw: String(error) }); })`;
    await inSidebar(firefox, `(() => {
      const page = content.wrappedJSObject;
      page.docentTest = '';
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      Object.assign(sandbox, { browser: page.browser, page });
      Cu.evalInSandbox(${JSON.stringify(code)}, sandbox);
      return true;
    })()`);
    await waitInSidebar(firefox, `content.wrappedJSObject.docentTest !== ''`);
    return JSON.parse(await inSidebar<string>(firefox, 'content.wrappedJSObject.docentTest')) as T;
  }

  const list = async () => (await run<{ pictures: PagePicture[] }>('list', { maxSide: 1_536 })).pictures;
  const named = (pictures: PagePicture[], name: string): PictureRef => ({ id: pictures.find((picture) => picture.name?.startsWith(name))?.id });

  it('are listed as in Chromium', async () => {
    // The other host cannot be reached from here, and a broken picture is no picture.
    expect((await list()).map(({ name, kind }) => name?.slice(0, 2) ?? kind)).toEqual(['01', '02', '03', 'image', 'image', '06', '07', 'background', '09', '10', '11', '12', '13', '14', '15', '16', '17', '19']);
  });

  it('are read: files as they are, a canvas drawn', async () => {
    const pictures = await list();
    for (const name of ['01', '07', '12', '13', '14', '15', '17', '19']) {
      const given = await run<{ kind: string; dataUrl: string }>('pixels', { ref: named(pictures, name), maxSide: 1_536 });
      expect(given.kind, name).toBe('bytes');
      await expectHalves(decode(given.dataUrl));
    }
    expect(await run('pixels', { ref: named(pictures, '10'), maxSide: 1_536 })).toMatchObject({ kind: 'svg', width: 300, height: 200 });
  });

  it('come into sight, are described, and the page is as before', async () => {
    const pictures = await list();
    expect(await run('reveal', { ref: named(pictures, '15') })).toMatchObject({ whole: true });
    await run('unreveal', {});
    expect(await run('describe', { entries: pictures.map(({ id }) => ({ ref: { id }, text: 'Boats' })), mark: 'AI' })).toEqual({ added: pictures.length });
    expect((await list()).every(({ added }) => added === 'Boats')).toBe(true);
    await run('undescribe', {});
    expect(await list()).toMatchObject(pictures.map(({ id, src }) => ({ id, src })));
    expect((await list()).some(({ added }) => added)).toBe(false);
  });

  it('are found and described though elements hide the properties of their document', async () => {
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url('/hidden', '127.0.0.1') });
    const pictures = await list();
    expect(pictures).toMatchObject([{ name: 'a ferry', heading: 'Harbour', inView: true }, { name: 'a quay', inView: true }]);
    for (const { id } of pictures) {
      expect(await run('reveal', { ref: { id } })).toMatchObject({ whole: true });
      expect(await run('pixels', { ref: { id }, maxSide: 1_536 })).toMatchObject({ kind: 'bytes' });
    }
    expect(await run('describe', { entries: pictures.map(({ id }) => ({ ref: { id }, text: 'Boats' })), mark: 'AI' })).toEqual({ added: 2 });
    await run('undescribe', {});
    expect((await list()).map(({ name }) => name)).toEqual(['a ferry', 'a quay']);
  });
});
