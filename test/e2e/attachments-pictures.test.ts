import type { Page } from 'puppeteer';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { decodeSent, nameColour } from '../server/pictures.ts';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, openTab, photograph, press } from './support/docent.ts';
import { callDocent, CLASSIFIER, setGuard, waitForRun } from './support/guarded.ts';
import { ask } from './support/history.ts';
import { inspect } from './support/inspect.ts';
import { composeGallery } from './support/pictures.ts';
import { useStage } from './support/stage.ts';
import { closePanels, findTabId, openPanelBeside, openPinned } from './support/tabs.ts';
import { attachFiles, lastSent, readChips, waitForChips, waitForSizes } from './support/tray.ts';

const GALLERY = 'The harbour in pictures';
const png = async (colour: string) => ({ type: 'image/png', body: await makePicture(colour, { width: 400, height: 300 }) });

/** A photograph on its side, with what a camera notes. */
const photo = await sharp(await makePicture('#dc1414', { width: 640, height: 480, format: 'jpeg' }))
  .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'Ida Keeper' } } })
  .toBuffer();
const many = Array.from({ length: 9 }, (_, index) => ({ src: `/red.png?${index}`, alt: `Flag ${index + 1}` }));

const stage = useStage({
  pages: {
    '/lamps': composeArticle({ title: 'The lamps of the harbour' }),
    '/gallery': composeGallery([{ src: '/photo.jpg', alt: 'The red customs house', caption: 'Painted in 1901.' }, { src: '/blue.png' }]),
    '/many': composeGallery(many),
    '/red.png': await png('#dc1414'),
    '/blue.png': await png('#1428dc'),
    '/photo.jpg': { type: 'image/jpeg', body: photo },
  },
  accept: '/lamps?accept',
  server: { tellsModalities: true },
});

afterEach(async () => {
  await closePanels(stage.docent);
  await setGuard(stage.docent, {});
  await callDocent(stage.docent, 'updateSettings', { chatModel: 'gpt-4o-mini' });
});

const lastPictures = () => decodeSent(stage.api.tasks().at(-1));
const waitForOptions = (panel: Page, count: number) => panel.waitForFunction((wanted) => document.querySelector('.picture-options')?.ariaBusy === 'false' && document.querySelectorAll('.picture-option').length === wanted, {}, count);

test('pictures of the page are chosen by keyboard, shown with their size, and go out small and without what the camera noted', async () => {
  const { page, panel } = await openPanelBeside(stage, '/gallery');
  const before = stage.api.requests.length;
  const opener = await find(panel, 'button', 'Attach pictures');
  await opener.press('Enter');
  await waitForOptions(panel, 2);
  await panel.waitForFunction(() => document.querySelectorAll('.picture-option img').length === 2);
  await find(panel, 'checkbox', 'Picture 2, without description');
  const box = await find(panel, 'checkbox', 'The red customs house');
  await box.press('Space');
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Tab');
  await panel.keyboard.press('Enter');
  await waitForChips(panel, [GALLERY, 'The red customs house']);
  await panel.waitForFunction(() => !document.querySelector('dialog') && document.activeElement?.getAttribute('aria-label') === 'Attach pictures');
  await waitForSizes(panel);
  expect((await readChips(panel))[1]?.note).toMatch(/^≈ \d+ tokens$/);
  expect(stage.api.requests).toHaveLength(before);
  await photograph(panel, 'tray-picture');

  await press(panel, 'button', `Remove ${GALLERY}`);
  await waitForChips(panel, ['The red customs house']);
  await ask(panel, 'Which colour is the house?');
  const [sent, ...more] = await lastPictures();
  expect(more).toEqual([]);
  expect(sent).toMatchObject({ part: 'image_url', role: 'user', format: 'jpeg', width: 480, height: 640, hasMetadata: false });
  expect(nameColour(sent?.colourAt(0.5, 0.5) ?? [0, 0, 0, 0])).toBe('red');
  expect(lastSent(stage)).toContain('The red customs house');
  expect(lastSent(stage)).not.toContain('painted by many hands');
  expect(await panel.$eval('.bubble', ({ textContent }) => textContent)).toContain('With: The red customs house');
  expect(await panel.$$eval('.bubble img', (images) => images.length)).toBe(1);

  // It stays in the conversation when the page is left, and another can be added.
  await page.goto(stage.sites.url('/lamps'));
  await panel.waitForFunction(() => document.querySelector('h1')?.textContent?.includes('lamps'));
  await ask(panel, 'And what else is in it?');
  expect(await lastPictures()).toHaveLength(1);
  await page.close();
});

test('more than eight pictures are not attached, and the reason is told before', async () => {
  const { page, panel } = await openPanelBeside(stage, '/many');
  await press(panel, 'button', 'Attach pictures');
  await waitForOptions(panel, 9);
  await panel.$$eval('.picture-option input', (boxes) => { for (const box of boxes) (box as HTMLInputElement).click(); });
  await panel.waitForFunction(() => document.querySelector('dialog')?.textContent?.includes('No more than 8 pictures'));
  await press(panel, 'button', 'Attach 9 pictures');
  expect(await panel.$('dialog[open]')).not.toBeNull();
  await panel.$eval('.picture-option input', (box) => (box as HTMLInputElement).click());
  await press(panel, 'button', 'Attach 8 pictures');
  await waitForChips(panel, [GALLERY, ...many.slice(1).map(({ alt }) => alt)]);
  await attachFiles(panel, { 'ninth.png': await makePicture('#1428dc') });
  await panel.waitForFunction(() => document.querySelector('.tray [role="alert"]')?.textContent?.includes('ninth.png: No more than 8 pictures'));
  await ask(panel, 'How many flags?');
  expect(await lastPictures()).toHaveLength(8);
  await page.close();
});

