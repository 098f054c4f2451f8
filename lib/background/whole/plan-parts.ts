import { AppError } from '~/lib/shared/app-error';
import { isLoopback } from '~/lib/shared/base-url';
import { makeBoundary } from '~/lib/shared/boundary';
import type { ChatMessage } from '~/lib/shared/chat';
import { contextWindow } from '~/lib/shared/context-window';
import type { Model } from '~/lib/shared/model';
import type { PageContent } from '~/lib/shared/page-content';
import type { KeptPart, PartsPlan, PartsReport } from '~/lib/shared/parts';
import type { AnswerRequest } from '~/lib/shared/run';
import { estimateTokens } from '~/lib/shared/tokens';
import { fitHistory, withoutPictures } from '~/lib/tasks/prompt/fit-history';
import { sourceBlocks } from '~/lib/tasks/prompt/source-blocks';
import type { InParts, Task, TaskInput } from '~/lib/tasks/task';
import { type DocumentPart, partText, splitDocument, TRAIL_TOKENS } from '~/lib/tasks/whole/split-document';
import { answerRoom, countTokens, MARGIN, type Material } from '../build-request';
import { HISTORY_TOKENS, LARGEST_PART, NOTE_SHARE, NOTE_TOKENS, NOTE_WORDS, SMALLEST_PART } from './limits';

/** How a text is read in parts, and the parts. */
export interface PlannedParts {
  plan: PartsPlan;
  parts: KeptPart[];
}

/** A task that can read in parts. */
export type TaskInParts = Task & { inParts: InParts };

/**
 * Cuts what a request is about into parts that fit the model beside their instructions.
 * @param most tokens of text in a part at most
 * @throws AppError `context-too-long` for a model that takes next to nothing
 */
export function planParts(runId: string, task: TaskInParts, material: Material, model: Model | undefined, baseUrl: string, most: number): PlannedParts {
  const context = contextWindow(model, isLoopback(baseUrl));
  const usable = Math.floor(context * (1 - MARGIN));
  const noteMax = Math.floor(Math.min(NOTE_TOKENS, model?.outputMax ?? Infinity, context * NOTE_SHARE));
  const answerMax = answerRoom(task.answerTokens(material.request), model, context);
  const { browserLanguage, request, marks } = material;
  const history = fitHistory(material.history, HISTORY_TOKENS, 0).map((turn) => (turn.images ? withoutPictures(turn) : turn));
  const pictures = material.pictures.map(({ images, animated }) => ({ images, animated }));
  const common = { page: headOf(material.page), browserLanguage, history, noteMax, answerMax, ...(pictures.length > 0 ? { pictures } : {}), ...(marks ? { marks } : {}) };
  const frame = measureFrames(task, request, { ...common, partTokens: 0, notesTokens: 0 });
  const partTokens = Math.floor(Math.min(most, LARGEST_PART, usable - noteMax - frame.note - TRAIL_TOKENS));
  const notesTokens = usable - Math.max(answerMax + frame.answer, noteMax + frame.join);
  if (partTokens < SMALLEST_PART || notesTokens < SMALLEST_PART) throw new AppError('context-too-long');
  const parts = splitDocument(sourceBlocks(material.page, request.source), partTokens);
  return { plan: { ...common, partTokens, notesTokens }, parts: parts.map((part, index) => keepable(runId, part, index)) };
}

/**
 * The parts anew where a server takes less than was believed: those without a result are cut into smaller ones, the others
 * stay. Throws `context-too-long` when they are as small as can be.
 */
export function splitAgain({ plan, parts }: PlannedParts): PlannedParts {
  const largest = Math.max(0, ...parts.filter(({ result }) => !result).map(({ blocks }) => estimateTokens(partText(blocks))));
  const partTokens = Math.floor(Math.min(plan.partTokens, largest) / 2);
  if (partTokens < SMALLEST_PART) throw new AppError('context-too-long');
  const smaller = parts.flatMap((part) =>
    part.result ? [part] : splitDocument(part.blocks, partTokens).map((piece) => keepable(part.runId, { ...piece, trail: joinTrails(part.trail, piece.trail) }, 0)));
  return { plan: { ...plan, partTokens }, parts: smaller.map((part, index) => ({ ...part, index })) };
}

