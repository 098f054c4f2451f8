import { blockText } from '~/lib/shared/block-text';
import type { PageContent } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';

/** Topics of a page that are offered. */
const MOST = 3;
/** Words under a heading below which there is nothing to ask about. */
const LEAST_WORDS = 25;
const SHORTEST = 4;
const LONGEST = 70;

/** Headings that name a place in a text and no topic, as they are written in texts of many kinds. */
const NO_TOPICS = new Set(
  `contents|table of contents|introduction|intro|overview|summary|abstract|conclusion|conclusions|references|notes|footnotes|sources|bibliography|further reading|see also|external links|appendix|acknowledgements|acknowledgments|comments|related|related articles|about|about the author|faq|contact|share|news|more|example|examples|background|discussion|results|methods
inhalt|inhaltsverzeichnis|einleitung|einführung|überblick|zusammenfassung|fazit|schluss|quellen|literatur|einzelnachweise|anmerkungen|weblinks|siehe auch|anhang|danksagung|kommentare|mehr|mehr zum thema|über den autor|beispiel|beispiele|hintergrund|ergebnisse|methoden
المحتويات|مقدمة|المقدمة|ملخص|خاتمة|الخاتمة|المراجع|مراجع|المصادر|انظر أيضا|انظر أيضًا|وصلات خارجية|ملاحظات|تعليقات|أمثلة`.split(/[|\n]/),
);

/**
 * What a page is about by its own headings: those with the most words under them, in reading order. None that holds orders to an
 * assistant, as found in the page: what the reader presses becomes the reader's question.
 */
export function pickTopics({ blocks, findings = [], title }: PageContent): string[] {
  const suspicious = new Set(findings.map(({ blockId }) => blockId));
  const isOrder = (text: string) => findings.some(({ excerpt, written = '' }) => `${excerpt} ${written}`.includes(text));
  const found: { topic: string; words: number; at: number }[] = [];
  const known = new Set([fold(title)]);
  for (const [at, block] of blocks.entries()) {
    const section = found.at(-1);
    if (block.kind !== 'heading') {
      if (section) section.words += countWords(blockText(block));
      continue;
    }
    const topic = block.level > 1 && !suspicious.has(block.id) && !isOrder(block.text) ? tidy(block.text) : '';
    const isNew = isTopic(topic) && !known.has(fold(topic));
    known.add(fold(topic));
    // What stands under any other heading belongs to none.
    found.push({ topic: isNew ? topic : '', words: 0, at });
  }
  return found
    .filter(({ topic, words }) => topic !== '' && words >= LEAST_WORDS)
    .sort((a, b) => b.words - a.words)
    .slice(0, MOST)
    .sort((a, b) => a.at - b.at)
    .map(({ topic }) => topic);
}

/**
 * Without its number, what ends it, and the marks that it could end the quotation with in which it will stand. Of a question, too,
 * only the words are left: what a page asks is asked about, never in the reader's name.
 */
function tidy(heading: string): string {
  return heading.replace(/\s+/g, ' ').replace(/["“”„‟«»‹›「」『』〝〞＂]/g, '').trim().replace(/^(?:\d+(?:\.\d+)*[.)]?|[IVX]+[.)])\s+/, '').replace(/^[\s¿¡]+|[\s:.;,?!？！؟；–—-]+$/g, '');
}

/** Addresses, and what is more code than words. */
const NO_WORDS = /:\/\/|\bwww\.|@\w|\w\.\w+\/|[<>{}\\`|]/;

function isTopic(text: string): boolean {
  return text.length >= SHORTEST && text.length <= LONGEST && !NO_WORDS.test(text) && /\p{L}{3}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) && !NO_TOPICS.has(fold(text));
}

function fold(text: string): string {
  return text.toLowerCase().trim();
}
