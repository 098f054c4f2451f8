import type { Behaviour } from '../server/behaviour.ts';
import type { Rig } from './rig.ts';
import { LONG_CONVERSATION, measureStream, openFloor, openLong, openOurs, type Side, type StreamCost } from './streaming.ts';
import { median, percentile, type Row } from './table.ts';

const RATE = 200;
const QUICK_RATE = 1_000;

interface Pair {
  ours: StreamCost[];
  floor: StreamCost[];
}

/** Costs of streamed answers, Docent's panel and the floor in turns. */
export async function* compareStreams(rig: Rig, longBlocks: Record<string, (tokens: number) => string>, quick: boolean): AsyncGenerator<Row> {
  const short = quick ? 1_000 : 8_000;
  const long = short * 4;
  const rounds = quick ? 1 : 3;
  const steadyRounds = quick ? 1 : 2;
  const compare = (behaviour: Behaviour, times = rounds, withGaps = false) => measureInTurns(rig, behaviour, times, withGaps);

  // The first answer compiles the code and warms the browser; it counts for neither.
  await compare({ tokens: 200 }, 1);

  const steady = await compare({ tokens: short, rate: RATE }, steadyRounds);
  yield row(`${name(short)} at ${RATE} tokens/s: main thread of the panel`, steady, mainThread, { timesFloor: 1.5 });
  yield row(`${name(short)} at ${RATE} tokens/s: last byte to complete document`, steady, (cost) => cost.tail, { most: 50 });

  const smooth = await compare({ tokens: quick ? 600 : 2_000, rate: RATE }, 1, true);
  yield row(`frame gap at ${RATE} tokens/s, 95th percentile`, smooth, (cost) => percentile(cost.gaps, 0.95), { most: 34 });

  const fast = await compare({ tokens: short });
  yield row(`${name(short)} as fast as the server sends: main thread`, fast, mainThread, { timesFloor: 5 });
  const fastLong = await compare({ tokens: long });
  yield growth(`growth, ${name(long)} against ${name(short)}, as fast as the server sends`, fast, fastLong);

  for (const [kind, write] of Object.entries(longBlocks)) {
    const costs = await compare({ text: write(short), rate: QUICK_RATE }, 1);
    yield row(`${name(short)} in ${kind} at ${QUICK_RATE} tokens/s: main thread`, costs, mainThread);
    yield row(`${name(short)} in ${kind}: last byte to complete document`, costs, (cost) => cost.tail);
    const quickly = await compare({ text: write(short) }, 1);
    yield row(`${name(short)} in ${kind} as fast as the server sends: main thread`, quickly, mainThread);
  }

  const late = await measureInTurns(rig, { tokens: short, rate: RATE }, 1, true, openLong);
  yield row(`${name(short)} at ${RATE} tokens/s at message ${LONG_CONVERSATION} of a conversation: main thread`, late, mainThread, { timesFloor: 1.5 });
  yield row(`message ${LONG_CONVERSATION} of a conversation: frame gap, 95th percentile`, late, (cost) => percentile(cost.gaps, 0.95), { most: 34 });
  yield row(`message ${LONG_CONVERSATION} of a conversation: last byte to complete document`, late, (cost) => cost.tail, { most: 50 });

  const steadyLong = await compare({ tokens: long, rate: RATE }, 1);
  yield row(`${name(long)} at ${RATE} tokens/s: main thread of the panel`, steadyLong, mainThread);
  yield growth(`growth, ${name(long)} against ${name(short)}, at ${RATE} tokens/s`, steady, steadyLong);
}

async function measureInTurns(rig: Rig, behaviour: Behaviour, rounds: number, withGaps: boolean, open = openOurs): Promise<Pair> {
  const pair: Pair = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round++) {
    pair.floor.push(await measureAlone(rig, openFloor, behaviour, withGaps));
    pair.ours.push(await measureAlone(rig, open, behaviour, withGaps));
  }
  return pair;
}

/** In a window of its own, so that nothing of an earlier answer is left in it. */
async function measureAlone(rig: Rig, open: (rig: Rig) => Promise<Side>, behaviour: Behaviour, withGaps: boolean): Promise<StreamCost> {
  const side = await open(rig);
  try {
    const cost = await measureStream(rig, side, behaviour, withGaps);
    if (process.env.BENCH_DETAILS) console.error(JSON.stringify({ open: open.name, ...cost, gaps: cost.gaps.length }));
    return cost;
  } finally {
    await side.page.close();
  }
}

const mainThread = (cost: StreamCost) => cost.mainThread;
const name = (tokens: number) => `${tokens.toLocaleString('en')} tokens`;

function row(what: string, { ours, floor }: Pair, of: (cost: StreamCost) => number, budget?: NonNullable<Row['budget']>): Row {
  return { what, ours: median(ours.map(of)), floor: median(floor.map(of)), unit: 'ms', ...(budget ? { budget } : {}) };
}

function growth(what: string, short: Pair, long: Pair): Row {
  const times = (side: keyof Pair) => median(long[side].map(mainThread)) / median(short[side].map(mainThread));
  return { what, ours: times('ours'), floor: times('floor'), unit: 'x', budget: { most: 4.4 } };
}
