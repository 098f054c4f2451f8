import { AppError } from '~/lib/shared/app-error';
import type { Run } from '~/lib/shared/run';
import { TASKS } from '~/lib/tasks';
import { fitPage } from '~/lib/tasks/prompt/fit-page';
import { buildDeviceInput, type Material } from './build-request';
import type { RunChanges } from './live-run';
import type { RunContext } from './run-context';

/**
 * Answers by Docent's own means, without any model. Throws `page-empty`, and for a task that needs a model what keeps
 * one from answering: `no-key`, or `needs-model` where the reader chose this device.
 */
export function answerOnDevice({ live }: RunContext, material: Material, because: RunChanges): void {
  const task = TASKS[material.request.task];
  if (!task.answerOnDevice) throw new AppError(because.fallback === 'no-key' ? 'no-key' : 'needs-model');
  const { input, read } = buildDeviceInput(material);
  const text = task.answerOnDevice(input);
  if (!text) throw new AppError('page-empty');
  live.change({ engine: 'device', model: undefined, host: undefined, read, ...because, state: 'streaming' });
  live.addText(text);
  live.change({ state: 'done', finish: 'stop' });
}

/** Tokens the built-in Summarizer is first tried with; its quota differs by device. */
const FIRST_TRY = 12_000;
const SMALLEST_TRY = 1_000;

/** Answers with the browser's built-in Summarizer, with half of the text each time that it finds it too long. */
export async function answerInBrowser({ live, platform, signal }: RunContext, material: Material): Promise<void> {
  const { request, page } = material;
  if (request.task !== 'summarize') throw new AppError('needs-model');
  live.change({ engine: 'browser', state: 'waiting' });
  for (let tokens = FIRST_TRY; ; tokens /= 2) {
    const { text, wordsRead, wordsTotal } = fitPage(page, tokens, request.source);
    if (!text) throw new AppError('page-empty');
    live.change({ read: { wordsRead, wordsTotal, omissions: page.omissions } });
    try {
      const language = languageOf(request.options.language, page.lang, material.browserLanguage);
      for await (const piece of platform.summarizer.summarize({ text, options: request.options, language }, signal)) {
        if (live.run.state === 'waiting') live.change({ state: 'streaming' });
        live.addText(piece);
      }
      break;
    } catch (thrown) {
      const tooLong = thrown instanceof AppError && thrown.code === 'context-too-long';
      if (!tooLong || live.run.text || tokens / 2 < SMALLEST_TRY) throw thrown;
    }
  }
  if (!live.run.text.trim()) throw new AppError('empty-answer');
  live.change({ state: 'done', finish: 'stop' } satisfies Partial<Run>);
}

function languageOf(wanted: string, page: string | undefined, browserTag: string): string {
  if (wanted === 'page') return page ?? browserTag;
  return wanted === 'browser' ? browserTag : wanted;
}
