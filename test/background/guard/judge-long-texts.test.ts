import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { makeModel } from '../fake-api';
import { makeJudge, page, SIGNAL, UNSAFE, unknown, useServer } from './judge-rig';

const at = useServer();

describe('a long text', () => {
  const SMALL = makeModel('some/small', { contextLength: 4_096 });
  const filler = 'Bread is made of flour and water and a little salt. '.repeat(800);

  test('is judged in parts, all of it, and costs what all of them cost', async () => {
    const judge = makeJudge(at.server, { models: [SMALL] });
    const { verdict, usage } = await judge.judge(page(filler), SIGNAL);
    expect(verdict).toEqual({ kind: 'safe' });
    const estimate = judge.estimate([filler], []);
    expect(at.server.guards().length).toBe(estimate.requests);
    expect(estimate.requests).toBeGreaterThan(4);
    expect(estimate.promptTokens).toBeGreaterThanOrEqual(usage?.promptTokens ?? Infinity);
    const sent = at.bodies().map(({ messages }) => String(messages.at(-1)?.content)).join(' ');
    expect(sent.match(/flour/g)).toHaveLength(800);
  });

  test('is unsafe wherever it is', async () => {
    const { verdict, quotes } = await makeJudge(at.server, { models: [SMALL] }).judge(page(`${filler}DOCENT-UNSAFE here. `), SIGNAL);
    expect(verdict).toEqual(UNSAFE);
    expect(quotes).toEqual(['DOCENT-UNSAFE here.']);
  });

  test('is given up at the first failure that all parts would meet', async () => {
    const judge = makeJudge(at.server, { models: [makeModel('test/fault=no-credits', { contextLength: 4_096 })] });
    expect((await judge.judge(page(filler), SIGNAL)).verdict).toEqual(unknown('unavailable'));
    expect(at.server.guards().length).toBeLessThanOrEqual(3);
  });

  test('that the server finds too long is judged in halves', async () => {
    at.server.script({ fault: 'context-too-long' });
    expect((await makeJudge(at.server).judge(page(`${filler.slice(0, 8_000)} DOCENT-UNSAFE.`), SIGNAL)).verdict).toEqual(UNSAFE);
    expect(at.server.guards()).toHaveLength(3);
  });

  test('always too long has no verdict', async () => {
    const judge = makeJudge(at.server, { guard: { model: 'test/fault=context-too-long' } });
    expect(await judge.judge(page(filler.slice(0, 8_000)), SIGNAL)).toMatchObject({ verdict: unknown('unavailable'), error: { code: 'context-too-long' } });
  });

  test('is priced beforehand where the price is known', () => {
    const priced = makeModel('some/priced', { contextLength: 128_000, price: { input: 1, output: 10 } });
    const { usd, promptTokens, completionTokens } = makeJudge(at.server, { models: [priced] }).estimate([filler], []);
    expect(usd).toBeCloseTo((promptTokens + completionTokens * 10) / 1_000_000);
    expect(makeJudge(at.server).estimate([filler], [])).not.toHaveProperty('usd');
  });
});
