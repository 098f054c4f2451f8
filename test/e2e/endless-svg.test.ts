import { expect, test } from 'vitest';
import { openOwnPage, openTab } from './support/docent.ts';
import { describeAndDecode } from './support/picture-runs.ts';
import { useStage } from './support/stage.ts';
import { findTabId } from './support/tabs.ts';

const draw = (body: string, before = '') => ({ type: 'image/svg+xml', body: `${before}<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 300 200">${body}</svg>` });
const nine = (write: (level: number) => string) => Array.from({ length: 9 }, (_, index) => write(index + 1)).join('');
const shapes = '<rect width="150" height="200" fill="#dc1414"/><rect x="150" width="150" height="200" fill="#1428dc"/>';

/** A few lines each that ask for more than any browser ever gets done. */
const ENDLESS = {
  '/copies.svg': draw(`<defs><path id="g0" d="M0 0L300 200"/>${nine((level) => `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(12)}</g>`)}</defs><use href="#g9"/>`),
  '/patterns.svg': draw(`<defs><rect id="p0"/>${nine((level) => `<pattern id="p${level}" width="9" height="9">${`<rect width="9" height="9" fill="url(#p${level - 1})"/>`.repeat(12)}</pattern>`)}</defs><rect width="300" height="200" fill="url(#p9)"/>`),
  '/noise.svg': draw(`<filter id="f">${'<feTurbulence numOctaves="2000" baseFrequency="0.9"/>'.repeat(200)}</filter><rect width="300" height="200" filter="url(#f)"/>`),
  '/entities.svg': draw('<text>&e9;</text>', `<!DOCTYPE svg [<!ENTITY e0 "ha">${nine((level) => `<!ENTITY e${level} "${`&e${level - 1};`.repeat(12)}">`)}]>`),
};
const stage = useStage({
  pages: {
    ...ENDLESS,
    '/good.svg': draw(`<defs><filter id="f"><feDropShadow/></filter><clipPath id="c">${shapes}</clipPath></defs><g clip-path="url(#c)" filter="url(#f)">${shapes}</g><text>A</text>`),
    '/page': '<!doctype html><title>Drawings</title><body><p>Drawings.</p></body>',
  },
  accept: '/page',
});

test('a drawing without an end is refused before it is begun, and the next is drawn', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  const page = await openTab(stage.docent, stage.sites.url('/page', '127.0.0.1'));
  const tabId = await findTabId(stage.docent, page);
  const describe = (path: string) => describeAndDecode(own, stage.api, tabId, { kind: 'image', picture: { src: stage.sites.url(path, 'localhost') } });
  for (const path of Object.keys(ENDLESS)) {
    const { run, sent } = await describe(path);
    expect(run, path).toMatchObject({ state: 'failed', error: { code: 'image-broken' } });
    expect(sent).toEqual([]);
  }
  expect((await describe('/good.svg')).run).toMatchObject({ state: 'done', pictures: [{ way: 'fetch', width: 300, height: 200 }] });
});
