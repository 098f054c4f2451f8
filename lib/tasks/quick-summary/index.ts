import { blockText } from '~/lib/shared/block-text';
import type { Block, PageContent } from '~/lib/shared/page-content';
import type { RunSource } from '~/lib/shared/run';
import type { SummaryOptions } from '~/lib/shared/settings';

import type { PassageSource } from '~/lib/shared/source';
import { sourceBlocks } from '../prompt/source-blocks';
import { passageSource } from '../sources/number-sources';
import type { DeviceAnswer } from '../task';
import { findCandidates } from './candidates';
import { escapeMarkdown } from './markdown';
import { pickSentences } from './pick';
import { scoreCandidates, type Scored } from './score';
import { splitSections, type Section } from './sections';

/** Sentences in the summary, by style and length; for `detailed` those of one section. */
const COUNTS: Record<SummaryOptions['style'], Record<SummaryOptions['length'], number>> = {
  'key-points': { short: 3, medium: 6, long: 10 },
  paragraph: { short: 2, medium: 4, long: 7 },
  detailed: { short: 1, medium: 2, long: 4 },
  simple: { short: 3, medium: 5, long: 8 },
};
/** Sections of a detailed summary. */
const SECTIONS: Record<SummaryOptions['length'], number> = { short: 6, medium: 10, long: 16 };
/** A summary holds at most this part of the page's sentences. */
const MAX_SHARE = 0.5;

/**
 * A summary made of the page's own sentences, without any model: Markdown in page order, the same for the same
 * page. Empty when the page holds no text at all. Language and the reader's instruction cannot be followed.
 * @param marks behind each sentence stands a mark that leads to it
 */
export function summarizeOnDevice(page: PageContent, source: RunSource, options: SummaryOptions, marks = false): DeviceAnswer {
  const blocks = sourceBlocks(page, source);
  const strict = findCandidates(blocks, page.lang, true);
  const candidates = strict.length > 0 ? strict : findCandidates(blocks, page.lang, false);
  if (candidates.length === 0) return { text: listOutline(blocks), sources: [] };
  const scored = scoreCandidates(candidates, {
    title: page.title,
    headings: blocks.flatMap((block) => (block.kind === 'heading' ? block.text : [])).join(' '),
    language: /^[a-z]{2,3}/i.exec(page.lang ?? '')?.[0].toLowerCase() ?? '',
    leads: page.kind === 'article' && source.kind !== 'selection',
    simple: options.style === 'simple',
  });
  const most = (count: number, of: number) => (of <= 2 ? of : Math.min(count, Math.ceil(of * MAX_SHARE)));
  const count = COUNTS[options.style][options.length];
  if (options.style === 'detailed') {
    const sections = splitSections(blocks, scored);
    if (sections.length > 1) return mark(bestSections(sections, SECTIONS[options.length]).map((section) => pickFrom(section, count)), 'detailed', blocks, marks);
  }
  const sentences = options.style === 'detailed' ? count * 4 : count;
  return mark([{ heading: undefined, sentences: pickSentences(scored, most(sentences, scored.length)) }], options.style, blocks, marks);
}

type Picked = Pick<Section, 'sentences'> & { heading: string | undefined };

/** The text of the summary, and where its sentences stand, by their number in it. */
function mark(sections: readonly Picked[], style: SummaryOptions['style'], blocks: readonly Block[], marks: boolean): DeviceAnswer {
  const numbers = new Map(sections.flatMap(({ sentences }) => sentences).map((sentence, index) => [sentence, index + 1]));
  const sources = marks ? [...numbers].map(([{ text, block }, n]): PassageSource => ({ ...passageSource(n, text, blocks[block]), mark: n })) : [];
  const parts = sections.map(({ heading, sentences }) => {
    const list = render(sentences, style, (sentence) => (marks ? `[${numbers.get(sentence) ?? 0}]` : ''));
    return heading ? `## ${escapeMarkdown(heading)}\n\n${list}` : list;
  });
  return { text: parts.join('\n\n'), sources };
}

function render(sentences: readonly Scored[], style: SummaryOptions['style'], markOf: (sentence: Scored) => string): string {
  const texts = sentences.map((sentence) => {
    const mark = markOf(sentence);
    return escapeMarkdown(sentence.text) + (mark && needsSpace(sentence.text) ? ' ' : '') + mark;
  });
  if (style === 'key-points' || style === 'detailed') return texts.map((text) => `- ${text}`).join('\n');
  return texts.reduce((all, text, index) => all + (index > 0 && needsSpace(sentences[index - 1]?.text ?? '') ? ' ' : '') + text, '');
}

/** Chinese and Japanese sentences follow each other without a space. */
function needsSpace(before: string): boolean {
  return !/[。！？」』）]$/u.test(before);
}

function pickFrom({ heading, sentences }: Section, count: number): Picked {
  return { heading, sentences: pickSentences(sentences, Math.min(count, Math.max(1, Math.ceil(sentences.length * MAX_SHARE)))) };
}

/** The sections with the best sentences, in page order. */
function bestSections(sections: Section[], most: number): Section[] {
  const worth = (section: Section) => Math.max(...section.sentences.map(({ score }) => score));
  const chosen = new Set([...sections].sort((a, b) => worth(b) - worth(a)).slice(0, most));
  return sections.filter((section) => chosen.has(section));
}

/** What can be said of a page without sentences: its headings, else the beginning of its lists and captions. */
function listOutline(blocks: readonly Block[]): string {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const lines = (headings.length > 0 ? headings : blocks.filter((block) => block.kind !== 'code')).flatMap((block) =>
    blockText(block).split('\n'),
  );
  return lines.filter((line) => line.trim()).slice(0, 10).map((line) => `- ${escapeMarkdown(line.trim())}`).join('\n');
}
