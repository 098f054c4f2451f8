import { openDB } from 'idb';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { answered, openStorage, reopenStorage } from './history-world';

it('a conversation is called by its first question, else by its page, until the reader gives it a name', async () => {
  const storage = await openStorage();
  const summary = answered('t', '', 'Key points.', { request: { task: 'check-safety', source: { kind: 'page' }, images: false } });
  await storage.indexedRuns.putRun(summary, 0);
  expect(await storage.titles()).toEqual(['The lighthouse']);
  await storage.indexedRuns.putRun(answered('t', 'Who\n built  it?', 'Nobody knows.'), 1);
  await storage.indexedRuns.putRun(answered('t', 'When?', '1851.'), 2);
  const [row] = await storage.find();
  expect(row?.conversation).toMatchObject({ id: 't', title: 'Who built it?', answers: 3, pinned: false, page: { title: 'The lighthouse' } });
  await storage.renameConversation(row?.number ?? 0, '  My lamp ');
  await storage.indexedRuns.putRun(answered('t', 'How high?', '40 m.'), 3);
  expect(await storage.titles()).toEqual(['My lamp']);
  await storage.renameConversation(row?.number ?? 0, ' ');
  expect(await storage.titles()).toEqual(['Who built it?']);
});

it('of a conversation that has lost runs nothing remains of those: neither title nor words nor pictures, but what the reader made of it does', async () => {
  const storage = await openStorage();
  const first = answered('one', 'Where is the peculiar quagga?', 'Gone.', { pictures: [{ imageIds: ['deadbeef'], thumbnail: '', way: 'page', width: 1, height: 1, animated: false }] });
  const second = answered('one', 'When was it built?', 'In 1851.', { parentId: null });
  await storage.indexedRuns.putRun(first, 0);
  await storage.indexedRuns.putRun(second, 1);
  const [row] = await storage.find();
  await storage.pinConversation(row?.number ?? 0, true);
  expect(await storage.titles()).toEqual(['Where is the peculiar quagga?']);
  await storage.indexedRuns.removeRuns([first.id]);
  expect(await storage.titles()).toEqual(['When was it built?']);
  expect(await storage.titles('quagga')).toEqual([]);
  expect((await storage.find())[0]?.conversation).toMatchObject({ answers: 1, pinned: true });
  expect(await storage.dump()).not.toMatch(/quagga|deadbeef/);
});

it('what was deleted of a conversation is not found while that can be taken back, and is found again after', async () => {
  const storage = await openStorage();
  const [first, second] = [answered('one', 'Where is the peculiar quagga?', 'Gone.', { parentId: null }), answered('one', 'When was it built?', 'In 1851.')];
  second.parentId = first.id;
  await storage.indexedRuns.putRun(first, 0);
  await storage.indexedRuns.putRun(second, 1);
  await storage.indexedRuns.putRun({ ...second, deletedAt: 5 }, 1, true);
  expect(await storage.titles('1851')).toEqual([]);
  expect(await storage.titles('quagga')).toEqual(['Where is the peculiar quagga?']);
  await storage.indexedRuns.putRun(second, 1, true);
  expect(await storage.titles('1851')).toEqual(['Where is the peculiar quagga?']);
  // With it goes all that follows it, and the title that it has given.
  await storage.indexedRuns.putRun({ ...first, deletedAt: 5 }, 0, true);
  expect(await Promise.all(['quagga', '1851', 'lighthouse'].map((word) => storage.titles(word).then(({ length }) => length)))).toEqual([0, 0, 1]);
  await storage.indexedRuns.putRun(first, 0, true);
  expect(await Promise.all(['quagga', '1851'].map((word) => storage.titles(word).then(({ length }) => length)))).toEqual([1, 1]);
});

it('the latest come first, pinned ones before them', async () => {
  const storage = await openStorage();
  vi.spyOn(Date, 'now').mockReturnValueOnce(1_000).mockReturnValueOnce(2_000).mockReturnValueOnce(3_000);
  for (const name of ['one', 'two', 'three']) await storage.indexedRuns.putRun(answered(name, name, 'x'), 0);
  expect(await storage.titles()).toEqual(['three', 'two', 'one']);
  const [, , one] = await storage.find();
  await storage.pinConversation(one?.number ?? 0, true);
  expect(await storage.titles()).toEqual(['one', 'three', 'two']);
  await storage.pinConversation(one?.number ?? 0, false);
  expect(await storage.titles()).toEqual(['three', 'two', 'one']);
});

