import { formatTime } from '~/lib/i18n/format';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { ExportedRun } from '~/lib/shared/history-file';
import { RunTree } from '~/lib/shared/run-tree';
import { TASKS } from '~/lib/tasks';
import { citeMarkdown } from '~/lib/tasks/sources/cite-markdown';
import type { LoadedConversation } from '~/lib/storage/export-conversations';

/** A conversation to be read by people and other programs: a heading, then question and answer in turn. */
export function writeMarkdown({ title, page, createdAt, runs }: LoadedConversation['conversation']): string {
  const source = page.url ? [`<${page.url.replace(/[<>\s]/g, encodeURIComponent)}>`] : [];
  const head = [`# ${oneLine(title || page.title || t('historyUntitled'))}`, [...source, formatTime(createdAt)].join(' · ')];
  return `${[...head, ...writeTree(new RunTree(runs))].join('\n\n')}\n`;
}

/** What is shown, then under headings of their own the other versions of its turns, each with what is shown after it. */
function writeTree(tree: RunTree<ExportedRun>): string[] {
  const shown = tree.path();
  const others = (path: readonly ExportedRun[]) => path.flatMap((run) => tree.versionsOf(run.id).filter((other) => other !== run));
  const lines = shown.flatMap(writeRun);
  const waiting = others(shown);
  for (const run of waiting) {
    const after = tree.path(run.id);
    lines.push(`## ${nameVersion(tree, run)}`, ...[run, ...after].flatMap(writeRun));
    waiting.push(...others(after));
  }
  return lines;
}

function nameVersion(tree: RunTree<ExportedRun>, run: ExportedRun): string {
  const versions = tree.versionsOf(run.id);
  if (run.comparison) return t('compareAnswerOf', oneLine(run.model ?? run.comparison.model));
  return t('versionOf', versions.indexOf(run) + 1, versions.length);
}

function writeRun(run: ExportedRun): string[] {
  const { request, text, state, model = run.comparison?.model } = run;
  const asked = 'question' in request && request.question.trim() ? request.question.trim() : t(TASKS[request.task].titleKey as MessageKey);
  const answer = cite(run).trim() || t(run.report ? 'historyReportLeftOut' : 'historyNoAnswer');
  const ended = state === 'done' || !text.trim() ? [] : [`*${t('historyUnfinished')}*`];
  const by = model ? [`*${oneLine(model)}*`] : [];
  return [quote(asked), answer, ...ended, ...by];
}

function cite({ text, sources, read }: ExportedRun): string {
  const words = { heading: t('sourcesHeading'), unverified: t('sourceUnverified'), none: t('sourceNone'), page: (number: number) => t('sourcePage', number) };
  return citeMarkdown(text, sources, words, read?.documents);
}

function quote(text: string): string {
  return text.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
