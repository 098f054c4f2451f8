import type { PageText } from '~/lib/shared/page-content';
import { frameDocument } from '../frame-document';
import { original, unclobbered } from '../unclobbered';

const ELEMENT = 1;
const COMMENT = 8;
/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT` */
const SHOWN = 0x81;

/** Attributes that hold no words: names, addresses, code, sizes. */
const WORDLESS = /^(?:class|id|style|src|srcset|sizes|href|rel|type|width|height|role|tabindex|for|name|target|on\w+|d|viewbox|fill|stroke\S*|points|transform|xmlns\S*|integrity|nonce|media|lang|dir|charset|itemtype|itemprop|property|http-equiv|loading|decoding|crossorigin|method|action|data-(?:src|srcset|href|url|id|testid|v-\w+))$/;
/** Comments that are as short are judged with those next to them, too, up to so many: an order may be cut in pieces. */
const SHORT = 80;
const MOST_TOGETHER = 40;
/** Shorter values hold no order. */
const SHORTEST = 12;
/** Characters of one value, and of all comments and attributes of a page together, that are looked at. */
const LONGEST = 20_000;
const MOST = 1_500_000;
const WORDS = /[^\s]\s+[^\s]|[^\0-\x7F]|[\w+/=-]{24}|%[2-7]\d|\\[ux][\da-f]{2}|\+\w+\+|&#/;

/** What readers type, copy or may type: a page about instructions offers some. */
const TYPED = /^(?:placeholder|value|data-(?:clipboard|copy|prompt|example)\S*)$/;

/** Scripts that are text and no program. */
const INERT = /^(?:text\/(?:plain|template|html|x-[\w-]+|ng-template|markdown)|application\/(?:ld\+json|x-[\w-]+))$/i;
/** Elements whose text the snapshot does not read, and readers see only in other browsers, or once they ask for it. */
const FALLBACKS = new Set(['noscript', 'object', 'audio', 'video', 'canvas', 'datalist', 'noembed', 'noframes', 'applet', 'title', 'desc', 'metadata', 'annotation', 'param']);
/** Every element whose contents are looked at. */
const HOLDERS = new Set([...FALLBACKS, 'script', 'style', 'option', 'textarea', 'template', 'text']);
/** The paint of letters in a drawing that nobody sees. */
const UNPAINTED = /^\s*(?:none|transparent)\s*$/i;
/** What a generated text is written in. */
const GENERATED = /content\s*:\s*("(?:[^"\\]|\\.){12,2000}"|'(?:[^'\\]|\\.){12,2000}')/g;
/** Comments of style sheets. Those of programs are many, go nowhere, and would be judged at the cost of all else. */
const BLOCK_COMMENTS = /\/\*([^]{12,2000}?)\*\//g;

/** An address that hands a prompt to an assistant. */
const PROMPTING = /(?:chatgpt|openai|claude|perplexity|grok|gemini|copilot|bing|mistral|deepseek|google)\.[a-z]+\/[^\s]*[?&](?:q|prompt|query|text)=([^&#]{12,})/i;

/** A value within an address that is several words. */
const SPOKEN = /[?&#;/][\w.-]*=?((?:[^\s?&#=/+%]{1,40}(?:\+|%20)){3,}[^\s?&#=/]+|(?:%[\dA-Fa-f]{2}){16,})/g;
const SHORTEST_SPOKEN = 30;

/** Every text of a document that is written for machines, shadow trees, frames and templates included. */
export function* readMachineTexts(document: Document): Generator<PageText> {
  const roots: Node[] = [document];
  let left = MOST;
  for (let root = roots.pop(); root; root = roots.pop()) {
    for (const passage of readTree(root, roots)) {
      yield passage;
      left -= passage.text.length;
      if (left < 0) return;
    }
  }
}

function* readTree(root: Node, more: Node[]): Generator<PageText> {
  const document = (root.nodeType === 9 ? root : root.ownerDocument) as Document;
  const walker = document.createTreeWalker(original(root), SHOWN);
  let shortOnes: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === COMMENT) {
      const text = node.nodeValue ?? '';
      yield* worded('comment', text);
      if (text.length <= SHORT) shortOnes.push(text.trim());
    }
    if (shortOnes.length > 0 && (node.nodeType !== COMMENT || shortOnes.length >= MOST_TOGETHER)) {
      if (shortOnes.length > 1) yield* worded('comment', shortOnes.join(' '), { pieces: true });
      shortOnes = [];
    }
    if (node.nodeType !== ELEMENT) continue;
    const element = unclobbered(node as Element);
    const tag = element.localName;
    // Names first: an `Attr` for each of some thousands costs more than all that is read of them.
    for (const name of element.getAttributeNames()) {
      if (!isWorded(name)) continue;
      const value = element.getAttribute(name) ?? '';
      if (value.length >= SHORTEST) yield* readAttribute(tag, name, value);
    }
    if (HOLDERS.has(tag)) yield* readContents(element);
    if (element.shadowRoot) more.push(element.shadowRoot);
    if (tag === 'template') more.push((element as HTMLTemplateElement).content);
    if (tag === 'iframe' || tag === 'frame') {
      const inner = frameDocument(element);
      if (inner) more.push(inner);
    }
  }
}

/** Names of attributes repeat: each is judged once. */
const judged = new Map<string, boolean>();
const MOST_NAMES = 2_000;

function isWorded(name: string): boolean {
  let is = judged.get(name);
  if (is === undefined) {
    is = name === 'href' || !WORDLESS.test(name);
    if (judged.size < MOST_NAMES) judged.set(name, is);
  }
  return is;
}

function* readAttribute(tag: string, name: string, value: string): Generator<PageText> {
  if (name === 'href') {
    const prompt = PROMPTING.exec(value)?.[1];
    if (prompt) yield* worded('attribute', plain(prompt));
    else if (value.length >= SHORTEST_SPOKEN) for (const [, sentence = ''] of value.matchAll(SPOKEN)) yield* worded('attribute', plain(sentence));
  } else yield* worded(tag === 'meta' ? 'metadata' : 'attribute', value, TYPED.test(name) ? { quoted: true } : {});
}

function* readContents(element: Element): Generator<PageText> {
  const tag = element.localName;
  if (tag === 'script') {
    const type = element.getAttribute('type') ?? '';
    if (!INERT.test(type)) return;
    const text = element.textContent ?? '';
    if (/json/i.test(type)) for (const value of stringsIn(text)) yield* worded('metadata', value);
    else yield* worded('hidden-text', withoutMarkup(text));
  } else if (tag === 'style') {
    const text = (element.textContent ?? '').slice(0, MOST);
    for (const [, value = ''] of text.matchAll(GENERATED)) yield* worded('hidden-text', value.slice(1, -1));
    for (const [, comment = ''] of text.matchAll(BLOCK_COMMENTS)) yield* worded('comment', comment);
  } else if (tag === 'title' && element.parentElement?.localName === 'head') yield* worded('visible', element.textContent ?? '');
  else if (FALLBACKS.has(tag) && element.parentElement?.localName !== 'head') yield* worded('hidden-text', withoutMarkup(element.textContent ?? ''));
  else if (tag === 'noscript') yield* worded('hidden-text', withoutMarkup(element.textContent ?? ''));
  else if (tag === 'option' || tag === 'textarea') yield* worded(isUnseen(element) ? 'hidden-text' : 'visible', element.textContent ?? '');
  else if (tag === 'text') { if (UNPAINTED.test(element.getAttribute('fill') ?? '')) yield* worded('hidden-text', element.textContent ?? ''); } else if (tag === 'template') yield* worded('hidden-text', (element as HTMLTemplateElement).content.textContent ?? '');
}

/** Whether an element is hidden by what stands in its own mark-up, or in that of those around it. */
function isUnseen(element: Element): boolean {
  return element.closest('[hidden],[style*="display:none" i],[style*="display: none" i]') !== null;
}

function* worded(carrier: PageText['carrier'], text: string, more: Pick<PageText, 'quoted' | 'pieces'> = {}): Generator<PageText> {
  if (text.length >= SHORTEST && WORDS.test(text.slice(0, 200))) yield { carrier, ...more, text: text.length > LONGEST ? `${text.slice(0, LONGEST / 2)} ${text.slice(-LONGEST / 2)}` : text };
}

function plain(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

/** Fallbacks and templates may hold mark-up as text. */
function withoutMarkup(text: string): string {
  return text.includes('<') ? text.replace(/<\/?[a-z][^<>|]{0,500}>/gi, ' ') : text;
}

/** Every string of a JSON text; nothing for one that cannot be read. */
function stringsIn(json: string): string[] {
  if (json.length > 200_000) return [];
  const found: string[] = [];
  try {
    JSON.parse(json, (_, value: unknown) => {
      if (typeof value === 'string' && value.length >= SHORTEST) found.push(value);
      return null;
    });
  } catch {
    return [json];
  }
  return found;
}
