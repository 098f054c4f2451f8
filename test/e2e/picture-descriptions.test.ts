import type { CDPSession } from 'puppeteer';
import { describe, expect, it } from 'vitest';
import { usePictureStage } from './support/picture-stage.ts';

/** What screen readers are told, not what attributes say. */
const stage = usePictureStage();

describe('descriptions in the accessibility tree', () => {
  let client: CDPSession;

  /** What screen readers are told, outermost first: `role "name"`. */
  async function speak(): Promise<string[]> {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    return nodes.filter((node) => !node.ignored && !/InlineTextBox|StaticText|RootWebArea/.test(String(node.role?.value))).map((node) => `${node.role?.value} ${JSON.stringify(node.name?.value ?? '')}`);
  }

  async function describeAll(name: string): Promise<{ before: string[]; after: string[]; undone: string[]; added: number }> {
    client = await stage.page.createCDPSession();
    await client.send('Accessibility.enable');
    const html = await stage.markup();
    const before = await speak();
    const entries = (await stage.list()).map(({ id }, index) => ({ ref: { id }, text: `${name} ${index + 1}` }));
    const { added } = await stage.reader.run('describe', { entries, mark: 'AI', lang: 'en' });
    const after = await speak();
    await stage.reader.run('undescribe', {});
    const undone = await speak();
    expect(await stage.markup()).toBe(html);
    expect(undone).toEqual(before);
    return { before, after, undone, added };
  }

  const svg = '<svg width="200" height="150" viewBox="0 0 200 150"><rect width="90" height="90"/><circle r="40"/><path d="M0 0h200"/></svg>';
  it.each([
    ['an image', '<img src="/halves.jpg" width="200" height="150">', 'image'],
    ['an image that the page calls decoration', '<img alt="" src="/halves.jpg" width="200" height="150">', 'image'],
    ['an image without a role', '<img role="presentation" alt="x" src="/halves.jpg" width="200" height="150">', 'image'],
    ['an image with another label', '<b id="l">Label</b><img aria-labelledby="l" aria-label="y" alt="x" src="/halves.jpg" width="200" height="150">', 'image'],
    ['an image that is silenced', '<img aria-hidden="true" src="/halves.jpg" width="200" height="150">', 'image'],
    ['a picture button', '<input type="image" src="/halves.jpg" width="200" height="150">', 'button'],
    ['a background', '<div style="background:url(/halves.jpg) center/cover; width:300px; height:200px"></div>', 'image'],
    ['a background of a link', '<a href="#x" style="display:block; background:url(/halves.jpg) center/cover; width:300px; height:200px"></a>', 'link'],
    ['a drawing', svg, 'image'],
    ['a drawing with a role of its own', svg.replace('<svg', '<svg role="presentation" aria-hidden="true"'), 'image'],
    ['a canvas', '<canvas width="200" height="150"></canvas>', 'image'],
  ])('%s', async (_, body, role) => {
    await stage.show(`<p>Text.</p>${body}`);
    const { before, after, added } = await describeAll('Boats');
    expect(added).toBe(1);
    expect(before.join()).not.toContain('Boats');
    expect(after).toContain(`${role} "AI: Boats 1"`);
    expect(after.join().match(/Boats/g)).toHaveLength(1);
  });

  it('a video', async () => {
    await stage.show('<video width="320" height="240"></video>');
    await stage.playHalves();
    const { after, added } = await describeAll('Boats');
    expect(added).toBe(1);
    expect(after).toContain('Video "AI: Boats 1"');
  });

  it.each([
    ['plain', ''],
    ['with a rule about the first child', '#b > :first-child { margin-top: 40px } #b > * + * { padding-top: 7px }'],
    ['with rules about the first and the last', '#b > :first-child { margin-top: 40px } #b > * + * { padding-top: 7px } #b > :last-child { padding-bottom: 30px }'],
    ['with columns', '#b { display: grid; grid-template-columns: 1fr 1fr; gap: 9px }'],
  ])('a background with text and controls in it, which are heard as before, and nothing moves: %s', async (_, css) => {
    await stage.show(`<style>${css}</style><div id="b" style="background:url(/halves.jpg) center/cover; width:600px; height:300px"><h2>Sail</h2><a href="#x">Book now</a><p>At noon.</p></div>`);
    const measure = () => stage.page.$$eval('#b, #b > h2, #b > a, #b > p', (all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
    const boxes = await measure();
    const { before, after } = await describeAll('Boats');
    expect(after.filter((line) => !line.includes('Boats') && !line.startsWith('generic'))).toEqual(before.filter((line) => !line.startsWith('generic')));
    expect(after.filter((line) => line.includes('AI: Boats 1'))).toHaveLength(1);
    await stage.reader.run('describe', { entries: (await stage.list()).map(({ id }) => ({ ref: { id }, text: 'Boats' })), mark: 'AI' });
    expect(await measure()).toEqual(boxes);
  });

  it('leaves what can be pressed in a drawing or a canvas within reach', async () => {
    await stage.show(`${svg.replace('</svg>', '<a href="#x"><text y="20">Berlin</text></a></svg>')}<canvas width="200" height="150"><button>Zoom</button></canvas>`);
    const { after } = await describeAll('Map');
    for (const heard of ['SvgRoot "AI: Map 1"', 'link "Berlin"', 'Canvas "AI: Map 2"', 'button "Zoom"']) expect(after).toContain(heard);
  });

  it('does not count what something around it silences', async () => {
    await stage.show('<div aria-hidden="true"><img src="/halves.jpg" width="200" height="150"></div><div role="img" aria-label="All"><img alt="x" src="/halves.jpg" width="200" height="150"></div>');
    const { added, after, before } = await describeAll('Boats');
    expect(added).toBe(0);
    expect(after).toEqual(before);
  });

  it('stays while the page draws itself anew, gives way to a text of the page, and is taken back from copies as well', async () => {
    await stage.show('<div id="box"><img alt="" id="a" src="/halves.jpg" width="200" height="150"></div><img id="b" src="/halves.jpg" width="200" height="150"><div id="copies"></div>');
    const html = await stage.markup();
    const [first, second] = await stage.list();
    await stage.reader.run('describe', { entries: [{ ref: { id: first?.id }, text: 'Boats' }, { ref: { id: second?.id }, text: 'Masts' }], mark: 'KI', lang: 'de' });
    expect(await stage.list()).toMatchObject([{ added: 'Boats', decorative: true }, { added: 'Masts', decorative: false }]);
    expect((await stage.list())[1]?.name).toBeUndefined();
    const alts = () => stage.page.$$eval('#a, #b', (all) => all.map((one) => one.getAttribute('alt')));
    for (let turn = 0; turn < 3; turn++) {
      await stage.page.evaluate(() => document.getElementById('a')?.setAttribute('alt', ''));
      await stage.page.waitForFunction(() => document.getElementById('a')?.getAttribute('alt') === 'KI: Boats');
    }
    await stage.page.evaluate(() => document.getElementById('a')?.setAttribute('alt', ''));
    await stage.page.evaluate(() => document.getElementById('b')?.setAttribute('alt', 'A text of the page'));
    expect(await alts()).toEqual(['', 'A text of the page']);
    await stage.reader.run('describe', { entries: [{ ref: { id: first?.id }, text: 'Boats' }], mark: 'KI' });
    await stage.page.evaluate(() => document.getElementById('copies')?.append(document.getElementById('a')?.cloneNode() as Node));
    await stage.reader.run('undescribe', {});
    expect(await stage.page.$eval('#copies img', (copy) => copy.getAttributeNames().map((name) => `${name}=${copy.getAttribute(name)}`))).toEqual(['alt=', 'id=a', 'src=/halves.jpg', 'width=200', 'height=150']);
    await stage.page.evaluate(() => {
      document.getElementById('copies')?.replaceChildren();
      document.getElementById('b')?.removeAttribute('alt');
    });
    expect(await stage.markup()).toBe(html);
  });
});
