import { PassageInspector } from '~/lib/guard/instructions/inspect-passages';
import { t } from '~/lib/i18n/message';
import { AppError } from '~/lib/shared/app-error';
import { MediaPlayer } from '~/lib/shared/media-player';
import type { Block, ExtractedPage } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';
import { z } from '~/lib/shared/zod';
import type { TabDocument } from '../read-tab';
import { withLimit } from '../time-limit';
import { FETCH_LIMIT, fetchTracks } from './fetch-tracks';
import { joinCues } from './join-cues';
import { parseVtt } from './parse-vtt';

/** What the extractor hands over beside the page. */
const WithPlayers = z.object({ players: z.array(MediaPlayer) });

/** A paragraph, in its own language where that is another than the page's. */
type Paragraph = { text: string; lang?: string };

/**
 * The page with the captions of its players behind its text, each player's behind a heading, to be judged as text in plain
 * sight. Files that the browser has not loaded are fetched; captions that cannot be had are left out.
 * @param extracted what the extractor gave, not parsed yet
 */
export async function addCaptions(page: ExtractedPage, extracted: unknown, at: TabDocument, signal: AbortSignal): Promise<ExtractedPage> {
  const parsed = WithPlayers.safeParse(extracted);
  if (!parsed.success) return page;
  const { players } = parsed.data;
  const files = await loadFiles(players, at, signal);
  const added: Block[] = [];
  const add = (block: { kind: 'heading'; level: number; text: string } | ({ kind: 'paragraph' } & Paragraph)) => added.push({ id: `b${page.blocks.length + added.length + 1}`, ...block });
  for (const player of players) {
    const paragraphs = readParagraphs(player, files, page.lang);
    if (paragraphs.length === 0) continue;
    add({ kind: 'heading', level: 2, text: headingOf(player) });
    for (const paragraph of paragraphs) add({ kind: 'paragraph', ...paragraph });
  }
  const texts = added.flatMap((block) => ('text' in block ? [{ text: block.text, blockId: block.id }] : []));
  return {
    ...page,
    blocks: [...page.blocks, ...added],
    wordCount: texts.reduce((sum, { text }) => sum + countWords(text), page.wordCount),
    texts: [...page.texts, ...texts.map((one) => ({ carrier: 'visible' as const, ...one }))],
  };
}

/** The files that must be fetched, by address. */
async function loadFiles(players: readonly MediaPlayer[], at: TabDocument, signal: AbortSignal): Promise<Map<string, string | null>> {
  const addresses = [...new Set(players.flatMap(({ tracks }) => tracks.flatMap(({ src }) => src ?? [])))];
  if (addresses.length === 0) return new Map();
  try {
    const files = await withLimit(fetchTracks(addresses, at), FETCH_LIMIT, new AppError('page-too-slow'), signal);
    return new Map(addresses.map((address, index) => [address, files[index] ?? null]));
  } catch {
    signal.throwIfAborted();
    return new Map();
  }
}

function readParagraphs({ tracks }: MediaPlayer, files: ReadonlyMap<string, string | null>, pageLang: string | undefined): Paragraph[] {
  return tracks.flatMap(({ lang, cues, src }) => {
    const paragraphs = joinCues(cues ?? parseVtt((src && files.get(src)) || ''));
    return paragraphs.map((text) => ({ text, ...(lang && lang !== pageLang ? { lang } : {}) }));
  });
}

/** A name may be in an attribute only, which no reader sees: there an order has no place in the text. */
function headingOf({ name }: MediaPlayer): string {
  return name && !new PassageInspector(() => '').isOrder('attribute', name) ? name : t('captionsOfVideo');
}
