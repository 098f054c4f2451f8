import { type GuardPart, splitForGuard } from '~/lib/guard/chunks';
import type { QuotedText } from '~/lib/guard/find-quote';
import { findSent } from '~/lib/guard/find-sent';
import { blockText } from '~/lib/shared/block-text';
import type { ImagePart } from '~/lib/shared/chat';
import type { Finding } from '~/lib/shared/guard';
import type { PageContent } from '~/lib/shared/page-content';
import type { PagePicture } from '~/lib/shared/picture';
import type { ReportRequest } from '~/lib/shared/run';
import { countWords } from '~/lib/shared/words';
import type { StoredImage } from '~/lib/storage/images';
import { selectedText, sourceBlocks } from '~/lib/tasks/prompt/source-blocks';
import { listTabPictures } from '../pictures/find-pictures';
import type { RunContext } from '../run-context';
import { JUDGED_SIDE, MOST_PARTS, MOST_PICTURES } from './limits';

/** What a report is about, read and ready to be judged. */
export interface ReportMaterial {
  findings: Finding[];
  parts: GuardPart[];
  /** The page's own texts, to compare quotations with. */
  texts: QuotedText[];
  wordsTotal: number;
  /** Pictures of the page, whose pixels are had when their turn comes. */
  listed: PagePicture[];
  /** Pictures at hand. */
  pictures: { id: string; images: ImagePart[] }[];
  files: StoredImage[];
  imagesTotal: number;
}

export type CheckSafetyRequest = Extract<ReportRequest, { task: 'check-safety' }>;

/** Cuts what was read into what is judged, `tokens` a part. Pictures are those of the page in the tab, where they are asked for. */
export async function gatherMaterial(context: RunContext, request: CheckSafetyRequest, page: PageContent, tokens: number): Promise<ReportMaterial> {
  const { source } = request;
  const selection = selectedText(page, source);
  const blocks = sourceBlocks(page, source);
  // The parts of a selection have no ids that the page knows.
  const texts: QuotedText[] = selection
    ? blocks.map((block) => ({ text: blockText(block) }))
    : [{ text: page.title }, { text: page.standfirst ?? '' }, ...blocks.map((block) => ({ text: blockText(block), blockId: block.id }))];
  const all = splitForGuard(selection ? { title: '', blocks } : { ...page, blocks }, tokens);
  const { pictures, more } = request.images && source.kind === 'page' ? await listTabPictures(context.tabId, JUDGED_SIDE, context.signal) : { pictures: [], more: 0 };
  return {
    findings: chooseFindings(page, selection),
    parts: all.slice(0, MOST_PARTS),
    texts,
    wordsTotal: countAll(all),
    listed: pictures.slice(0, MOST_PICTURES),
    pictures: [],
    files: [],
    imagesTotal: pictures.length + more,
  };
}

export function countAll(parts: readonly GuardPart[]): number {
  return parts.reduce((sum, { text }) => sum + countWords(text), 0);
}

/** Of what was found in the page, what stands in the selection. */
function chooseFindings({ findings = [] }: PageContent, selection: string | undefined): Finding[] {
  if (selection === undefined) return findings;
  return findSent(findings, selection);
}