/** Puts a file on the clipboard's way: pasted, or dropped, as the browser itself would hand it over. */
async function hand(panel: Page, how: 'paste' | 'drop', files: { name: string; type: string; bytes: Buffer }[]): Promise<void> {
  const plain = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  await panel.$eval('.message-box textarea', (box, event, given) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of given) data.items.add(new File([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], name, { type }));
    const init = { bubbles: true, cancelable: true };
    box.dispatchEvent(event === 'drop' ? new DragEvent('drop', { ...init, dataTransfer: data }) : new ClipboardEvent('paste', { ...init, clipboardData: data }));
  }, how, plain);
}

test('a photograph that is dropped and one that is pasted go out whole, upright and without metadata, in the order in which they stand', async () => {
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  await hand(panel, 'drop', [{ name: 'customs.jpg', type: 'image/jpeg', bytes: photo }]);
  await waitForChips(panel, ['The lamps of the harbour', 'customs.jpg']);
  await hand(panel, 'paste', [{ name: 'image.png', type: 'image/png', bytes: await makePicture('#1428dc', { width: 500, height: 200 }) }]);
  await waitForChips(panel, ['The lamps of the harbour', 'customs.jpg', 'image.png']);
  await ask(panel, 'What is on them?');
  const sent = await lastPictures();
  expect(sent.map(({ width, height, hasMetadata, colourAt }) => [width, height, hasMetadata, nameColour(colourAt(0.5, 0.5))])).toEqual([[480, 640, false, 'red'], [500, 200, false, 'blue']]);
  for (const [x, y] of [[0.02, 0.02], [0.98, 0.98]] as const) expect(nameColour(sent[0]?.colourAt(x, y) ?? [0, 0, 0, 0])).toBe('red');
  expect(JSON.stringify(stage.api.tasks().at(-1)?.body)).not.toContain('Ida Keeper');
  expect(lastSent(stage)).toContain('An old fisherman kept a diary');
  await page.close();
});

test('a picture copied in another program is pasted into the box with the real keys', async () => {
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  const bytes = await makePicture('#14a028', { width: 320, height: 240 });
  await (await find(panel, 'textbox', 'Message')).click();
  await panel.evaluate(async (base64) => {
    const blob = new Blob([Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, bytes.toString('base64'));
  await (await find(panel, 'textbox', 'Message')).press('v', { commands: ['Paste'] });
  await waitForChips(panel, ['The lamps of the harbour', 'image.png']);
  await ask(panel, 'Which colour?');
  const [sent] = await lastPictures();
  expect(nameColour(sent?.colourAt(0.5, 0.5) ?? [0, 0, 0, 0])).toBe('green');
  await page.close();
});

test('a model that takes no pictures says so before anything is sent, and the one that does answers', async () => {
  await callDocent(stage.docent, 'updateSettings', { chatModel: 'deepseek/deepseek-v4-flash' });
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  const before = stage.api.chats().length;
  await attachFiles(panel, { 'flag.png': await makePicture('#dc1414') });
  await panel.waitForFunction(() => document.querySelector('.tray')?.textContent?.includes('DeepSeek V4 Flash takes no pictures: google/gemini-3-1-flash-lite answers about them.'));
  expect(stage.api.chats()).toHaveLength(before);
  await photograph(panel, 'tray-picture-blind');
  await ask(panel, 'Which colour?');
  expect((stage.api.tasks().at(-1)?.body as { model: string }).model).toBe('google/gemini-3-1-flash-lite');
  expect(await lastPictures()).toHaveLength(1);
  await press(panel, 'button', 'Remove flag.png');
  await press(panel, 'button', 'New chat');
  await panel.waitForFunction(() => !document.querySelector('article') && !document.querySelector('.tray')?.textContent?.includes('takes no pictures'));
  await page.close();
});

test('a guard that stops pictures stops the picture of the page before it is sent', async () => {
  await setGuard(stage.docent, { image: 'block' }, { model: CLASSIFIER }, 'closed');
  const { page, panel } = await openPanelBeside(stage, '/gallery');
  await press(panel, 'button', 'Attach pictures');
  await waitForOptions(panel, 2);
  await (await find(panel, 'checkbox', 'The red customs house')).press('Space');
  await press(panel, 'button', 'Attach 1 picture');
  await waitForChips(panel, [GALLERY, 'The red customs house']);
  const tasks = stage.api.tasks().length;
  await (await find(panel, 'textbox', 'Message')).type('Which colour?');
  await press(panel, 'button', 'Send');
  await panel.waitForSelector('article');
  expect((await waitForEnd(panel)).alert).not.toBe('');
  // A classifier of texts cannot judge it, and without a verdict nothing goes out.
  expect(await waitForRun(stage.docent, page, 'failed')).toMatchObject({ error: { code: 'guard-blocked' }, guard: [{ checkpoint: 'image' }] });
  expect(stage.api.tasks()).toHaveLength(tasks);
  await page.close();
});

test('a page without pictures says so, and every look of the choice', async () => {
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  await press(panel, 'button', 'Attach pictures');
  await panel.waitForFunction(() => document.querySelector('dialog')?.textContent?.includes('No pictures'));
  await panel.close();
  await page.close();
  const many = await openTab(stage.docent, stage.sites.url('/gallery', '127.0.0.1'));
  const pinned = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, many));
  await press(pinned, 'button', 'Attach pictures');
  await pinned.waitForFunction(() => document.querySelectorAll('.picture-option img').length === 2);
  await inspect(pinned, 'panel-attach-pictures');
  await pinned.close();
  await many.close();
});
