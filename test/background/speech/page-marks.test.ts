import { beforeEach, expect, it, vi } from 'vitest';
import { type MarkedReading, PageMarks } from '~/lib/background/speech/page-marks';

/** A page in the place of the reader script, which has tests in real browsers. */
const page = vi.hoisted(() => ({
  known: '',
  jobs: [] as string[],
  begun: 0,
  entering: Promise.resolve(),
  async run(name: string, input: { reading?: string; sentence?: { start: number }; word?: { start: number } }): Promise<unknown> {
    page.begun++;
    await page.entering;
    page.jobs.push([name, input.word?.start ?? input.sentence?.start].filter((part) => part !== undefined).join(' '));
    if (name === 'openMarks') page.known = input.reading ?? '';
    if (name === 'unmark') page.known = '';
    if (name === 'openMarks' || name === 'unmark') return null;
    return input.reading === page.known ? 'marked' : 'unknown';
  },
}));
vi.mock('~/lib/background/pictures/run-reader', () => ({
  runReader: (_tabId: number, name: string, input: object) => page.run(name, input),
  runIn: (_target: object, name: string, input: object) => page.run(name, input),
}));

const reading: MarkedReading = { tabId: 7, id: 'r1', blocks: [{ id: 'b1', kind: 'paragraph', text: 'One. Two.' }] };
const at = (start: number) => ({ sentence: { blockId: 'b1', start, end: start + 4 }, follow: 'along' as const });

beforeEach(() => Object.assign(page, { known: '', jobs: [], begun: 0, entering: Promise.resolve() }));

it('tells a page of the reading once, and again only when it has been loaded anew', async () => {
  const marks = new PageMarks();
  expect([await marks.mark(reading, at(0)), await marks.mark(reading, at(5))]).toEqual([true, true]);
  expect(page.jobs).toEqual(['mark 0', 'openMarks', 'mark 0', 'mark 5']);
  page.known = '';
  expect(await marks.mark(reading, at(0))).toBe(true);
  expect(page.jobs.slice(4)).toEqual(['mark 0', 'openMarks', 'mark 0']);
});

it('goes on after the background was ended: the page still knows', async () => {
  page.known = 'r1';
  expect(await new PageMarks().mark(reading, at(5))).toBe(true);
  expect(page.jobs).toEqual(['mark 5']);
});

it('marks what is read now, when the page was slow: what is over is left out, and nothing comes out of order', async () => {
  const marks = new PageMarks();
  page.known = 'r1';
  const { promise, resolve } = Promise.withResolvers<undefined>();
  page.entering = promise;
  const first = marks.mark(reading, at(0));
  await vi.waitFor(() => expect(page.begun).toBe(1));
  const all = [first, marks.mark(reading, at(5)), marks.mark(reading, at(10)), marks.markWord(reading, { blockId: 'b1', start: 11, end: 12 }, 'along')];
  resolve(undefined);
  expect(await Promise.all(all)).toEqual([true, false, true, true]);
  expect(page.jobs).toEqual(['mark 0', 'mark 10', 'markWord 11']);
});

it('never fails, and is quiet where nothing can be marked', async () => {
  const marks = new PageMarks();
  page.entering = Promise.reject(new Error('Cannot access contents of the page.'));
  page.entering.catch(() => undefined);
  expect(await marks.mark(reading, at(0))).toBe(false);
  expect(await marks.findPlace(reading)).toBeNull();
  await marks.unmark(7);
});
