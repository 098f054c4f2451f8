import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyedStore } from '~/components/hooks/keyed-store';
import { inlinePicture, ThumbnailLoader } from '~/components/hooks/thumbnail-loader';

const asked: string[][] = [];
let answer: (ids: string[]) => Promise<Record<string, string>>;
vi.mock('~/lib/messaging/call', () => ({
  call: (_name: string, { ids }: { ids: string[] }) => {
    asked.push(ids);
    return answer(ids);
  },
}));

const JPEG = 'data:image/jpeg;base64,AAAA';
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`);

beforeEach(() => {
  asked.length = 0;
  answer = (ids) => Promise.resolve(Object.fromEntries(ids.map((id) => [id, JPEG])));
});

describe('thumbnails', () => {
  it('are fetched in groups, those that came into sight last first, each once', async () => {
    const store = new KeyedStore<string>();
    const loader = new ThumbnailLoader(1, store);
    for (const id of [...numbered(50), 'p1', 'p50']) loader.request(id);
    await vi.waitFor(() => expect(store.entries()).toHaveLength(50));
    expect(asked.map(({ length }) => length)).toEqual([24, 24, 2]);
    expect(asked[0]).toContain('p50');
    loader.request('p7');
    loader.request('p51');
    await vi.waitFor(() => expect(store.has('p51')).toBe(true));
    expect(asked[3]).toEqual(['p51']);
  });

  it('that could not be had are asked for again only when told to', async () => {
    answer = () => Promise.reject(new Error('no access'));
    const store = new KeyedStore<string>();
    const loader = new ThumbnailLoader(1, store);
    loader.request('p1');
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    answer = () => Promise.resolve({ p1: JPEG });
    loader.request('p1');
    loader.forgetFailures();
    loader.request('p1');
    await vi.waitFor(() => expect(store.get('p1')).toBe(JPEG));
    expect(asked).toEqual([['p1'], ['p1']]);
  });

  it.each(['https://evil.example/p.png', 'data:text/html,<b>', 'data:image/svg+xml;base64,AAAA', 'blob:x', 'javascript:1', ''])(
    'never come from the network or as a document: %s',
    async (address) => {
      expect(inlinePicture(address)).toBeUndefined();
      answer = () => Promise.resolve({ p1: address, p2: JPEG });
      const store = new KeyedStore<string>();
      const loader = new ThumbnailLoader(1, store);
      loader.request('p1');
      loader.request('p2');
      await vi.waitFor(() => expect(store.get('p2')).toBe(JPEG));
      expect(store.has('p1')).toBe(false);
    },
  );
});
