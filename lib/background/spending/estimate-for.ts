import type { Server } from '~/lib/api/types';
import { browserLanguage } from '~/lib/i18n/language';
import type { ModelEstimate } from '~/lib/messaging/compare-calls';
import type { ModelList } from '~/lib/messaging/protocol';
import type { QuestionEstimate } from '~/lib/messaging/spending-calls';
import type { ChatMessage, ImagePart } from '~/lib/shared/chat';
import type { PageContent } from '~/lib/shared/page-content';
import type { AnswerRequest } from '~/lib/shared/run';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import type { Settings } from '~/lib/shared/settings';
import { estimateTokens } from '~/lib/shared/tokens';
import { TASKS } from '~/lib/tasks';
import { readData } from '~/lib/tasks/prompt/read-data';
import { cutPassages } from '~/lib/tasks/whole/choose-passages';
import { partText } from '~/lib/tasks/whole/split-document';
import { buildRequest, countTokens, type Material } from '../build-request';
import { chooseModel, chooseVisionModel, findModel } from '../choose-model';
import type { GuardJudge } from '../guard/judge';
import { isChecked } from '../guard/pass-checkpoint';
import { PAGE_AS_PICTURE } from '../pdf/as-file/send-as-files';
import type { Thread } from '../thread';
import { estimateParts, planParts } from '../whole/plan-parts';
import { taskInParts } from '../whole/read-whole';

/** Tokens of an answer where none was given yet. */
const USUAL_ANSWER = 400;

/** Tokens of a passage of an answer, or of a message, that a guard is asked about. */
const PASSAGE = 100;

/** All that a request would be made of, whichever model it goes to. */
export interface Gathered {
  settings: Settings;
  server: Server;
  judge: GuardJudge;
  thread: Thread;
  list: ModelList;
  page: PageContent;
  history: ChatMessage[];
  request: AnswerRequest;
  /** Tokens that go along beside the page; of a request about pictures, all of them. */
  beside: number;
  /** Pages of PDFs that are attached. */
  pages: number;
  /** Pictures that go along beside those of the conversation. */
  images: readonly ImageSize[];
  withPictures: boolean;
}

type ImageSize = Pick<ImagePart, 'width' | 'height'>;

/**
 * What a request comes to, from the very messages that would be sent.
 * @param wanted absent: the chat model
 * @throws AppError what keeps the model from being asked
 */
export function estimateFor(found: Gathered, wanted?: string): Omit<ModelEstimate, 'model' | 'error'> & { estimate: QuestionEstimate } {
  const { settings, server, judge, thread, list, page, history, request, beside, pages, images, withPictures } = found;
  const isSeen = withPictures || history.some(({ images }) => images?.length);
  const { id, model } = wanted && isSeen ? chooseVisionModel(settings, list, wanted) : chooseModel(settings, list, wanted);
  const about = { model: id, answer: usualAnswer(thread), ...(model?.price ? { price: model.price } : {}) };
  const withGuard = (page: string, sent: readonly ImageSize[]) => {
    const guard = estimateChecks(judge, settings, page, about.answer, sent);
    return { ...about, ...(guard ? { guard } : {}) };
  };
  if (isPictureRequest(request)) return { estimate: { ...withGuard('', images), sent: beside } };
  const material: Material = { request, page, history, browserLanguage: browserLanguage(), pictures: [], pictureLanguage: settings.pictures.language, marks: settings.sources.marks };
  const built = buildRequest(TASKS[request.task], material, model, server.baseUrl);
  const inParts = built.share < 1 ? taskInParts(request) : undefined;
  // What does not fit is chosen from.
  const along = Math.min(beside, Math.max(0, built.room - built.pageTokens));
  const pictures = settings.documents.pdfFiles && model?.files ? ((page.pages?.total ?? 0) + pages) * PAGE_AS_PICTURE : 0;
  const pictured = pictures <= built.room - built.pageTokens ? pictures : 0;
  const shown = [...built.messages.flatMap((message) => message.images ?? []), ...images];
  const estimate = { ...withGuard(readData(built.messages), shown), sent: countTokens(built.messages) + along + pictured };
  if (inParts) return { estimate, parts: estimateParts(inParts, request, planParts('', inParts, material, model, server.baseUrl, Infinity), model?.price) };
  const embedding = built.share < 1 ? estimateEmbedding(settings, page, built.room, (embedder) => findModel(list, embedder)?.price?.input) : undefined;
  return { estimate: { ...estimate, ...(embedding ? { embedding } : {}) }, ...(built.share < 1 ? { passages: true } : {}) };
}

/** All of a text that does not fit goes to the model for embeddings, under the conditions of `rankByMeaning`. */
function estimateEmbedding(settings: Settings, page: PageContent, room: number, priceOf: (model: string) => number | undefined): QuestionEstimate['embedding'] {
  const { embeddingModel: model } = settings.documents;
  if (!model || isChecked(settings.guard, 'page') || isChecked(settings.guard, 'message')) return undefined;
  const tokens = cutPassages(page, room, { kind: 'page' }).reduce((sum, { blocks }) => sum + estimateTokens(partText(blocks)), 0);
  const price = priceOf(model);
  return { tokens, ...(price === undefined ? {} : { usd: (tokens * price) / 1_000_000 }) };
}

/** What checkpoints ask the guard: about the page in the request, the message, the answer, which is judged in passages, and each picture. */
function estimateChecks(judge: GuardJudge, { guard }: Settings, page: string, answer: number, images: readonly ImageSize[]): QuestionEstimate['guard'] {
  const passage = 'word '.repeat(PASSAGE);
  const texts = [
    ...(isChecked(guard, 'page') && page ? [page] : []),
    ...(isChecked(guard, 'message') ? [passage] : []),
    ...(isChecked(guard, 'answer') ? Array.from({ length: Math.ceil(answer / PASSAGE) }, () => passage) : []),
  ];
  const isAsked = (kind: 'text' | 'image') => judge.about(kind).kind === 'model';
  const { requests, promptTokens, usd } = judge.estimate(isAsked('text') ? texts : [], isChecked(guard, 'image') && isAsked('image') ? images : []);
  return requests > 0 ? { tokens: promptTokens, ...(usd === undefined ? {} : { usd }) } : undefined;
}

function usualAnswer({ runs }: Thread): number {
  const counted = runs.flatMap(({ run }) => (run.request.task === 'ask' && !run.parts ? (run.usage?.completionTokens ?? []) : []));
  return counted.length > 0 ? Math.ceil(counted.reduce((sum, tokens) => sum + tokens, 0) / counted.length) : USUAL_ANSWER;
}