it('a deletion can be taken back, and is for good after that', async () => {
  const storage = await openStorage();
  const image = { id: 'img1', mediaType: 'image/jpeg' as const, width: 1, height: 1, size: 1, usedAt: 1, bytes: new ArrayBuffer(1) };
  const pictures = (...imageIds: string[]) => [{ imageIds, thumbnail: '', way: 'page' as const, width: 1, height: 1, animated: false }];
  const database = await storage.openDatabase();
  for (const id of ['own', 'shared']) await database.put('images', { ...image, id });
  const secret = answered('gone', 'An unmistakable zebra?', 'Yes, a zebrawood.', { pictures: pictures('own', 'shared') });
  await storage.indexedRuns.putRun(secret, 0);
  await storage.indexedRuns.putRequest({ runId: secret.id, host: 'h', model: 'm', messages: [{ role: 'user', content: 'zebra page' }], maxTokens: 1 });
  await storage.indexedRuns.putRun(answered('stays', 'A lamp?', 'A lamp.', { pictures: pictures('shared') }), 0);
  const [row] = await storage.find('zebra');
  await storage.markDeleted(row?.number ?? 0);
  expect(await storage.titles()).toEqual(['A lamp?']);
  expect(await storage.titles('zebra')).toEqual([]);
  expect(await storage.takeBackDeletion(row?.number ?? 0)).toBe(true);
  expect(await storage.titles('zebra')).toEqual(['An unmistakable zebra?']);
  await storage.markDeleted(row?.number ?? 0);
  await storage.purgeDeleted(Date.now());
  expect(await storage.takeBackDeletion(row?.number ?? 0)).toBe(false);
  expect(await storage.dump()).not.toMatch(/zebr|gone/i);
  expect(await database.getAllKeys('images')).toEqual(['shared']);
  expect(await storage.titles('lamp')).toEqual(['A lamp?']);
});

it('Delete all leaves nothing', async () => {
  const storage = await openStorage();
  for (const name of ['one', 'two']) await storage.indexedRuns.putRun(answered(name, name, 'Words.'), 0);
  await storage.find();
  await storage.keepVectors('document', [new Float32Array(3)]);
  await storage.deleteHistory();
  expect(await storage.findVectors('document')).toBeUndefined();
  const database = await storage.openDatabase();
  for (const store of database.objectStoreNames) expect(await database.count(store), store).toBe(0);
});

it('what is older than is kept goes, but for pinned ones and those that a tab shows', async () => {
  const storage = await openStorage();
  const now = vi.spyOn(Date, 'now');
  for (const [at, name] of ['old', 'pinned', 'shown', 'new'].entries()) {
    now.mockReturnValue(at < 3 ? 1_000 : 9_000);
    await storage.indexedRuns.putRun(answered(name, name, 'x', { createdAt: 1 }), 0);
  }
  const pinned = (await storage.find()).find(({ conversation }) => conversation?.id === 'pinned');
  await storage.pinConversation(pinned?.number ?? 0, true);
  expect(await storage.deleteOld(5_000, new Set(['shown']), 1)).toBe(false);
  expect(await storage.deleteOld(5_000, new Set(['shown']), 1)).toBe(true);
  expect((await storage.titles()).sort()).toEqual(['new', 'pinned', 'shown']);
});

it('a damaged row is told and can be deleted, and spoils no other', async () => {
  const storage = await openStorage();
  await storage.indexedRuns.putRun(answered('good', 'Good?', 'Good.'), 0);
  await storage.indexedRuns.putRun(answered('bad', 'Bad?', 'Bad.'), 0);
  const rows = await storage.find();
  const bad = rows.find(({ conversation }) => conversation?.id === 'bad')?.number ?? 0;
  await (await storage.openDatabase()).put('conversations', { number: bad, id: 'bad', rank: 5, title: { no: 'title' } } as never);
  const good = { number: rows.find(({ conversation }) => conversation?.id === 'good')?.number, conversation: expect.objectContaining({ id: 'good' }) as unknown };
  expect((await storage.find()).toSorted((a, b) => a.number - b.number)).toEqual([good, { number: bad }]);
  expect(await storage.titles('good')).toEqual(['Good?']);
  await storage.markDeleted(bad);
  await storage.purgeDeleted(Date.now());
  expect(await storage.dump()).not.toContain('Bad');
  expect(await storage.titles()).toEqual(['Good?']);
});

