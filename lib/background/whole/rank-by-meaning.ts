import type { Server } from '~/lib/api/types';
import { hostOf } from '~/lib/shared/base-url';
import type { Usage } from '~/lib/shared/chat';
import type { Settings } from '~/lib/shared/settings';
import { findVectors, keepVectors } from '~/lib/storage/vector-cache';
import { cutPassages, type KnownRanking } from '~/lib/tasks/whole/choose-passages';
import { rankVectors } from '~/lib/tasks/whole/fuse-ranks';
import { partText } from '~/lib/tasks/whole/split-document';
import { addUsage } from '../add-usage';
import type { Material } from '../build-request';
import { inParallel } from '../guard/in-parallel';
import { isChecked } from '../guard/pass-checkpoint';
import type { RunContext } from '../run-context';

/** Passages in one request: all servers take so many (contract section 12 names none). */
const BATCH = 64;

/**
 * The passages of a page by what they mean, the closest to the question first, where the reader has chosen a model for it. For that all of the
 * text goes to the server, so none does before its host was accepted, nor where something is to be checked before it is sent. None
 * when it cannot be had: then the words alone decide.
 * @param room tokens of text that the request for the answer takes
 */
export async function rankByMeaning(context: RunContext, settings: Settings, server: Server, { request, page }: Material, room: number): Promise<KnownRanking | undefined> {
  const { embeddingModel: model } = settings.documents;
  if (request.task !== 'ask' || !model || !settings.sendAcceptedHosts.includes(hostOf(server.baseUrl))) return undefined;
  if (isChecked(settings.guard, 'page') || isChecked(settings.guard, 'message')) return undefined;
  const passages = cutPassages(page, room, request.source).map(({ blocks }) => partText(blocks));
  try {
    const [question] = await embed(context, settings, server, model, [request.question]);
    const vectors = await embedKept(context, settings, server, model, passages);
    if (!question || vectors.some(({ length }) => length !== question.length)) return undefined;
    return { total: passages.length, order: rankVectors(vectors, question), model };
  } catch (thrown) {
    context.signal.throwIfAborted();
    console.warn('Passages are found by their words alone.', thrown);
    return undefined;
  }
}

async function embedKept(context: RunContext, settings: Settings, server: Server, model: string, passages: readonly string[]): Promise<Float32Array[]> {
  const id = await hash(JSON.stringify([server.baseUrl, model, passages]));
  const { isPrivate } = context.live;
  const known = isPrivate ? undefined : await findVectors(id);
  if (known?.length === passages.length) return known;
  const vectors = await embed(context, settings, server, model, passages);
  if (!isPrivate) await keepVectors(id, vectors);
  return vectors;
}

async function embed({ live, platform, signal }: RunContext, settings: Settings, server: Server, model: string, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  const starts = Array.from({ length: Math.ceil(texts.length / BATCH) }, (_, i) => i * BATCH);
  let usage: Usage | undefined;
  try {
    await inParallel(starts, signal, async (start, either) => {
      const reply = await platform.api.embedTexts(server, { model, texts: texts.slice(start, start + BATCH) }, { signal: either });
      for (const [i, vector] of reply.vectors.entries()) vectors[start + i] = Float32Array.from(vector);
      usage = addUsage(usage, reply.usage);
    }, settings.documents.parallel);
  } finally {
    if (usage) live.change({ usage: addUsage(live.run.usage, usage) });
  }
  return vectors;
}

async function hash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
