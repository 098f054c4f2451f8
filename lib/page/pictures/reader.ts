import { READER_JOBS, type ReaderJobName, type ReaderJobs } from '~/lib/shared/reader-jobs';
import type { z } from '~/lib/shared/zod';
import { type MarksBackground, MarkedPage } from '../speech-marks/marked-page';
import { ShownPassage } from '../speech-marks/shown-passage';
import { describe, undescribe } from './describe';
import { findPicture } from './find-picture';
import { readSlice } from './held-files';
import { listPictures, readOne, readVisibleText } from './list-pictures';
import type { ReadFile } from './read-file';
import { readPixels } from './read-pixels';
import { reveal, unreveal } from './reveal';
import { unclobberedDocument } from '../unclobbered';
import { drawThumbnails } from './thumbnails';

type Input<N extends ReaderJobName> = z.output<ReaderJobs[N]['input']>;
type Output<N extends ReaderJobName> = z.output<ReaderJobs[N]['output']>;
type Jobs = { [N in ReaderJobName]: (input: Input<N>) => Promise<Output<N>> };

/** Does jobs by name, for the background. Throws for a name or an input that the table does not know. */
export type Reader = (name: ReaderJobName, input: unknown) => Promise<unknown>;

/** A reader of one document, its frames of the same origin included. */
export function createReader(page: Document, readFile: ReadFile, background: MarksBackground): Reader {
  const document = unclobberedDocument(page);
  const marked = new MarkedPage(page, background);
  const shown = new ShownPassage();
  const jobs: Jobs = {
    visibleText: () => readVisibleText(document),
    list: ({ maxSide }) => listPictures(document, maxSide),
    find: async ({ ref, maxSide }) => {
      const element = findPicture(document, ref);
      return element ? readOne(document, element, maxSide) : null;
    },
    pixels: async ({ ref, maxSide }) => {
      const element = findPicture(document, ref);
      return element ? readPixels(element, maxSide, readFile) : { kind: 'gone' };
    },
    slice: ({ file, slice }) => readSlice(file, slice),
    thumbnails: ({ ids, side }) => drawThumbnails(document, ids, side, readFile),
    reveal: async ({ ref }) => {
      const element = findPicture(document, ref);
      return element ? reveal(element) : null;
    },
    unreveal: async () => {
      unreveal();
      return null;
    },
    describe: async (input) => ({ added: describe(document, input) }),
    undescribe: async () => {
      undescribe(document);
      return null;
    },
    openMarks: async ({ reading, blocks }) => {
      marked.open(reading, blocks);
      return null;
    },
    mark: async ({ reading, sentence, word, follow }) => marked.find(reading)?.mark(sentence, word, follow) ?? 'unknown',
    markWord: async ({ reading, word, follow }) => marked.find(reading)?.markWord(word, follow) ?? 'unknown',
    findPlace: async ({ reading }) => {
      const found = marked.find(reading);
      return found ? found.findPlace() : 'unknown';
    },
    showPassage: async ({ text }) => shown.show(page, text),
    unmark: async () => {
      marked.close();
      return null;
    },
  };
  return (name, input) => run(jobs, name, input);
}

async function run<N extends ReaderJobName>(jobs: Jobs, name: N, input: unknown): Promise<Output<N>> {
  return jobs[name](READER_JOBS[name].input.parse(input) as Input<N>);
}
