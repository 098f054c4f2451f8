import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { CallInput, CallName } from '~/lib/messaging/protocol';
import type { HistoryHandlers } from '~/lib/background/conversations/handle-history-calls';
import { FILE_END, FILE_HEAD, SEPARATOR } from '~/lib/shared/history-file';
import type { Run } from '~/lib/shared/run';
import { useMessages } from '../components/use-messages';
import { answered, openStorage, reopenStorage } from './history-world';

/** What the page that reads a file talks to. */
let handlers: Pick<HistoryHandlers, 'importConversations'>;
vi.mock('~/lib/messaging/call', () => ({
  call: (name: CallName, input: CallInput<'importConversations'>) => handlers[name as 'importConversations'](JSON.parse(JSON.stringify(input)) as never, {} as never),
}));
vi.mock('~/lib/messaging/wake', () => ({ announceChange: () => undefined }));

async function load() {
  useMessages();
  const { exportConversations } = await import('~/lib/background/conversations/export-history');
  const { importConversations } = await import('~/lib/background/conversations/import-history');
  const { importFile } = await import('~/components/history/import-file');
  handlers = { importConversations: ({ conversations }) => importConversations(conversations) };
  return {
    async exported(as: 'json' | 'markdown' = 'json') {
      const { parts, next } = await exportConversations({ as });
      expect(next).toBeUndefined();
      return as === 'json' ? FILE_HEAD + parts.join(SEPARATOR) + FILE_END : parts.join('');
    },
    imported: (text: string) => importFile(new File([text], 'history.json'), () => undefined),
  };
}

const words = fc.string({ unit: 'binary', maxLength: 40 });
const someRun = fc.record({
  question: words,
  text: words,
  reasoning: words,
  state: fc.constantFrom<Run['state']>('done', 'stopped', 'failed', 'interrupted', 'confirm'),
  sent: fc.option(words, { nil: undefined }),
  // Which of the runs before it follows; none of them: it begins the conversation. Absent in runs of before there were versions.
  follows: fc.option(fc.nat(4), { nil: undefined }),
  chosenAt: fc.option(fc.nat(9_000), { nil: undefined }),
});
const someConversation = fc.record({ runs: fc.array(someRun, { minLength: 1, maxLength: 4 }), name: fc.option(words), pinned: fc.boolean() });

