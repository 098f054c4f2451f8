import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { composeArticle } from './support/article.ts';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { type Firefox, firefoxPath, launchFirefox } from './support/firefox.ts';
import { composeGallery } from './support/pictures.ts';
import { ON_RED, redThird } from './support/red-page.ts';
import { inSidebar, openSidebar, photographFirefox, pressInSidebar, readDrafts, waitInSidebar } from './support/sidebar.ts';
import type { Site } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const LAST = `[...document.querySelectorAll('article')].at(-1)`;
const CHIPS = `JSON.stringify([...document.querySelectorAll('.tray-chip .clip')].map(({ textContent }) => textContent))`;
const BOOK = 'A book of the harbour';

const write = (firefox: Firefox, text: string) =>
  inSidebar(firefox, `(() => { const box = document.querySelector('.message-box textarea'); box.focus(); box.value = ${JSON.stringify(text)}; box.dispatchEvent(new content.Event('input', { bubbles: true })); })()`);

describe.skipIf(!firefoxPath)('a conversation in Firefox', () => {
  const pages: Record<string, Site> = {
    '/story': composeArticle({ title: 'The lamps' }),
    '/gallery': composeGallery([{ src: '/red.png', caption: 'The red customs house' }, { src: '/blue.png', caption: 'The blue pilot boat' }]),
    '/book.pdf': { type: 'application/pdf', body: redThird(BOOK) },
  };
  const stage = useFirefoxStage({ pages });
  beforeAll(async () => {
    for (const [name, colour] of [['red', '#dc1414'], ['blue', '#1428dc']] as const) pages[`/${name}.png`] = { type: 'image/png', body: await makePicture(colour, { width: 400, height: 300 }) };
  });

  async function show(url: string, title: string): Promise<void> {
    await stage.firefox.marionette.send('WebDriver:Navigate', { url });
    await waitInSidebar(stage.firefox, `document.querySelector('h1')?.textContent.includes(${JSON.stringify(title)})`);
    await beginAnew();
  }

  /** What is attached belongs to the conversation that is shown: another one has to be there before. */
  async function beginAnew(): Promise<void> {
    if (!(await inSidebar<boolean>(stage.firefox, `Boolean(document.querySelector('article'))`))) return;
    await pressInSidebar(stage.firefox, 'New chat');
    await waitInSidebar(stage.firefox, `!document.querySelector('article') && document.querySelectorAll('.tray-chip').length === 1`);
  }

  const showPage = (path: string, title: string) => show(stage.sites.url(path, '127.0.0.1'), title);

  const waitForChips = (...names: string[]) => waitInSidebar(stage.firefox, `${CHIPS} === ${JSON.stringify(JSON.stringify(names))}`);
  const lastSent = () => JSON.stringify(stage.api.tasks().at(-1)?.body);

  async function ask(question: string): Promise<void> {
    await write(stage.firefox, question);
    await pressInSidebar(stage.firefox, 'Send');
    await waitInSidebar(stage.firefox, `${LAST}?.ariaBusy === 'false' && document.querySelector('.turns').textContent.includes(${JSON.stringify(question)})`);
  }

  test('a PDF that is attached is read, and asked about', async () => {
    await showPage('/story', 'The lamps');
    const bytes = Buffer.from(redThird(BOOK)).toString('base64');
    await inSidebar(stage.firefox, `(() => {
      const input = document.querySelector('.composer-tools input[type=file]');
      const bytes = Components.utils.cloneInto(Uint8Array.from(content.atob('${bytes}'), (each) => each.charCodeAt(0)), content);
      input.mozSetFileArray([new content.File([bytes], 'harbour.pdf', { type: 'application/pdf' })]);
      input.dispatchEvent(new content.Event('change', { bubbles: true }));
    })()`);
    await waitForChips('The lamps', 'harbour.pdf');
    await ask('How many ships?');
    expect(lastSent()).toContain(ON_RED);
    await photographFirefox(stage.firefox, 'firefox-pdf-attached');
  });

  test('a source of a PDF in the viewer turns to its page', async () => {
    await showPage('/book.pdf', BOOK);
    stage.api.script({ text: `Many [1].\n\n<sources>\n[1] "${ON_RED}"\n</sources>` });
    await ask('How many ships?');
    expect(lastSent()).toContain(ON_RED);
    await pressInSidebar(stage.firefox, `Source 1: “${ON_RED}” · Page 3`);
    await expect.poll(readViewerPage).toBe(3);
    await photographFirefox(stage.firefox, 'firefox-pdf-source');
  });

  /** The page that the browser's viewer shows. */
  const readViewerPage = () => stage.firefox.marionette.inBrowser<number>(
    `const manager = gBrowser.selectedBrowser.messageManager;
    return new Promise((resolve) => {
      manager.addMessageListener('docent-page', function listen(message) {
        manager.removeMessageListener('docent-page', listen);
        resolve(message.data);
      });
      manager.loadFrameScript('data:text/javascript,sendAsyncMessage("docent-page", content.wrappedJSObject.PDFViewerApplication.page)', false);
    });`,
  );

  test('pictures of the page are chosen and go along', async () => {
    await showPage('/gallery', 'The harbour in pictures');
    await pressInSidebar(stage.firefox, 'Attach pictures');
    await waitInSidebar(stage.firefox, `document.querySelectorAll('.picture-option img').length === 2`);
    await inSidebar(stage.firefox, `document.querySelectorAll('.picture-option input')[1].click()`);
    await photographFirefox(stage.firefox, 'firefox-picture-chooser');
    await pressInSidebar(stage.firefox, 'Attach 1 picture');
    await waitInSidebar(stage.firefox, `${CHIPS}.includes('The blue pilot boat')`);
    await ask('Which colour is the boat?');
    expect(lastSent()).toMatch(/data:image\/(?:jpeg|png);base64,/);
    await waitInSidebar(stage.firefox, `${LAST}.innerText.includes('blue')`);
    await photographFirefox(stage.firefox, 'firefox-picture-answer');
  });

  test('a saved prompt of the browser’s own context menu is asked about the page', async () => {
    await showPage('/story', 'The lamps');
    await stage.firefox.marionette.send('WebDriver:PerformActions', {
      actions: [{
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [{ type: 'pointerMove', x: 60, y: 100, duration: 0, origin: 'viewport' }, { type: 'pointerDown', button: 2 }, { type: 'pointerUp', button: 2 }],
      }],
    });
    const names = await stage.firefox.marionette.inBrowser<string[]>(
      `const shown = (popup) => popup.state === 'open' ? undefined : new Promise((resolve) => popup.addEventListener('popupshown', function listen({ target }) {
        if (target !== popup) return;
        popup.removeEventListener('popupshown', listen);
        resolve();
      }));
      const menu = document.getElementById('contentAreaContextMenu');
      await shown(menu);
      const find = (popup, label) => [...popup.children].find((item) => item.label === label);
      const own = find(menu, 'Docent');
      own.openMenu(true);
      await shown(own.menupopup);
      const prompts = find(own.menupopup, args[0]);
      prompts.openMenu(true);
      await shown(prompts.menupopup);
      const all = [...prompts.menupopup.children].map(({ label }) => label);
      prompts.menupopup.activateItem(prompts.menupopup.children[1]);
      return all;`,
      'Prompts',
    );
    expect(names[1]).toBe('The other side');
    await waitInSidebar(stage.firefox, `document.querySelector('.bubble')?.textContent === 'The other side' && ${LAST}?.ariaBusy === 'false'`);
    expect(lastSent()).toContain('What would someone say who disagrees with the page that is quoted?');
    await photographFirefox(stage.firefox, 'firefox-prompt');
  });

  test('files of this computer stay closed: a page and a PDF say so, and what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docent-local-'));
    writeFileSync(join(folder, 'book.pdf'), redThird(BOOK));
    writeFileSync(join(folder, 'page.html'), composeArticle({ title: 'A page of this computer' }));
    try {
      for (const name of ['book.pdf', 'page.html']) {
        await stage.firefox.marionette.send('WebDriver:Navigate', { url: pathToFileURL(join(folder, name)).href });
        await beginAnew();
        await pressInSidebar(stage.firefox, 'Summarize page');
        await waitInSidebar(stage.firefox, `${LAST}?.querySelector('[role="alert"]')`);
        await photographFirefox(stage.firefox, `firefox-local-${name}`);
        expect(await inSidebar<string>(stage.firefox, `${LAST}.innerText`)).toContain('A file of this computer: drop it into the side panel');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe.skipIf(!firefoxPath)('a message that was not sent, in Firefox', () => {
  const profile = mkdtempSync(join(tmpdir(), 'docent-profile-'));
  afterAll(() => rmSync(profile, { recursive: true, force: true }));

  test('is there again beside its page after the browser was restarted', async () => {
    await using sites = await serveSites({ '/story': composeArticle({ title: 'The lamps' }) });
    const url = sites.url('/story', '127.0.0.1');
    {
      await using firefox = await launchFirefox({ profile });
      await firefox.marionette.send('WebDriver:Navigate', { url });
      await openSidebar(firefox);
      await write(firefox, 'Half a thought about zebras');
      await vi.waitFor(async () => expect(await readDrafts(firefox)).toContain('Half a thought about zebras'), { timeout: 120_000 });
    }
    await using firefox = await launchFirefox({ profile });
    await firefox.marionette.send('WebDriver:Navigate', { url });
    await openSidebar(firefox);
    await waitInSidebar(firefox, `document.querySelector('.message-box textarea')?.value === 'Half a thought about zebras'`);
    await photographFirefox(firefox, 'firefox-draft');
  });
});
