import type { ChatMessage, ImagePart } from '~/lib/shared/chat';
import type { PageContent } from '~/lib/shared/page-content';
import type { PagePicture } from '~/lib/shared/picture';
import type { AnswerRequest, ReadReport, ReportRequest, RunRequest, RunSource } from '~/lib/shared/run';
import type { SummaryOptions } from '~/lib/shared/settings';
import type { PassageSource } from '~/lib/shared/source';

export type TaskId = RunRequest['task'];

/** A picture as it is sent, with what the page says about it. */
export interface SentPicture {
  /** In order, from top to bottom (or left to right): several when a long picture is sent in pieces. */
  images: ImagePart[];
  /** Only the first of several frames is sent. */
  animated: boolean;
  /** Absent for what is no picture of the page (the view, a region), and when the page could not be asked. */
  about?: Pick<PagePicture, 'kind' | 'name' | 'caption' | 'heading' | 'around'> | undefined;
}

/** What a task makes its request from. */
export interface TaskInput<R extends AnswerRequest = AnswerRequest> {
  request: R;
  page: PageContent;
  /** The words of the page that fit, as Markdown; made by `fitPage`. */
  text: string;
  /** Share of the page that `text` holds, 0 to 1. */
  share: number;
  /** Where `text` is chosen passages, how they were. */
  passages?: ReadReport['passages'] | undefined;
  /** BCP 47 tag of the browser's interface, e.g. `de-AT`. */
  browserLanguage: string;
  /** Earlier questions and answers of the thread, oldest first, as far as they fit; see `fitHistory`. */
  history: ChatMessage[];
  /** What the request is about, where it is about pictures; empty elsewhere. */
  pictures: SentPicture[];
  /** Language of descriptions: `page`, `browser`, or a BCP 47 tag. */
  pictureLanguage: string;
  /** The answer is to mark what it rests on; see `sourcesRule`. */
  marks?: boolean | undefined;
  /** Random string that delimits page text, so that the page cannot close the quotation itself; made by `makeBoundary`. */
  boundary: string;
}

/** What buttons, menus and commands know of a task. Kept apart so that the popup loads no prompt. */
export interface TaskMeta<R extends RunRequest = RunRequest> {
  id: R['task'];
  /** Message keys in `public/_locales`: its button's name and what its menu entry says by source. */
  titleKey: string;
  menuKeys: Partial<Record<RunSource['kind'], string>>;
  /** Position among the four jobs of popup and panel; absent: no button of its own. */
  order?: number;
  /** Position of its menu entries after those of the tasks that have a button. */
  menuOrder?: number;
  /** Its button opens this in place of starting a run. `pictures`: the list of the page's pictures. */
  opens?: 'pictures';
  /** The request a button, menu entry or command starts with. */
  makeRequest?(source: R['source'], options: { summary: SummaryOptions }): R;
}

/** A task whose work is no single message to a model: `lib/background/guard` does it, and what comes of it is `Run.report`. */
export interface ReportTask<R extends ReportRequest = ReportRequest> extends TaskMeta<R> {
  report: true;
}

/** Which part of a text a request is about. */
export interface PartInput {
  /** Counted from 1. */
  number: number;
  total: number;
  /** Words of the page that its beginning stands under, outermost first. */
  trail: readonly string[];
  /** Words that the notes on it may have. */
  noteWords: number;
}

/** How a text larger than the model's context is read whole: notes on each part, notes on notes while these are too many, the answer. */
export interface InParts<R extends AnswerRequest = AnswerRequest> {
  /** Whether this request wants that; otherwise only what fits is read. */
  wants(request: R): boolean;
  /** Asks for notes on the part that `input.text` holds. */
  noteMessages(input: TaskInput<R>, part: PartInput): ChatMessage[];
  /** Asks for one set of notes in the place of several, which `input.text` holds. */
  joinMessages(input: TaskInput<R>, part: Pick<PartInput, 'noteWords'>): ChatMessage[];
  /** Asks for the answer from the notes on all parts, which `input.text` holds; `input.share` is that of the text they are on. */
  answerMessages(input: TaskInput<R>): ChatMessage[];
}

/** What this device gives in place of a model. */
export interface DeviceAnswer {
  /** Markdown, with a mark behind each sentence of the page where `TaskInput.marks` asks for them. */
  text: string;
  /** The sentences that the marks stand for, as they stand in the page. */
  sources: PassageSource[];
}

/** One thing Docent can do. Popup, menus, panel and options are built from these. */
export interface Task<R extends AnswerRequest = AnswerRequest> extends TaskMeta<R> {
  /** Messages for a chat model: instructions in `system`, the page as data in `user`. */
  buildMessages(input: TaskInput<R>): ChatMessage[];
  /** Tokens to leave for the answer. */
  answerTokens(request: R): number;
  /** Absent: a text that does not fit is never read whole. */
  inParts?: InParts<R>;
  /**
   * What the reader gets of the model's whole answer; with it, nothing is shown before the answer is complete. Throws
   * `content-filtered` for an answer that is none.
   */
  tidyAnswer?(text: string): string;
  /** The answer this device can give without any model; absent when it can give none. */
  answerOnDevice?(input: TaskInput<R>): DeviceAnswer;
}
