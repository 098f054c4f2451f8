import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { leadToPage } from '~/lib/background/pdf/lead-to-page';
import { keepPdfPassword } from '~/lib/storage/pdf-passwords';

const BOOK = 'https://example.org/book.pdf';
let address: string;
const steps: string[] = [];
/** What the browser says of how the document was navigated; undefined: Docent may not ask. */
let navigation: string | undefined;

beforeEach(() => {
  fakeBrowser.reset();
  // Text, of which any but none counts as true.
  vi.stubEnv('FIREFOX', '');
  steps.length = 0;
  navigation = 'Other';
  address = BOOK;
  Object.assign(fakeBrowser, {
    scripting: {
      executeScript: async () => {
        if (!navigation) throw new Error('Cannot access contents of the page.');
        return [{ result: navigation }];
      },
    },
  });
  Object.assign(fakeBrowser.tabs, {
    get: async () => ({ id: 7, url: address }),
    update: async (_id: number, { url }: { url: string }) => {
      steps.push(url);
      // The tab has it a moment later.
      setTimeout(() => {
        address = url;
        void fakeBrowser.tabs.onUpdated.trigger(7, { url }, { id: 7 } as never);
      }, 20);
    },
    reload: vi.fn(async () => void steps.push(`opened again at ${address}`)),
  });
});

it('the viewer opens the file again once the tab has the new address; where it has it already, at once', async () => {
  expect(await leadToPage(7, BOOK, 3)).toBe(true);
  expect(steps).toEqual([`${BOOK}#page=3`, `opened again at ${BOOK}#page=3`]);
  expect(await leadToPage(7, BOOK, 3)).toBe(true);
  expect(steps.slice(2)).toEqual([`opened again at ${BOOK}#page=3`]);
});

it('a file of this computer is opened again without a question', async () => {
  navigation = undefined;
  address = 'file:///home/me/book.pdf';
  expect(await leadToPage(7, address, 2)).toBe(true);
  expect(steps.at(-1)).toBe('opened again at file:///home/me/book.pdf#page=2');
});

it.each([['a form has made the file', 'FormSubmitted'], ['a form was sent again', 'Resubmitted'], ['nobody can tell', undefined]])('nothing is touched where %s', async (_, type) => {
  navigation = type;
  expect(await leadToPage(7, BOOK, 3)).toBe(false);
  expect(steps).toEqual([]);
});

it('nothing is touched where the viewer would ask for the password again', async () => {
  await keepPdfPassword(7, BOOK, 'sesame');
  expect(await leadToPage(7, BOOK, 3)).toBe(false);
  expect(steps).toEqual([]);
});

it('the viewer of Firefox hears of its new address, and opens nothing again', async () => {
  vi.stubEnv('FIREFOX', 'true');
  expect(await leadToPage(7, BOOK, 3)).toBe(true);
  expect(steps).toEqual([`${BOOK}#page=3`]);
});
