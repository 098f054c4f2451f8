import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Answer } from '~/lib/api/answer';
import { buildBody, initialAdaptation } from '~/lib/api/adapt-request';
import { readCitations } from '~/lib/api/web-citations';
import { webSearchOf } from '~/lib/shared/web-search';

const A = 'https://a.example/x';
const B = 'http://b.example/y';

describe('pages of the web in a reply', () => {
  test.each<[string, unknown, unknown[]]>([
    ['addresses', { citations: [A, B] }, [{ n: 1, url: A }, { n: 2, url: B }]],
    ['addresses with results', { citations: [B, A], search_results: [{ title: ' Of A ', url: A, date: '2026-01-02', last_updated: null }, { url: B, title: 'Of B', date: null, last_updated: '2026-02-03' }] }, [{ n: 1, url: B, title: 'Of B', date: '2026-02-03' }, { n: 2, url: A, title: 'Of A', date: '2026-01-02' }]],
    ['results alone', { search_results: [{ title: 'Of A', url: A }] }, [{ n: 1, url: A, title: 'Of A' }]],
    ['objects as citations', { citations: [{ url: A, title: 'Of A' }] }, [{ n: 1, url: A, title: 'Of A' }]],
    ['annotations of a message', { choices: [{ message: { annotations: [{ type: 'url_citation', url_citation: { url: A, title: 'Of A', start_index: 1 } }, { type: 'url_citation', url_citation: { url: A } }, { type: 'url_citation', url_citation: { url: B } }] } }] }, [{ n: 1, url: A, title: 'Of A' }, { n: 2, url: B }]],
    ['annotations of a delta, flat', { choices: [{ delta: { annotations: [{ type: 'url_citation', url: A, title: 'Of A' }] } }] }, [{ n: 1, url: A, title: 'Of A' }]],
    ['what is no address, which keeps its number', { citations: ['javascript:alert(1)', A, 'data:text/html,x', '', null, 7, B] }, [{ n: 2, url: A }, { n: 7, url: B }]],
    ['nothing', { citations: [], search_results: null, choices: [{ message: { annotations: [] } }] }, []],
    ['other types', { citations: 'x', search_results: { url: A }, choices: [{ message: 'x', delta: { annotations: [null, 7, { type: 'file' }] } }, 7] }, []],
  ])('%s', (_, frame, expected) => {
    expect(readCitations(frame)).toEqual(expected);
  });

  test('are web addresses with distinct numbers, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), fc.array(fc.oneof(fc.webUrl(), fc.string(), fc.anything())), (odd, citations) => {
      for (const frame of [odd, { citations }, { search_results: citations.map((url) => ({ url })) }, { choices: [{ delta: { annotations: citations.map((url) => ({ url_citation: { url } })) } }] }]) {
        const found = readCitations(frame);
        expect(found.every(({ url }) => /^https?:/i.test(url.trim()))).toBe(true);
        expect(new Set(found.map(({ n }) => n)).size).toBe(found.length);
      }
    }));
  });
});

describe('an answer', () => {
  const frame = (more: object) => ({ choices: [{ index: 0, delta: { content: 'x' }, finish_reason: null }], ...more });
  const read = (...frames: object[]) => {
    const answer = new Answer();
    for (const each of frames) void [...answer.read(each)];
    void [...answer.read({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })];
    return [...answer.close()].filter(({ type }) => type === 'citations');
  };

  test('tells its pages once, though every frame does', () => {
    expect(read(frame({ citations: [A] }), frame({ citations: [A, B] }), frame({ citations: [A, B] }))).toEqual([{ type: 'citations', citations: [{ n: 1, url: A }, { n: 2, url: B }] }]);
  });

  test('collects pages that come one at a time', () => {
    const noted = (url: string) => ({ choices: [{ index: 0, delta: { annotations: [{ type: 'url_citation', url_citation: { url } }] }, finish_reason: null }] });
    expect(read(frame({}), noted(A), noted(B), noted(A))).toEqual([{ type: 'citations', citations: [{ n: 1, url: A }, { n: 2, url: B }] }]);
  });

  test('without any tells none', () => {
    expect(read(frame({}))).toEqual([]);
  });
});

test('only models that are known to search the web are asked to, each in its way', () => {
  const body = (model: string) => {
    const webSearch = webSearchOf(model);
    return buildBody({ model, messages: [{ role: 'user', content: 'x' }], ...(webSearch ? { webSearch } : {}) }, initialAdaptation('api.aimlapi.com', model));
  };
  expect(body('perplexity/sonar')).toMatchObject({ search_mode: 'web' });
  expect(body('perplexity/sonar-pro')).toMatchObject({ search_mode: 'web' });
  expect(body('alibaba/qwen3.6-flash')).toMatchObject({ enable_search: true, search_options: { enable_source: true } });
  for (const model of ['gpt-4o-mini', 'gpt-4o-search-preview', 'bagoodex/bagoodex-search-v1', 'moonshot/kimi-k2-preview', 'alibaba/qwen3.5-flash']) {
    expect(Object.keys(body(model)).filter((key) => /search/.test(key)), model).toEqual([]);
  }
});
