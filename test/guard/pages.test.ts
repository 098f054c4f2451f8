// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import { extractHtml } from '~/lib/page/extract-html';
import { composeGuardPages } from '../guard-pages/compose';

const pages = composeGuardPages();
const flagged = async (kind: 'injected' | 'clean') => {
  const of = pages.filter((page) => page.kind === kind);
  const found = await Promise.all(of.map(async ({ name, html }) => ({ name, findings: (await inspectPage(await extractHtml(html, 'https://page.example/'))).findings ?? [] })));
  return { all: of.length, with: found.filter(({ findings }) => findings.length > 0), without: found.filter(({ findings }) => findings.length === 0).map(({ name }) => name) };
};

/** Read without layout, as a linked page is: what is hidden by geometry alone counts as seen here. The bench reads them laid out. */
describe('the composed pages', () => {
  it('are many, and each has its name', () => {
    expect(pages.filter(({ kind }) => kind === 'injected').length).toBeGreaterThanOrEqual(150);
    expect(pages.filter(({ kind }) => kind === 'clean').length).toBeGreaterThanOrEqual(300);
    expect(new Set(pages.map(({ kind, name }) => `${kind}/${name}`)).size).toBe(pages.length);
  });

  it('with orders to assistants are known, 95 of 100 at least', async () => {
    const { all, with: found, without } = await flagged('injected');
    expect(found.length / all, without.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('without any raise no alarm, 1 of 100 at most', async () => {
    const { all, with: found } = await flagged('clean');
    expect(found.length / all, found.map(({ name, findings }) => `${name} ${JSON.stringify(findings)}`).join('\n')).toBeLessThanOrEqual(0.01);
  });
});
