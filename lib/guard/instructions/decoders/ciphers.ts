/** Words of instructions with digits for letters; looked for only where a digit stands beside a letter. */
const DIGIT_BY_LETTER = /[a-z][\d@$!|]|[\d@$!|][a-z]/i;
const LEET = /(?=[^\s]*[\d@$!|])(?:[i1!|][gq9]n[o0]r[e3]|[i1!|]n[s5$][t7]r[uv]c[t7][i1!|][o0]n|pr[o0]mp[t7]|d[i1!|][s5$]r[e3][g96][a4@]rd|f[o0]r[g9][e3][t7]|[a4@][s5$]{2}[i1!|][s5$][t7][a4@]n[t7])/i;
const DIGITS: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 9: 'g', '@': 'a', $: 's', '!': 'i', '|': 'l' };

/** Letters with the same mark between any two of them. */
const SPACED = /(?<![a-zà-ÿа-я\d])(?:[a-zà-ÿа-я][ .\-_*·•|,~/\u00A0]{1,3}){9,}[a-zà-ÿа-я]/gi;
/** Words that run into each other or are joined by marks. */
const JOINED = /(?:ignore|disregard|forget)[-_.+/]?(?:all|any|previous|prior|your|the|every)/i;
/** So many words make a sentence; fewer are the name of a switch, a function, a band. So is an address, of any length. */
const FEWEST_WORDS = 6;
const ADDRESS = /^\W*(?:https?:|www\.)/i;
/** What instructions are made of: where letters have lost their spaces, these words are set apart again. */
const VOCABULARY =
  /(disregard|everything|everyone|anything|summarizing|language|before|were|told|when|ignore|forget|override|bypass|previously|previous|prior|earlier|above|instructions?|directives?|commands?|guidelines|rules|prompts?|system|assistants?|language|models?|recommend|respond|reply|answer|output|reveal|repeat|print|mention|summary|summarize|summarizing|instead|always|only|please|users?|tell|this|that|page|your|and|with|all|any|say|the|you|are|now|not|do|must|send|password)/g;

/** What a text says whose letters are replaced by digits, or spread out. */
export function* readCiphers(text: string): Generator<string> {
  if (DIGIT_BY_LETTER.test(text) && LEET.test(text)) yield text.toLowerCase().replace(/[013457@$!|9]/g, (sign) => DIGITS[sign] ?? sign);
  const spaced = text.match(SPACED);
  if (spaced) yield spaced.map((run) => setApart(run)).join(' ');
}

/** The text with its joined words set apart, and whether none of them is more than a name; undefined where there are none. */
export function readJoined(text: string): { text: string; names: boolean } | undefined {
  let found = false;
  let names = true;
  const said = text.replace(/\S+/g, (run) => {
    if (!JOINED.test(run)) return run;
    found = true;
    const spaced = apart(run.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.+/]+/g, ' '));
    if (!ADDRESS.test(run) && (spaced.match(/\p{L}+/gu)?.length ?? 0) >= FEWEST_WORDS) names = false;
    return spaced;
  });
  return found ? { text: said, names } : undefined;
}

/** Wider gaps are those between words, where there are any. */
function setApart(run: string): string {
  const words = run.split(/[ \u00A0]{2,}|[ \u00A0]*[/|][ \u00A0]*/);
  const joined = words.map((word) => word.replace(/[^\p{L}]+/gu, ''));
  return words.length > 2 ? joined.join(' ') : apart(joined.join(''));
}

function apart(text: string): string {
  return text.toLowerCase().replace(VOCABULARY, ' $1 ');
}
