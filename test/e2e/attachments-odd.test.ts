import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { find } from './support/docent.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';
import { attachFiles, lastSent, waitForChips } from './support/tray.ts';

const LAMPS = 'The lamps of the harbour';
const stage = useStage({ pages: { '/lamps': composeArticle({ title: LAMPS }) }, accept: '/lamps?accept' });

afterEach(() => closePanels(stage.docent));

test('twenty files at once are attached in their order; of other kinds are named, and nothing of them goes along', async () => {
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  const good = Array.from({ length: 20 }, (_, index) => `note-${String(index + 1).padStart(2, '0')}.txt`);
  const bad = { 'sheet.xlsx': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 9, 9]), 'film.mp4': Uint8Array.from([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]), 'sound.mp3': Uint8Array.from([0xff, 0xfb, 0x90, 0, 0, 0, 1, 2]) };
  await attachFiles(panel, { ...Object.fromEntries(good.map((name) => [name, `The word of ${name} is known.`])), ...bad });
  await waitForChips(panel, [LAMPS, ...good]);
  await panel.waitForFunction((count) => document.querySelectorAll('.tray [role="alert"] li').length === count, {}, Object.keys(bad).length);
  const alert = await panel.$eval('.tray [role="alert"]', (notice) => (notice as HTMLElement).innerText);
  for (const name of Object.keys(bad)) expect(alert).toContain(`${name}: Docent does not read files of this kind`);
  await ask(panel, 'Which words?');
  for (const name of good) expect(lastSent(stage)).toContain(`The word of ${name} is known.`);
  for (const name of Object.keys(bad)) expect(lastSent(stage)).not.toContain(name);
  await page.close();
});

/** A paste into the box, as the browser hands over what another program has copied. */
function paste(panel: Page, text: string | undefined, file: { name: string; type: string; content: string }): Promise<boolean> {
  return panel.$eval('.message-box textarea', (box, plain, { name, type, content }) => {
    const data = new DataTransfer();
    if (plain !== null) data.setData('text/plain', plain);
    data.items.add(new File([content], name, { type }));
    return box.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }));
  }, text ?? null, file);
}

test('a file that is pasted into the box is attached; the picture that a program puts beside a text is not', async () => {
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  await (await find(panel, 'textbox', 'Message')).click();
  expect(await paste(panel, undefined, { name: 'cellar.md', type: 'text/markdown', content: '# Keys\n\nBehind the stove.' })).toBe(false);
  await waitForChips(panel, [LAMPS, 'cellar.md']);
  // The browser goes on and puts the text into the box.
  expect(await paste(panel, 'A cell', { name: 'image.png', type: 'image/png', content: 'not read' })).toBe(true);
  expect(await panel.$eval('.tray', (tray) => tray.querySelector('[role="status"]')?.textContent)).toBe('');
  await ask(panel, 'Where?');
  expect(lastSent(stage)).toContain('Behind the stove.');
  await waitForChips(panel, [LAMPS, 'cellar.md']);
  await page.close();
});
