import type { Rig } from './rig.ts';
import { openFront, send } from './rig.ts';
import { measureStream, openOurs, type Side } from './streaming.ts';
import { median, percentile, type Row } from './table.ts';

const MODELS = ['one', 'two', 'three', 'four'];
const RATE = 200;

/** What four answers cost the panel that grow side by side, beside one that grows alone. */
export async function* measureCompare(rig: Rig, quick: boolean): AsyncGenerator<Row> {
  const tokens = quick ? 400 : 2_000;
  const rounds = quick ? 1 : 3;
  const behaviour = { tokens, rate: RATE };
  const measure = async (open: (rig: Rig) => Promise<Side>, withGaps = false) => {
    const side = await open(rig);
    try {
      return await measureStream(rig, side, behaviour, withGaps);
    } finally {
      await side.page.close();
    }
  };
  const compare = async (withGaps = false) => {
    // One behaviour is set for every answer.
    rig.server.script(...MODELS.slice(1).map(() => behaviour));
    return measure(openCompared, withGaps);
  };

  // The first answers compile the code and warm the browser; they count for neither.
  await measure(openOurs);
  await compare();
  const [alone, together]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    alone.push((await measure(openOurs)).mainThread);
    together.push((await compare()).mainThread);
  }
  const all = tokens * MODELS.length;
  const name = `${MODELS.length} answers side by side, ${RATE} tokens/s each`;
  yield { what: `${name}: main thread of the panel for 1,000 tokens, beside those of one answer`, ours: (median(together) / all) * 1_000, floor: (median(alone) / tokens) * 1_000, unit: 'ms', budget: { timesFloor: 1.5 } };
  yield { what: `${name}: main thread of the panel, beside the whole time`, ours: median(together), floor: (tokens / RATE) * 1_000, unit: 'ms', budget: { timesFloor: 0.5 } };
  yield { what: `${name}: frame gap, 95th percentile`, ours: percentile((await compare(true)).gaps, 0.95), unit: 'ms', budget: { most: 34 } };
}

/** Docent's own panel, in which each comparison begins in a new conversation. */
async function openCompared(rig: Rig): Promise<Side> {
  const page = await openFront(rig, 'sidepanel.html');
  const tabId = rig.articleTabId;
  return {
    page,
    show: async () => {
      await send(page, 'newThread', { tabId });
      const complete = page.evaluate(completeColumns, MODELS.length);
      await send(page, 'compareModels', { tabId, request: { task: 'ask', source: { kind: 'page' }, question: 'What is it about?' }, models: MODELS });
      return complete;
    },
  };
}

/** Runs in the panel: the time at which so many answers are there and none is busy any more. */
function completeColumns(count: number): Promise<number> {
  return new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const articles = [...document.querySelectorAll('.column article[aria-busy]')];
      const texts = document.querySelectorAll('.column .markdown p');
      if (articles.length < count || texts.length < count || articles.some((article) => article.getAttribute('aria-busy') === 'true')) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
  });
}
