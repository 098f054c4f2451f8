import { describe, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { findOnDisk } from './support/disk.ts';
import { useFirefoxStage } from './support/firefox-stage.ts';
import { firefoxPath } from './support/firefox.ts';
import { callFromSidebar, inSidebarApi, waitInSidebar } from './support/sidebar.ts';

const WORD = 'quaxolotl';
const LAST = `[...document.querySelectorAll('article')].at(-1)`;

describe.skipIf(!firefoxPath)('in Firefox', () => {
  const stage = useFirefoxStage({ pages: { '/story': composeArticle() } });

  test('after Delete all no file of the profile holds a word of the history; the key stays', async () => {
    const { firefox, api } = stage;
    const onDisk = () => findOnDisk(firefox.profile, WORD);
    for (let round = 0; round < 2; round++) {
      api.script({ text: `The ${WORD} lives in the third lamp.` });
      const [tab] = await inSidebarApi<{ id: number }[]>(firefox, 'browser.tabs.query(clone({ active: true, currentWindow: true }))');
      await callFromSidebar(firefox, 'startRun', { tabId: tab?.id, request: { task: 'ask', source: { kind: 'page' }, question: `Where does the ${WORD} live?` } });
      await waitInSidebar(firefox, `${LAST}?.ariaBusy === 'false' && ${LAST}.innerText.includes('third lamp')`);
      await expect.poll(() => onDisk().length, { timeout: 120_000 }).toBeGreaterThan(0);
      await callFromSidebar(firefox, 'deleteHistory', {});
      await waitInSidebar(firefox, `!document.querySelector('article')`);
      await expect.poll(onDisk, { timeout: 60_000 }).toEqual([]);
      const { value } = await inSidebarApi<{ value: object }>(firefox, `browser.runtime.sendMessage(clone({ name: 'getSettings', input: {} }))`);
      expect(value).toMatchObject({ hasKey: true });
    }
  });
});
