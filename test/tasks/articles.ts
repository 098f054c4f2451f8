import { readdirSync, readFileSync } from 'node:fs';

import type { Block, PageContent } from '~/lib/shared/page-content';

import { makePage } from './sample-page';

/** An article with the summary a person wrote of it. */
export interface Article {
  name: string;
  page: PageContent;
  reference: string;
}

const FOLDER = 'test/fixtures/articles';

/** The articles in `test/fixtures/articles`: a head of fields, then paragraphs, headings and lists in Markdown. */
export function readArticles(): Article[] {
  return readdirSync(FOLDER).sort().map((file) => {
    const [head = '', body = ''] = readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n---\n');
    const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(head)?.[1] ?? '';
    const blocks = body.trim().split(/\n\n+/).map((part) => (/^(?:- |1\. )/.test(part) ? listBlock(part) : part));
    return { name: file.replace('.md', ''), page: makePage(blocks, { title: field('title'), lang: field('lang') }), reference: field('reference') };
  });
}

function listBlock(part: string): Omit<Extract<Block, { kind: 'list' }>, 'id'> {
  const items = part.split('\n').map((line) => ({ text: line.replace(/^(?:-|\d+\.) /, ''), depth: 0 }));
  return { kind: 'list', ordered: part.startsWith('1.'), items };
}
