import type { ExportedConversation, ExportedRun } from '../../lib/shared/history-file.ts';

const SYLLABLES = 'ba be bi bo bu da de di do du fa fe fi ga ge go ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi wa we wi za ze'.split(' ');
/** Different words, and how much oftener the first ones are: as in languages, the n-th is as frequent as 1 / n. */
const WORDS = 20_000;

/** Numbers between 0 and 1 that are the same in every run. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function spell(number: number): string {
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) word += SYLLABLES[rest % SYLLABLES.length];
  return word;
}

/** Conversations as a reader may have had them: two questions about a page, answers of 150 to 350 words. */
export function* composeConversations(count: number): Generator<ExportedConversation> {
  const random = makeRandom(7);
  const word = () => spell(Math.floor(WORDS ** random()) - 1);
  const text = (words: number) => Array.from({ length: words }, (_, i) => `${word()}${i % 12 === 11 ? '.' : ''}`).join(' ');
  const start = Date.UTC(2024, 0, 1);
  for (let i = 0; i < count; i++) {
    const id = `conversation-${i}`;
    const createdAt = start + i * 3_600_000;
    const page = { url: `https://site${i % 400}.example/${i}`, title: text(6) };
    const runs = [0, 1].map((position): ExportedRun => ({
      id: `${id}-${position}`, threadId: id, page, position, createdAt, state: 'done', engine: 'server', model: 'bench', host: 'api.example', reasoning: '',
      request: { task: 'ask', source: { kind: 'page' }, question: `${text(9)}?` },
      text: text(150 + Math.floor(random() * 200)),
      read: { wordsRead: 900, wordsTotal: 900, omissions: [] },
      sent: { host: 'api.example', model: 'bench', maxTokens: 3_000, messages: [{ role: 'user', content: text(300) }] },
    }));
    yield { id, title: '', named: false, page, createdAt, updatedAt: createdAt, pinned: false, runs };
  }
}

/** A conversation of so many questions about one page, which comes before all others in the history. */
export function composeLongConversation(runs: number): ExportedConversation {
  const id = crypto.randomUUID();
  const [first] = composeConversations(1);
  if (!first) throw new Error('no conversation');
  const [sample] = first.runs as ExportedRun[];
  const createdAt = Date.now();
  return {
    ...first, id, createdAt, updatedAt: createdAt, pinned: true,
    runs: Array.from({ length: runs }, (_, position) => ({ ...sample, id: `${id}-${position}`, threadId: id, position, createdAt, parentId: position > 0 ? `${id}-${position - 1}` : null })),
  };
}

/** What somebody may search for: rare words and frequent ones, alone and in pairs. */
export function composeQueries(count: number): string[] {
  const random = makeRandom(11);
  return Array.from({ length: count }, (_, i) => {
    const word = () => spell(Math.floor(WORDS ** random()) - 1);
    return i % 3 === 2 ? `${word()} ${word()}` : word();
  });
}
