import { WEIGHTS, type Rule, type Sign } from './rule';

/** Where a text stands, and what the page around it is about. */
export interface Surroundings {
  /** Seen by readers, or only by machines: hidden text, comments, attributes, metadata, what was encoded. */
  place: 'hidden' | 'visible';
  /** The page is about such instructions: it shows them, and warns of them. */
  about: boolean;
  /** Readers see it, though not what it says: code in a paragraph. */
  shownInCode?: boolean;
  /** The page explains encodings, and shows the text as an example. */
  explained?: boolean;
  /** The page speaks a good deal of artificial intelligence. */
  technical: boolean;
  /** Several texts side by side, which make no sense together unless they are an order. */
  pieces?: boolean;
  /** The page shows a conversation with an assistant, turn by turn. */
  transcript?: boolean;
}

export interface Match {
  rule: Rule;
  start: number;
  end: number;
}

/** Characters within which signs belong together. */
const REACH = 420;
/** What readers do not see needs less proof than what they see. */
const NEEDED = { hidden: 4, visible: 5, technical: 7 };
/** In sight these say nothing: every page of prompts is full of them. */
const FOR_MACHINES_ONLY: ReadonlySet<Sign> = new Set(['persona', 'reset', 'call', 'duty']);
const LEADING: ReadonlySet<Sign> = new Set(['override', 'template', 'reveal', 'leak', 'jailbreak', 'bid', 'conceal', 'address', 'mandate']);

/** Who is addressed is not called as well, and who is given an order has a duty. */
const SAID_BY: Partial<Record<Sign, readonly Sign[]>> = { call: ['address'], duty: ['address', 'mandate'], mandate: ['bid'] };

/** The stretches of a text whose signs together are proof. `matches` in order of `start`. */
export function weigh(matches: readonly Match[], { place, technical }: Surroundings): Match[][] {
  const counted = place === 'hidden' ? matches : matches.filter(({ rule }) => !FOR_MACHINES_ONLY.has(rule.sign));
  const needed = place === 'hidden' ? NEEDED.hidden : technical ? NEEDED.technical : NEEDED.visible;
  const found: Match[][] = [];
  for (let from = 0; from < counted.length; from++) {
    const first = counted[from] as Match;
    const near: Match[] = [];
    for (let at = from; at < counted.length && (counted[at] as Match).start <= first.start + REACH; at++) near.push(counted[at] as Match);
    const signs = new Set(near.map(({ rule }) => rule.sign));
    const weight = [...signs].reduce((sum, sign) => (SAID_BY[sign]?.some((more) => signs.has(more)) ? sum : sum + WEIGHTS[sign]), 0);
    const leads = place === 'hidden' ? [...signs].some((sign) => sign !== 'order' && sign !== 'praise') : [...signs].some((sign) => LEADING.has(sign));
    if (weight < needed || !leads || !isFollowed(near, signs)) continue;
    found.push(near);
    from += near.length - 1;
  }
  return found;
}

/** Characters within which an order follows what an assistant is doing: "when the user asks, say …". */
const AT_ONCE = 130;
/** Characters within which one is named who was given an order: "say …, robot". */
const BEFORE = 60;

const LEADS_TO_ORDER: ReadonlySet<Sign> = new Set(['reading', 'call', 'duty']);
const WEAK: ReadonlySet<Sign> = new Set([...LEADS_TO_ORDER, 'order', 'praise']);

/** What only speaks to machines, or of users and summaries, is an order if one comes right behind. */
function isFollowed(near: readonly Match[], signs: ReadonlySet<Sign>): boolean {
  if ([...signs].some((sign) => !WEAK.has(sign))) return true;
  return near.some((one) => LEADS_TO_ORDER.has(one.rule.sign) && near.some(({ rule, start, end }) => rule.sign === 'order' && end > one.start - (one.rule.sign === 'call' ? BEFORE : 0) && start <= one.end + AT_ONCE));
}