/** The request about a part, or about results that are put together. */
export function partMessages({ inParts }: TaskInParts, request: AnswerRequest, plan: PartsPlan, part: KeptPart, total: number): ChatMessage[] {
  const noteWords = countNoteWords(plan, total);
  const { index, trail, boundary } = part;
  if (part.level > 0) return inParts.joinMessages(makeInput(request, plan, part.notes, boundary), { noteWords });
  const pictures = part.image ? [{ images: [part.image], animated: false }] : [];
  return inParts.noteMessages({ ...makeInput(request, plan, partText(part.blocks), boundary), pictures }, { number: part.page ?? index + 1, total, trail, noteWords });
}

/** @param share part of the text that the notes are on, 0 to 1 */
export function answerMessages({ inParts }: TaskInParts, request: AnswerRequest, plan: PartsPlan, notes: string, share: number): ChatMessage[] {
  return inParts.answerMessages({ ...makeInput(request, plan, notes, makeBoundary()), pictures: plan.pictures ?? [], share });
}

/** What reading all of it comes to, on the safe side. */
export function estimateParts(task: TaskInParts, request: AnswerRequest, { plan, parts }: PlannedParts, price: Model['price']): PartsReport['estimate'] {
  const frame = measureFrames(task, request, plan);
  // A word is more than one token in most languages, and models do not count well.
  const note = Math.min(plan.noteMax, countNoteWords(plan, parts.length) * 2);
  let requests = parts.length;
  let sent = parts.reduce((sum, { blocks }) => sum + estimateTokens(partText(blocks)), parts.length * frame.note);
  let given = parts.length * note;
  let count = parts.length;
  while (count * note > plan.notesTokens) {
    const groups = Math.ceil((count * note) / plan.notesTokens);
    if (groups >= count) break;
    requests += groups;
    sent += count * note + groups * frame.join;
    given += groups * note;
    count = groups;
  }
  requests += 1;
  sent += count * note + frame.answer;
  given += Math.ceil(plan.answerMax / 2);
  const usd = price && (sent * price.input + given * price.output) / 1_000_000;
  return { requests, tokens: sent + given, ...(usd === undefined ? {} : { usd }) };
}

export function makePart(runId: string, level: number, index: number, notes: string): KeptPart {
  return { runId, level, index, boundary: makeBoundary(), blocks: [], trail: [], words: 0, notes };
}

function keepable(runId: string, part: DocumentPart, index: number): KeptPart {
  return { ...makePart(runId, 0, index, ''), ...part };
}

/** Tokens of each kind of request without what it is about. */
function measureFrames(task: TaskInParts, request: AnswerRequest, plan: PartsPlan): Record<'note' | 'join' | 'answer', number> {
  const empty = makePart('', 0, 9_999, '');
  return {
    note: countTokens(partMessages(task, request, plan, empty, 9_999)),
    join: countTokens(partMessages(task, request, plan, { ...empty, level: 1 }, 9_999)),
    answer: countTokens(answerMessages(task, request, plan, '', 0.5)),
  };
}

/** So many that all notes fit together, if that leaves each enough. */
function countNoteWords({ notesTokens, noteMax }: PartsPlan, total: number): number {
  const most = Math.min(NOTE_WORDS.most, Math.floor(noteMax / 2));
  return Math.max(Math.min(NOTE_WORDS.least, most), Math.min(most, Math.floor(notesTokens / total / 2)));
}

function makeInput(request: AnswerRequest, { page, browserLanguage, history, marks }: PartsPlan, text: string, boundary: string): TaskInput {
  return { request, page, text, share: 1, browserLanguage, history, marks, pictures: [], pictureLanguage: 'page', boundary };
}

function headOf(page: PageContent): PageContent {
  const head: PageContent = { ...page, blocks: [], images: [], omissions: [] };
  delete head.selection;
  delete head.findings;
  return head;
}

function joinTrails(outer: readonly string[], inner: readonly string[]): string[] {
  return [...outer, ...inner].slice(-5);
}
