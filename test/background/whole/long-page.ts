import type { FakeAnswer } from '../fake-api';
import { makeModel } from '../fake-api';
import { makePage, World } from '../world';

const SENTENCES = ['The keeper lit the lamp at dusk and went home at dawn.', 'Nobody in the harbour had seen a light so bright.', 'Ships came from the north with coal and timber.'];

/** A page of sections, each with a fact of its own: "The number of lighthouse 3 is 7003." */
export function makeLongPage(sections: number, words = 1_000) {
  const filler = (length: number) => Array.from({ length: Math.ceil(length / 10) }, (_, i) => SENTENCES[i % SENTENCES.length]).join(' ');
  const blocks = Array.from({ length: sections }, (_, i) => [
    { id: `b${i * 3 + 1}`, kind: 'heading' as const, level: 2, text: `Lighthouse ${i + 1}` },
    { id: `b${i * 3 + 2}`, kind: 'paragraph' as const, text: filler(words / 2) },
    { id: `b${i * 3 + 3}`, kind: 'paragraph' as const, text: `${filler(words / 2)} ${factOf(i)}` },
  ]).flat();
  const count = blocks.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu)?.length ?? 0), 0);
  return makePage({ blocks, wordCount: count });
}

/** The fact of the section number `i` from 0. */
export const factOf = (i: number) => `The number of lighthouse ${i + 1} is ${7_001 + i}.`;

/** A world whose model takes about one section of `makeLongPage` at a time. */
export async function openLongWorld(sections: number, { contextLength = 4_000, accepted = true } = {}): Promise<World> {
  const world = await World.open({ accepted });
  world.page = makeLongPage(sections);
  world.api.bundledModels = [makeModel('google/gemini-3-1-flash-lite', { contextLength })];
  return world;
}

/** All that a request says. */
export const sentText = ({ request }: FakeAnswer) => request.messages.map(({ content }) => content).join('\n');

/** The part a request is about, from 1; none for one about notes. */
export function partOf(answer: FakeAnswer): number | undefined {
  const number = /It is part (\d+) of \d+/.exec(sentText(answer))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** What a model might note of a part: its fact. */
function noteOn(answer: FakeAnswer): string {
  return `- ${[...sentText(answer).matchAll(/The number of lighthouse \d+ is \d+\./g)].map(([fact]) => fact).join(' ')}`;
}

export const USAGE = { promptTokens: 100, completionTokens: 10, usd: 0.001 };

/** Answers each request as soon as it arrives: notes on a part with its facts, everything else with `Whole answer.`. `other` may take one. */
export function answerAll(world: World, other: (answer: FakeAnswer, index: number) => boolean | undefined = () => false): void {
  const { streamChat } = world.api;
  let count = 0;
  world.api.streamChat = (...args) => {
    const stream = streamChat.apply(world.api, args);
    const answer = world.api.answers.at(-1);
    if (answer && !other(answer, count++)) {
      const isNote = sentText(answer).includes('ake notes on what is quoted') || sentText(answer).includes('Make one set of notes');
      answer.text(isNote ? noteOn(answer) : 'Whole answer.').finish('stop', USAGE);
    }
    return stream;
  };
}
