import { expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { prepareChooser, strike } from './support/chooser.ts';
import { openPopup, openTab } from './support/docent.ts';
import { expectPlain, NINE_COLOURS } from './support/nine-colours.ts';
import { useStage } from './support/stage.ts';

const stage = useStage({ pages: { '/story': composeArticle({}), '/colours': NINE_COLOURS }, accept: '/story' });

test('what is sent is the chosen part and nothing else, without a trace of the chooser', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/colours'));
  await using chooser = await prepareChooser(stage.docent, page);
  for (const [digit, colour] of [['4', 'yellow'], ['9', 'grey'], ['2', 'green']] as const) {
    const { ended } = await chooser.open();
    await strike(page, digit);
    await strike(page, 'Enter');
    expect(await ended).toEqual({ ok: true });
    const popup = await openPopup(stage.docent, page);
    await waitForText(popup, `A ${colour} `);
    await waitForEnd(popup);
    await popup.close();
    const { width, height } = await expectPlain(stage.api.chats().at(-1), colour);
    const view = await page.evaluate(() => ({ width: innerWidth / 3, height: innerHeight / 3 }));
    expect(Math.abs(width - view.width) + Math.abs(height - view.height)).toBeLessThan(4);
    await page.bringToFront();
  }
  await page.close();
});
