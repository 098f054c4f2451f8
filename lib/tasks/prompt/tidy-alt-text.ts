import { AppError } from '~/lib/shared/app-error';
import { ALT_TEXT_LENGTH } from '~/lib/shared/picture-limits';

/** Lead-ins that models put before the text itself, in the languages seen. */
const LEAD_IN = /^(?:\**(?:here(?:'s| is)[^:]{0,60}|alt(?:ernative)?[- ]?texts?|alternativ-?texts?|description|beschreibung|texte alternatif|texto alternativo|النص البديل)\**\s*[:：]\**)\s*/iu;

/** "Image of" and its like: a screen reader says already that it is a picture. */
const OF_PICTURE =
  /^(?:(?:An?|This|The) (?:image|picture|photo(?:graph)?)|Image|Picture|Photo(?:graph)?) (?:of|showing|shows) |^(?:Das|Dieses) (?:Bild|Foto) zeigt |^(?:الصورة|صورة) تُ?ظهر /u;

const QUOTES: readonly (readonly [string, string])[] = [['"', '"'], ['“', '”'], ['„', '“'], ['«', '»'], ['‘', '’'], ["'", "'"], ['`', '`'], ['**', '**']];

/** A model that declines in words: nothing that may stand in a page as if it told what a picture shows. */
const REFUSAL =
  /^(?:(?:i['’]?m|i am) (?:very )?(?:sorry|unable|not able)\b.{0,60}\b(?:i|to)\b|sorry,? (?:but )?i (?:can|am|won)|i (?:cannot|can['’]?t|won['’]t) (?:help|assist|describe|identify|provide|process|see|view|comply|analy[sz]e)|as an ai\b|(?:es )?tut mir leid,? (?:aber )?(?:ich|dabei|das) |ich kann (?:dir |ihnen )?(?:dabei|das bild|dieses bild|diese anfrage|keine) |(?:je suis )?désolée?,? (?:mais )?je |lo siento,? (?:pero )?no puedo|(?:عذرًا|عذرا|آسف|أعتذر)،? .{0,20}(?:لا أستطيع|لا يمكنني))/iu;

/**
 * An alternative text as a model wrote it, made fit to be one: one line without lead-in, quotation marks and "image of",
 * at most `ALT_TEXT_LENGTH` characters, cut after a word if need be. Throws `content-filtered`, with the model's words,
 * when it declines instead.
 */
export function tidyAltText(answer: string): string {
  let text = answer.replace(/\s+/gu, ' ').trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = unquote(text.replace(LEAD_IN, '').replace(/^[-*•]\s+/u, ''));
  }
  if (REFUSAL.test(text)) throw new AppError('content-filtered', { detail: text });
  const bare = text.replace(OF_PICTURE, '');
  if (bare !== text && bare) text = bare.charAt(0).toLocaleUpperCase() + bare.slice(1);
  return cutAtWord(text, ALT_TEXT_LENGTH);
}

function unquote(text: string): string {
  const pair = QUOTES.find(([open, close]) => text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close));
  if (!pair) return text;
  const inside = text.slice(pair[0].length, -pair[1].length);
  // Two quotations with words between them are not one quotation.
  return inside.includes(pair[0]) || inside.includes(pair[1]) ? text : inside.trim();
}

/** The text within `length` UTF-16 units; a longer one ends with an ellipsis after its last whole word that fits. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length);
  const space = room.lastIndexOf(' ', length - 1);
  // Scripts without spaces, or one endless word: between characters, never inside of one.
  const kept = space > length / 2 ? room.slice(0, space) : room.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.replace(/[\s,;:–-]+$/u, '')}…`;
}
