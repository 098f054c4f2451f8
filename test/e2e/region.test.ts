import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { findChooser, prepareChooser, readStatus, strike, type TabChooser } from './support/chooser.ts';
import type { Docent } from './support/docent.ts';
import { killWorker, launchDocent, openTab, photograph } from './support/docent.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

/** Notes every key, press and scroll that the page gets to hear, from the earliest moment a page can listen. */
const EAVESDROP = `<script>
  window.heard = [];
  for (const type of ['keydown', 'keypress', 'keyup', 'pointerdown', 'mousedown', 'click', 'wheel', 'contextmenu'])
    for (const target of [window, document]) target.addEventListener(type, (event) => window.heard.push(type + ' ' + (event.key ?? '')), true);
  addEventListener('scroll', () => window.heard.push('scroll'));
</script>`;
/** Styles that would hide or bend anything of the page's own. */
const STRICT = '<style>* { display: none; transform: rotate(9deg) !important; } html, head, body, body * { display: block; transform: none !important; } div { all: unset !important; }</style>';
const quarter = (place: string, colour: string) => `<div style="position:absolute;${place};width:50vw;height:50vh;background:${colour}"></div>`;
const QUARTERS = ['left:0;top:0;', 'right:0;top:0;', 'left:0;top:50vh;', 'right:0;top:50vh;'];
const PAGES = {
  '/map': `<!doctype html><html lang="en"><title>Harbour</title>${EAVESDROP}${STRICT}<body style="margin:0;height:3000px">
    <svg role="img" aria-label="Map of the harbour" style="display:block;position:absolute;left:0;top:0;width:30vw;height:90vh"></svg>
    <h2 style="position:absolute;left:40vw;top:5vh;margin:0">Ferries</h2><input id="field">`,
  '/quarters': `<!doctype html><title>Colours</title><body style="margin:0">${QUARTERS.map((place, index) => quarter(place, ['red', 'lime', 'blue', 'gold'][index] ?? '')).join('')}`,
  '/dark': `<!doctype html><html lang="en"><meta name="color-scheme" content="dark"><title>Dark</title><style>:root { color-scheme: dark; }</style><body><h1>Night</h1><p>${'Dark words. '.repeat(400)}`,
  '/light': `<!doctype html><html lang="en"><title>Light</title><body><h1>Day</h1><p>${'Bright words. '.repeat(400)}`,
  '/busy': `<!doctype html><html lang="ar" dir="rtl"><title>Busy</title><body style="margin:0;height:100vh;background:repeating-conic-gradient(#000 0 25%,#fff 0 50%) 0/24px 24px">`,
};

const around = (region: object) => Object.fromEntries(Object.entries(region).map(([side, share]) => [side, expect.closeTo(share as number, 2)]));

