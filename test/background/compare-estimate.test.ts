import { describe, expect, it } from 'vitest';
import { makeModel } from './fake-api';
import { World } from './world';

describe('what is said before a question is sent to several models', () => {
  it('is what each comes to, and what a model cannot do', async () => {
    const world = await World.open();
    const words = Array.from({ length: 6_000 }, (_, index) => `word${index}`).join(' ');
    world.page = { ...(world.page as object), blocks: [{ id: 'b1', kind: 'paragraph', text: words }], wordCount: 6_000 };
    world.api.bundledModels = [makeModel('wide', { contextLength: 200_000, price: { input: 1, output: 2 } }), makeModel('narrow', { contextLength: 4_000 }), makeModel('tiny', { contextLength: 300 })];
    await world.call('listModels', { refresh: true });
    const estimates = await world.call('estimateComparison', { tabId: 7, kind: 'page', version: 1, models: ['wide', 'narrow', 'tiny'] });
    expect(estimates).toMatchObject([{ model: 'wide', estimate: { price: { input: 1 } } }, { model: 'narrow', passages: true }, { model: 'tiny', error: { code: 'context-too-long' } }]);
    expect(estimates?.[0]).not.toHaveProperty('passages');
    expect(estimates?.[1]?.estimate).not.toHaveProperty('price');
    expect(estimates?.[1]?.estimate?.sent).toBeLessThan(4_000);
    expect(world.api.answers).toHaveLength(0);
  });
});
