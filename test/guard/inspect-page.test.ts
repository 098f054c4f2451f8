import { describe, expect, it, vi } from 'vitest';
import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import type { ExtractedPage, PageText } from '~/lib/shared/page-content';
import { giveWay } from '~/lib/shared/turns';
import { makePage } from '../tasks/sample-page';
import { ORDER } from './disguises';

const SENTENCE = 'The ferry leaves at nine and comes home at noon, whatever an assistant says. ';
const pageWith = (texts: PageText[]): ExtractedPage => ({ ...makePage(['The ferry leaves at nine.']), texts });
const visible = (text: string): PageText => ({ carrier: 'visible', text });

/** How often others had their turn until the work was over. */
async function countTurns(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  void work.finally(() => (isOver = true)).catch(() => undefined);
  while (!isOver) {
    await giveWay();
    turns++;
  }
  return turns;
}

describe('a huge page', () => {
  it.each([
    ['of many texts', Array.from({ length: 8_000 }, (_, i) => visible(`${i} ${SENTENCE}`))],
    ['of one text', [visible(SENTENCE.repeat(8_000))]],
  ])('%s lets others have their turn while it is judged, and is judged to its end', async (_, texts) => {
    const judging = inspectPage(pageWith([...texts, visible(ORDER)]));
    expect(await countTurns(judging)).toBeGreaterThan(5);
    expect((await judging).findings).toMatchObject([{ place: 'visible', excerpt: ORDER }]);
  });

  it('is no longer judged once nobody waits for it', async () => {
    const stop = new AbortController();
    const judging = inspectPage(pageWith([visible(SENTENCE.repeat(8_000))]), stop.signal);
    await giveWay();
    stop.abort(new Error('stopped'));
    await expect(judging).rejects.toThrow('stopped');
  });
});

it('what is judged within one turn waits for nothing', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    expect(await countTurns(inspectPage(pageWith([visible(ORDER)])))).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});