it('a database of before there were conversations gets them from its runs, searched and all', async () => {
  await openStorage();
  const old = await openDB('docent', 4, {
    upgrade(database) {
      const runs = database.createObjectStore('runs', { keyPath: 'id' });
      runs.createIndex('byThread', ['threadId', 'position']);
      runs.createIndex('byState', 'state');
      runs.createIndex('byCreated', 'createdAt');
      database.createObjectStore('chunks', { keyPath: ['runId', 'seq'] });
      for (const store of ['requests']) database.createObjectStore(store, { keyPath: 'runId' });
      database.createObjectStore('parts', { keyPath: ['runId', 'level', 'index'] });
      database.createObjectStore('secrets');
      database.createObjectStore('models', { keyPath: 'baseUrl' });
      database.createObjectStore('images', { keyPath: 'id' }).createIndex('byUse', ['usedAt', 'size']);
      database.createObjectStore('descriptions', { keyPath: ['hash', 'language'] }).createIndex('byAge', 'madeAt');
      database.createObjectStore('pictureAddresses', { keyPath: 'address' }).createIndex('byAge', 'seenAt');
      database.createObjectStore('guardLog', { keyPath: 'id' }).createIndex('byAge', 'at');
    },
  });
  await old.put('secrets', 'sk-1', 'https://a.example');
  const put = async (run: ReturnType<typeof answered>, position: number) => {
    const { text, reasoning, ...head } = run;
    await old.put('runs', { ...head, position });
    for (const [i, piece] of [...text].entries()) await old.put('chunks', { runId: run.id, seq: i, text: piece, reasoning: i === 0 ? reasoning : '' });
  };
  await put(answered('a', 'First question?', 'An octopus.'), 0);
  await put(answered('a', 'Second?', 'Two.'), 1);
  await put(answered('b', 'Later?', 'Of course.'), 0);
  await old.put('runs', { id: 'broken', threadId: 'c', position: 0, state: 'melted', createdAt: 1 });
  old.close();
  const storage = await reopenStorage();
  expect(await storage.titles()).toEqual(['Later?', 'First question?']);
  expect(await storage.titles('octop')).toEqual(['First question?']);
  expect((await storage.find('octop'))[0]?.conversation?.answers).toBe(2);
  expect(await (await storage.openDatabase()).get('secrets', 'https://a.example')).toBe('sk-1');
});

it('a database of a newer version is read, never written, and says so', async () => {
  const storage = await openStorage();
  await storage.indexedRuns.putRun(answered('t', 'Kept?', 'Kept.'), 0);
  await storage.find();
  (await storage.openDatabase()).close();
  (await openDB('docent', 99)).close();
  const older = await reopenStorage();
  const before = await older.dump();
  expect((await older.indexedRuns.loadThread('t')).map(({ run }) => run.text)).toEqual(['Kept.']);
  expect(await older.titles('kept')).toEqual(['Kept?']);
  await expect(older.indexedRuns.putRun(answered('t', 'New?', ''), 1)).rejects.toMatchObject({ code: 'storage-newer' });
  await expect(older.deleteHistory()).rejects.toMatchObject({ code: 'storage-newer' });
  expect(await older.dump()).toBe(before);
});

it('a search finds every word by its beginning, wherever it stands, and no other conversation', async () => {
  const word = fc.constantFrom('lamp', 'lamplight', 'la', 'l', 'Été', 'ete', 'ΛΑΜΠΑ', 'الْمَنَارَة', '灯台の光', '光', 'x1', 'ﬁre', 'straße', 'émigré');
  const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ question: text, answer: text }), { minLength: 1, maxLength: 6 }), word, async (all, query) => {
      const storage = await openStorage();
      for (const [i, { question, answer }] of all.entries()) await storage.indexedRuns.putRun(answered(`c${i}`, question, answer, { page: { url: '', title: '' } }), 0);
      const fold = (given: string) => given.normalize('NFKD').replace(/[\u0300-\u036f\u064b-\u065f]/g, '').toLowerCase().replaceAll('ß', 'ss');
      const holds = (given: string) => fold(given).split(' ').some((each) => (/\p{Script=Han}/u.test(query) ? each.includes(fold(query)) : each.startsWith(fold(query))));
      const expected = all.flatMap(({ question, answer }, i) => (holds(`${question} ${answer}`) ? [`c${i}`] : []));
      expect((await storage.find(query)).map(({ conversation }) => conversation?.id).sort()).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it('what is found is marked, in the title and in the passage, and titles come before questions before answers', async () => {
  const storage = await openStorage();
  const long = `${'Filler words. '.repeat(60)}At last the café opened. ${'And so on. '.repeat(60)}`;
  await storage.indexedRuns.putRun(answered('title', 'A café?', 'No.'), 0);
  await storage.indexedRuns.putRun(answered('answer', 'Where?', long), 0);
  const rows = await storage.find('CAFE');
  expect(rows.map(({ conversation }) => conversation?.id)).toEqual(['title', 'answer']);
  expect(rows[0]?.marks).toEqual([{ start: 2, end: 6 }]);
  const { text = '', marks = [] } = rows[1]?.excerpt ?? {};
  expect(text.length).toBeLessThan(170);
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['café']);
  expect(await storage.titles('café opened')).toEqual(['Where?']);
  expect(await storage.titles('café never')).toEqual([]);
});
