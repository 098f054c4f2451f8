import { AppError } from '~/lib/shared/app-error';
import type { Server } from '~/lib/api/types';
import type { Run } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { answerTask } from '~/lib/tasks';
import { fitPage } from '~/lib/tasks/prompt/fit-page';
import { buildDeviceInput, type Material, reportReading } from './build-request';
import { guardAnswer } from './guard/guard-answer';
import { GuardJudge, openJudge } from './guard/judge';
import { isChecked } from './guard/pass-checkpoint';
import { keepBlocking } from './guard/past-runs';
import type { RunChanges } from './live-run';
import type { RunContext } from './run-context';

/**
 * Answers by Docent's own means, without any model. Throws `page-empty`, and for a task that needs a model what keeps
 * one from answering: `no-key`, or `needs-model` where the reader chose this device.
 */
export function answerOnDevice({ live }: RunContext, material: Material, because: RunChanges): void {
  const task = answerTask(material.request);
  if (!task?.answerOnDevice) throw new AppError(because.fallback === 'no-key' ? 'no-key' : 'needs-model');
  const { input, read } = buildDeviceInput(material);
  const { text, sources } = task.answerOnDevice(input);
  if (!text) throw new AppError('page-empty');
  live.change({ engine: 'device', model: undefined, host: undefined, read, sources: input.marks ? sources : undefined, ...because, state: 'streaming' });
  live.addText(text);
  live.change({ state: 'done', finish: 'stop' });
}

/** Tokens the built-in Summarizer is first tried with; its quota differs by device. */
const FIRST_TRY = 12_000;
const SMALLEST_TRY = 1_000;

/**
 * Answers with the browser's built-in Summarizer, with half of the text each time that it finds it too long.
 * @param server judges the answer, where answers are checked
 * @param missing why it may not be asked: then there is no verdict
 */
export async function answerInBrowser(context: RunContext, material: Material, settings: Settings, server: Server, missing?: AppError): Promise<void> {
  const { live, platform, signal } = context;
  const { request, page } = material;
  if (request.task !== 'summarize') throw new AppError('needs-model');
  keepBlocking(live, settings.guard);
  live.change({ engine: 'browser', state: 'waiting' });
  const show = (text: string) => {
    if (live.run.state === 'waiting') live.change({ state: 'streaming' });
    live.addText(text);
  };
  const guarded = isChecked(settings.guard, 'answer')
    ? guardAnswer(context, settings, missing ? new GuardJudge(platform.api, settings, server, missing) : await openJudge(platform.api, settings, server, signal), show)
    : undefined;
  let given = false;
  for (let tokens = FIRST_TRY; ; tokens /= 2) {
    const { text, wordsRead, wordsTotal } = fitPage(page, tokens, request.source);
    if (!text) throw new AppError('page-empty');
    live.change({ read: reportReading(page, wordsRead, wordsTotal) });
    try {
      const language = languageOf(request.options.language, page.lang, material.browserLanguage);
      for await (const piece of platform.summarizer.summarize({ text, options: request.options, language }, guarded?.signal ?? signal)) {
        given ||= piece !== '';
        if (guarded) guarded.add(piece);
        else show(piece);
      }
      break;
    } catch (thrown) {
      const tooLong = thrown instanceof AppError && thrown.code === 'context-too-long';
      if (tooLong && !given && tokens / 2 >= SMALLEST_TRY) continue;
      await guarded?.end();
      throw thrown;
    }
  }
  await guarded?.end();
  if (!live.run.text.trim()) throw new AppError('empty-answer');
  live.change({ state: 'done', finish: 'stop' } satisfies Partial<Run>);
}

function languageOf(wanted: string, page: string | undefined, browserTag: string): string {
  if (wanted === 'page') return page ?? browserTag;
  return wanted === 'browser' ? browserTag : wanted;
}
