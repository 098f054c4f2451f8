import type { Page } from 'puppeteer';
import { find } from '../../scripts/driver/windows.ts';
import { send } from './rig.ts';
import type { SpeechRig } from './speech-rig.ts';
import { median, type Row } from './table.ts';

/** Milliseconds that a system may take to read in thousands of voices: not the picker's to say. */
const PATIENCE = 240_000;
/** What is typed, and what the first language that is found is called. */
const SEARCHES = [['german', 'German'], ['french', 'French'], ['hungarian', 'Hungarian'], ['welsh', 'Welsh']] as const;

/** Choosing among all voices of the system in the settings: how soon they are seen, and how soon those that are sought. */
export async function* measureVoicePicker(rig: SpeechRig, rounds: number): AsyncGenerator<Row> {
  if (!rig.voices) return;
  const total = await waitForVoices(rig);
  const opened: number[] = [];
  const found: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const options = await rig.docent.browser.newPage();
    await options.goto(rig.docent.pageUrl('options.html'), { waitUntil: 'load' });
    await options.bringToFront();
    const field = await find(options, 'combobox', 'Voice');
    await field.scrollIntoView();
    const first = await measureList(options, '', () => field.click());
    const searches: number[] = [];
    for (const [typed, language] of SEARCHES) {
      await field.click({ count: 3 });
      // At once, as it is pasted: while it is typed the first letters find it already.
      searches.push(await measureList(options, language, () => options.keyboard.sendCharacter(typed)));
    }
    await options.close();
    // The first loads what the others find loaded.
    if (round === 0) continue;
    opened.push(first);
    found.push(...searches);
  }
  yield { what: `picker of ${total.toLocaleString('en')} voices: click to list`, ours: median(opened), unit: 'ms', budget: { most: 100 } };
  yield { what: 'the same: search to what is found', ours: median(found), unit: 'ms', budget: { most: 100 } };
}

async function waitForVoices({ own }: SpeechRig): Promise<number> {
  for (const until = Date.now() + PATIENCE; ; ) {
    const { total } = (await send(own, 'findVoices', { query: '', limit: 1 })) as { total: number };
    if (total > 100) return total;
    if (Date.now() > until) throw new Error(`The system tells ${total} voices.`);
  }
}

/** Milliseconds from the reader's event to the frame in which the first group of the list is of a language. */
async function measureList(page: Page, language: string, act: () => Promise<void>): Promise<number> {
  // It listens before anything is done: what is typed may come to the page before a script that was sent earlier.
  const began = await page.evaluateHandle(() => ({
    event: new Promise<number>((resolve) => {
      for (const type of ['click', 'input']) addEventListener(type, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    }),
  }));
  const measured = began.evaluate(async ({ event }, wanted) => {
    const start = await event;
    for (;;) {
      await new Promise(requestAnimationFrame);
      const group = document.querySelector('[role="listbox"] [role="group"]')?.ariaLabel;
      if (group?.includes(wanted)) return performance.now() - start;
    }
  }, language);
  await act();
  return measured;
}