it('what was exported comes back the same, and a second time changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someConversation, { maxLength: 4 }), async (all) => {
      const storage = await openStorage();
      for (const [i, { runs, name, pinned }] of all.entries()) {
        const ids: string[] = [];
        for (const [position, { question, sent, follows, chosenAt, ...about }] of runs.entries()) {
          const place = { ...(follows === undefined ? {} : { parentId: ids[follows] ?? null }), ...(chosenAt === undefined ? {} : { chosenAt }) };
          const run = answered(`c${i}`, question, '', { ...about, ...place });
          ids.push(run.id);
          await storage.indexedRuns.putRun(run, position);
          if (sent !== undefined) await storage.indexedRuns.putRequest({ runId: run.id, host: 'h', model: 'm', maxTokens: 9, messages: [{ role: 'user', content: sent }] });
        }
        const row = (await storage.find()).find(({ conversation }) => conversation?.id === `c${i}`);
        if (name !== null) await storage.renameConversation(row?.number ?? 0, name);
        if (pinned) await storage.pinConversation(row?.number ?? 0, true);
      }
      const file = await (await load()).exported();
      const other = await openStorage();
      const { imported, exported } = await load();
      expect(await imported(file)).toEqual({ added: all.length, known: 0, old: 0, damaged: 0 });
      expect(await exported()).toBe(file);
      expect(await imported(file)).toEqual({ added: 0, known: all.length, old: 0, damaged: 0 });
      expect(await exported()).toBe(file);
      for (const { number, conversation } of await other.find()) expect((await other.find(conversation?.title.slice(0, 3) ?? '')).some((row) => row.number === number)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

it('of a file that is damaged or cut off, what can be read is taken in and the rest is counted', async () => {
  const storage = await openStorage();
  for (const name of ['one', 'two', 'three']) await storage.indexedRuns.putRun(answered(name, name, 'Words.'), 0);
  const file = await (await load()).exported();
  const [head = '', one = '', two = '', three = ''] = file.split('\n');
  const cut = await openStorage();
  let files = await load();
  expect(await files.imported(file.slice(0, file.length - 60))).toEqual({ added: 2, known: 0, old: 0, damaged: 1 });
  expect((await cut.titles()).sort()).toEqual(['one', 'two']);
  const bent = await openStorage();
  files = await load();
  const wrong = [head, one.replace('"state":"done"', '"state":"melted"'), two.replace('{', ''), '{"id":7},', three, ']}'].join('\n');
  // The first has a run that cannot be read, and so nothing that could.
  expect(await files.imported(wrong)).toEqual({ added: 1, known: 0, old: 0, damaged: 4 });
  expect(await bent.titles()).toEqual(['three']);
});

it('a file that another program has laid out anew is read as well; any other is refused plainly', async () => {
  const storage = await openStorage();
  await storage.indexedRuns.putRun(answered('one', 'One?', 'Words.'), 0);
  const file = await (await load()).exported();
  await openStorage();
  const { imported } = await load();
  expect(await imported(JSON.stringify(JSON.parse(file), null, 2))).toMatchObject({ added: 1 });
  for (const other of ['', 'hello', '{}', '[1]', 'null', '\u0000\u0001', '{"format":"docent-history"}']) {
    await expect(imported(other), other).rejects.toMatchObject({ data: { code: 'bad-file' } });
  }
  await expect(imported(file.replace('"version":1', '"version":2'))).rejects.toMatchObject({ data: { code: 'bad-file', reason: 'newer-file' } });
  await expect(imported('{\n"format":"docent-history","version":3}')).rejects.toMatchObject({ data: { code: 'bad-file', reason: 'newer-file' } });
});

it('nothing that is here is changed by a file, and no run of it is live', async () => {
  const storage = await openStorage();
  const run = answered('one', 'One?', 'Mine.');
  await storage.indexedRuns.putRun(run, 0);
  const file = await (await load()).exported();
  const { imported } = await load();
  const extra = { ...run, id: 'extra', state: 'streaming', text: 'More.', position: 1, threadId: 'elsewhere' };
  const changed = JSON.parse(file) as { conversations: { runs: unknown[] }[] };
  changed.conversations[0]?.runs.splice(0, 1, { ...run, text: 'Theirs.', position: 0 }, extra);
  expect(await imported(JSON.stringify(changed))).toMatchObject({ added: 1, damaged: 0 });
  const loaded = await storage.indexedRuns.loadThread('one');
  expect(loaded.map(({ run: { id, text, state } }) => [id, text, state])).toEqual([[run.id, 'Mine.', 'done'], ['extra', 'More.', 'interrupted']]);
});

it('all versions of a conversation stand in Markdown: what is shown first, the others under headings with what follows them', async () => {
  const storage = await openStorage();
  const put = async (position: number, question: string, text: string, parentId: string | null, chosenAt?: number) => {
    const run = answered('one', question, text, { parentId, ...(chosenAt === undefined ? {} : { chosenAt }) });
    await storage.indexedRuns.putRun(run, position);
    return run.id;
  };
  const first = await put(0, 'What?', 'A lamp.', null);
  const who = await put(1, 'Who?', 'A mason.', first, 9_000);
  await put(2, 'When?', 'In 1851.', who);
  const where = await put(3, 'Where?', 'On the coast.', first);
  await put(4, 'Why?', 'Because of storms.', where);
  await put(5, 'How?', 'With oil.', where, 9_500);
  const file = await (await load()).exported('markdown');
  const order = ['> What?', 'A lamp.', '> Who?', 'A mason.', '> When?', 'In 1851.', '## Version 2 of 2', '> Where?', '> How?', 'With oil.', '## Version 1 of 2', '> Why?', 'Because of storms.'];
  const places = order.map((line) => file.indexOf(`\n${line}\n`));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

it('no key is in a file, wherever a reader may have put it', async () => {
  const key = 'sk-"planted"\\key-0123456789';
  const storage = await openStorage();
  await (await storage.openDatabase()).put('secrets', key, 'https://api.example');
  const run = answered('one', `Is ${key} my key?`, `Yes, ${key}.`, { reasoning: key, page: { url: `https://e.org/?k=${key}`, title: key }, error: { code: 'bad-key', detail: `no ${key}` } });
  await storage.indexedRuns.putRun(run, 0);
  await storage.indexedRuns.putRequest({ runId: run.id, host: 'h', model: 'm', maxTokens: 9, messages: [{ role: 'user', content: `page ${key}` }] });
  const { exported } = await load();
  for (const as of ['json', 'markdown'] as const) {
    const file = await exported(as);
    expect(file).toContain('•••');
    for (const form of [key, JSON.stringify(key).slice(1, -1), 'planted']) expect(file).not.toContain(form);
  }
  await reopenStorage();
});

it('answers that are compared stay so in a file, and Markdown names the model of each', async () => {
  const storage = await openStorage();
  const put = (position: number, model: string, text: string, more: Partial<Run>) =>
    storage.indexedRuns.putRun(answered('one', 'Who?', text, { parentId: null, model, comparison: { id: 'c', model, place: position }, ...more }), position);
  await put(0, 'maker/alpha', 'A mason.', {});
  await put(1, 'maker/beta', 'A keeper.', { chosenAt: 9_000, comparison: { id: 'c', model: 'maker/beta', place: 1, kept: true } });
  const { exported } = await load();
  const markdown = await exported('markdown');
  const order = ['> Who?', 'A keeper.', '*maker/beta*', '## Answer of maker/alpha', 'A mason.', '*maker/alpha*'].map((line) => markdown.indexOf(`\n${line}\n`));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const file = await exported();
  const other = await openStorage();
  await (await load()).imported(file);
  expect((await other.indexedRuns.loadThread('one')).map(({ run }) => run.comparison)).toEqual([
    { id: 'c', model: 'maker/alpha', place: 0 }, { id: 'c', model: 'maker/beta', place: 1, kept: true },
  ]);
});
