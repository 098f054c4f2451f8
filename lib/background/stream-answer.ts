import type { Server } from '~/lib/api/types';
import type { WebCitation } from '~/lib/api/web-citations';
import { AppError } from '~/lib/shared/app-error';
import type { ChatMessage, FinishReason, Usage } from '~/lib/shared/chat';
import type { OutgoingRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { webSearchOf } from '~/lib/shared/web-search';
import { answerTask } from '~/lib/tasks';
import { writeList } from '~/lib/tasks/sources/number-sources';
import { addUsage } from './add-usage';
import type { Material } from './build-request';
import { CitedAnswer, namedSources } from './cite-answer';
import { continueMessages } from './continue-messages';
import { guardAnswer } from './guard/guard-answer';
import { openJudge } from './guard/judge';
import { isChecked } from './guard/pass-checkpoint';
import type { LiveRun } from './live-run';
import { loadFiles } from './pdf/as-file/load-files';
import { loadImages } from './pictures/run-images';
import type { RunContext } from './run-context';
import { citeWeb } from './web-search';

export interface Outgoing {
  model: string;
  messages: ChatMessage[];
  maxTokens: number;
  web?: OutgoingRequest['web'];
}

/**
 * Sends a request and streams the answer into the run; text that is there already is continued. Ends in state `done`. Throws
 * `guard-blocked` as soon as a part of the answer is not to be shown, and what `streamChat` throws.
 * @param material what the request was made from, where it is at hand
 */
export async function streamAnswer(
  context: RunContext,
  settings: Settings,
  server: Server,
  outgoing: Outgoing,
  material?: Material,
): Promise<void> {
  const { live, platform, signal } = context;
  const { model, maxTokens } = outgoing;
  const tidyAnswer = answerTask(live.run.request)?.tidyAnswer;
  const list = writeList(namedSources(live.run.sources));
  if (live.run.text) live.keepContinuation(list);
  const messages = live.run.text ? continueMessages(outgoing.messages, live.run.text + list) : outgoing.messages;
  const [images, files] = await Promise.all([loadImages(messages, material?.files), loadFiles(messages)]);
  signal.throwIfAborted();
  const isSearching = outgoing.web === 'asked';
  const webSearch = isSearching ? webSearchOf(model) : undefined;
  const request = { model, messages, maxTokens, ...(images.size > 0 ? { images } : {}), ...(files.size > 0 ? { files } : {}), ...(webSearch ? { webSearch } : {}) };
  const guarded = isChecked(settings.guard, 'answer')
    ? guardAnswer(context, settings, await openJudge(platform.api, settings, server, signal), (text) => showText(live, text))
    : undefined;
  const cited = live.run.sources && !tidyAnswer && !isSearching ? new CitedAnswer(live, material, signal) : undefined;
  const show = (text: string) => (guarded ? guarded.add(text) : text && showText(live, text));
  let untidy = '';
  let found: WebCitation[] = [];
  let usage: Usage | undefined;
  let finish: FinishReason | undefined;
  try {
    for await (const event of platform.api.streamChat(server, request, { signal: guarded?.signal ?? signal, onMasked: (masked) => live.addMasked(masked) })) {
      switch (event.type) {
        case 'text':
          if (tidyAnswer) untidy += event.text;
          else show(cited ? cited.take(event.text) : event.text);
          if (!guarded?.holds) await cited?.check();
          break;
        case 'reasoning':
          if (!guarded?.holds) live.addReasoning(event.text);
          break;
        case 'citations':
          if (isSearching) found = event.citations;
          break;
        case 'usage':
          usage = event.usage;
          break;
        case 'finish':
          finish = event.reason;
          break;
      }
    }
    signal.throwIfAborted();
    const tidy = tidyAnswer?.(untidy);
    if (tidy) show(tidy);
  } finally {
    // An answer that is not shown has been paid for, too.
    if (usage) live.change({ usage: addUsage(live.run.usage, usage) });
    if (cited) show(cited.end(finish !== 'stop'));
    // Also what came before the stream broke off is the reader's, once it has passed.
    await guarded?.end();
  }
  if (cited && guarded?.holds && !(await guarded.passes(cited.unchecked.map(({ quote }) => quote).join('\n')))) cited.drop();
  await cited?.check(finish === 'stop');
  if (found.length > 0 && (!guarded?.holds || (await guarded.passes(found.map(({ title, url }) => title ?? url).join('\n'))))) live.change({ sources: citeWeb(live.run.sources, found) });
  if (!live.run.text.trim()) throw new AppError(finish === 'filtered' ? 'content-filtered' : 'empty-answer', { model });
  live.change({ state: 'done', finish: finish ?? 'stop' });
  if (finish === 'stop') live.dropBlocks();
}

function showText(live: LiveRun, text: string): void {
  if (live.run.state === 'waiting') live.change({ state: 'streaming' });
  live.addText(text);
}