describe('choosing a region', () => {
  let docent: Docent;
  let sites: Sites;
  let page: Page;
  let chooser: TabChooser;

  beforeAll(async () => {
    sites = await serveSites({
      ...PAGES,
      '/strict': (response) => {
        response.setHeader('content-security-policy', "default-src 'none'; script-src 'unsafe-inline'");
        response.setHeader('content-type', 'text/html').end(PAGES['/light']);
      },
      '/sandbox': (response) => {
        response.setHeader('content-security-policy', 'sandbox allow-scripts');
        response.setHeader('content-type', 'text/html').end(PAGES['/map']);
      },
      '/svg': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="99" height="99"/></svg>' },
    });
    docent = await launchDocent();
  });

  afterAll(async () => {
    await docent.browser.close();
    await sites[Symbol.asyncDispose]();
  });

  afterEach(async () => {
    await chooser[Symbol.asyncDispose]();
    await page.close();
  });

  async function visit(path: string): Promise<void> {
    page = await openTab(docent, sites.url(path));
    chooser = await prepareChooser(docent, page);
  }

  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const untilGone = () => page.waitForFunction(() => !document.querySelector(':modal') && document.documentElement.children.length === 2);

  test('by keyboard alone: digits zoom in, arrows move, Enter describes; the page hears nothing', async () => {
    await visit('/map');
    await page.focus('#field');
    const { frame, ended } = await chooser.open();
    await expect.poll(() => readStatus(frame)).toBe('Everything in sight. Here: Map of the harbour, Ferries');
    await strike(page, '4');
    await expect.poll(() => readStatus(frame)).toBe('Middle left, 33% wide, 33% high. Here: Map of the harbour');
    await strike(page, '9');
    await strike(page, 'Backspace');
    await strike(page, '2');
    await strike(page, '0');
    await strike(page, 'ArrowRight');
    await strike(page, 'PageDown');
    await strike(page, 'Enter');
    expect(await ended).toEqual({ ok: true });
    await expect.poll(() => chooser.lastRegion()).toEqual(around({ x: 1 / 12 * 5 - 1 / 3, y: 1 / 3, width: 1 / 3, height: 1 / 3 }));
    await untilGone();
    expect(await heard()).toEqual([]);
    // The keyboard is back where it was.
    await page.keyboard.type('a');
    expect(await page.$eval('#field', (field) => (field as HTMLInputElement).value)).toBe('a');
  });

  test('Tab reaches the buttons, and Enter there is theirs', async () => {
    await visit('/map');
    const { ended } = await chooser.open();
    await strike(page, '5');
    await strike(page, 'Tab');
    await strike(page, 'Tab');
    await strike(page, 'Enter');
    expect(await ended).toEqual({ ok: true });
    expect(await chooser.lastRegion()).toBeUndefined();
    expect(await heard()).toEqual([]);
  });

  test('by mouse: what is dragged is chosen, a click zooms in, nothing scrolls', async () => {
    await visit('/map');
    const { frame, ended } = await chooser.open();
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await page.mouse.wheel({ deltaY: 300 });
    await page.mouse.click(width * 0.9, height * 0.1);
    await expect.poll(() => readStatus(frame)).toMatch(/^Top right, 33% wide/);
    await page.mouse.move(width * 0.6, height * 0.5);
    await page.mouse.down();
    await page.mouse.move(width * 0.3, height * 0.25, { steps: 3 });
    await expect.poll(() => frame.$eval('.extent', (extent) => extent.textContent)).toBe(`${Math.round(width * 0.3)} × ${Math.round(height * 0.25)}`);
    await page.mouse.up();
    await (await frame.$('button'))?.click();
    expect(await ended).toEqual({ ok: true });
    await expect.poll(() => chooser.lastRegion()).toEqual(around({ x: 0.3, y: 0.25, width: 0.3, height: 0.25 }));
    expect(await heard()).toEqual([]);
  });

  test('Escape ends it, and so do another choice, another page and a script that clears the page', async () => {
    await visit('/map');
    const first = await chooser.open();
    await strike(page, '1');
    const ended = chooser.call('chooseRegion', {});
    expect(await first.ended).toEqual({ ok: true });
    await expect.poll(() => first.frame.detached).toBe(true);
    const second = { frame: await findChooser(page), ended };
    await expect.poll(() => readStatus(second.frame)).toMatch(/^Everything/);
    await strike(page, 'Escape');
    expect(await second.ended).toEqual({ ok: true });
    await untilGone();
    expect(await heard()).toEqual([]);
    const third = await chooser.open();
    await page.evaluate(() => document.documentElement.lastElementChild?.remove());
    expect(await third.ended).toEqual({ ok: true });
    const fourth = await chooser.open();
    await page.goto(sites.url('/light'));
    expect(await fourth.ended).toMatchObject({ ok: false, error: { code: 'page-navigated' } });
    expect(await chooser.lastRegion()).toBeUndefined();
  });

  test('keys handed on by the panel arrive, and it is told what they do', async () => {
    await visit('/map');
    expect(await chooser.call('steerRegion', { key: '5' })).toEqual({ ok: true });
    expect(await chooser.state()).toEqual({ open: false, status: '' });
    const { ended } = await chooser.open();
    await expect.poll(() => chooser.state()).toEqual({ open: true, status: 'Everything in sight. Here: Map of the harbour, Ferries' });
    await chooser.call('steerRegion', { key: '9' });
    await expect.poll(() => chooser.state()).toEqual({ open: true, status: 'Bottom right, 33% wide, 33% high' });
    await chooser.call('steerRegion', { key: 'choose' });
    expect(await ended).toEqual({ ok: true });
    await expect.poll(() => chooser.state()).toEqual({ open: false, status: '' });
    await expect.poll(() => chooser.lastRegion()).toEqual(around({ x: 2 / 3, y: 2 / 3, width: 1 / 3, height: 1 / 3 }));
  });

  test('says when the browser has ended the background; a new choice takes its place', async () => {
    await visit('/map');
    const { frame, ended } = await chooser.open();
    const failed = ended.catch(() => 'no answer');
    await killWorker(docent);
    await frame.waitForSelector('[role=alert]');
    await expect.poll(() => readStatus(frame)).toContain('interrupted');
    expect(await failed).not.toEqual({ ok: true });
    const next = await chooser.open();
    await expect.poll(() => readStatus(next.frame)).toMatch(/^Everything/);
    await strike(page, 'Escape');
    expect(await next.ended).toEqual({ ok: true });
    await untilGone();
  });

  test('works under a content security policy that forbids styles and frames, and says where it cannot', async () => {
    await visit('/strict');
    const { frame, ended } = await chooser.open();
    expect(await frame.$eval('.bar', (bar) => getComputedStyle(bar).backgroundColor)).toBe('rgb(20, 24, 27)');
    await strike(page, '3');
    await strike(page, 'Enter');
    await ended;
    await expect.poll(() => chooser.lastRegion()).toEqual(around({ x: 2 / 3, y: 0, width: 1 / 3, height: 1 / 3 }));
    await page.goto(sites.url('/svg'));
    expect(await chooser.call('chooseRegion', {})).toMatchObject({ ok: false, error: { code: 'page-not-text' } });
  });

  test('works in a sandboxed page', async () => {
    await visit('/sandbox');
    const ended = chooser.call('chooseRegion', {});
    await expect.poll(() => chooser.state()).toMatchObject({ open: true });
    await strike(page, '7');
    await strike(page, 'Enter');
    expect(await ended).toEqual({ ok: true });
    await expect.poll(() => chooser.lastRegion()).toEqual(around({ x: 0, y: 2 / 3, width: 1 / 3, height: 1 / 3 }));
  });

  test.each(['light', 'dark', 'busy'])('can be seen and heard on a %s page', async (name) => {
    await visit(`/${name}`);
    const { frame, ended } = await chooser.open();
    await photograph(page, `region-${name}-whole`);
    await strike(page, '5');
    await photograph(page, `region-${name}-5`);
    await strike(page, '7');
    await strike(page, '3');
    await photograph(page, `region-${name}-small`);
    expect(await findBarriers(frame)).toEqual([]);
    await strike(page, 'Escape');
    await ended;
  });
});
