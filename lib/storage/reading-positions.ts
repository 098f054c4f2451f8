import { browser } from 'wxt/browser';
import { SpeechPosition } from '~/lib/shared/speech';
import { z } from '~/lib/shared/zod';

/** Where the reader stopped on a page, and the words there: pages change, and the numbers of their blocks with them. */
export const ReadingPosition = z.object({
  /** Address without fragment. */
  url: z.string(),
  position: SpeechPosition,
  text: z.string(),
});
export type ReadingPosition = z.infer<typeof ReadingPosition>;

/** Pages remembered; those read longest ago are forgotten. */
const MOST = 500;
const KEY = 'readingPositions';

/** Newest first. */
const Positions = z.array(ReadingPosition);

/** Positions of private windows are kept in memory and end with the browser. */
const areaFor = (isPrivate: boolean) => (isPrivate ? browser.storage.session : browser.storage.local);

let queue: Promise<unknown> = Promise.resolve();

/** One change after the other: each begins with what the one before it wrote. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
}

/** Where the reader stopped on the page of this address (without fragment); undefined when nothing is known. */
export function findPosition(url: string, isPrivate: boolean): Promise<ReadingPosition | undefined> {
  return inTurn(async () => (await load(isPrivate)).find((each) => each.url === url)).catch(() => undefined);
}

/** Keeps a position; one that cannot be kept is lost, and reading begins at the start next time. */
export async function keepPosition(position: ReadingPosition, isPrivate: boolean): Promise<void> {
  await change(isPrivate, (others) => [position, ...others], position.url);
}

/** The page was read to its end. */
export async function forgetPosition(url: string, isPrivate: boolean): Promise<void> {
  await change(isPrivate, (others) => others, url);
}

/** The last private window is closed. */
export async function forgetPrivatePositions(): Promise<void> {
  await inTurn(() => browser.storage.session.remove(KEY));
}

async function change(isPrivate: boolean, make: (others: ReadingPosition[]) => ReadingPosition[], url: string): Promise<void> {
  const work = async () => {
    const known = await load(isPrivate);
    await areaFor(isPrivate).set({ [KEY]: make(known.filter((each) => each.url !== url)).slice(0, MOST) });
  };
  await inTurn(work).catch((thrown: unknown) => console.warn('The place was not kept.', thrown));
}

async function load(isPrivate: boolean): Promise<ReadingPosition[]> {
  return Positions.safeParse((await areaFor(isPrivate).get(KEY))[KEY]).data ?? [];
}
