import type { MarkedToken, Token, Tokens } from 'marked';
import { h, type ComponentChild, type VNode } from 'preact';
import { t } from '~/lib/i18n/message';
import { CodeBlock } from './code-block';
import type { Outline } from './outline';
import { renderInline } from './render-inline';
import { renderHead, renderRow, TableFrame } from './table-frame';

/** Block tokens as nodes, keyed from `key` on. Space between blocks and link definitions leave nothing. */
export function renderBlocks(tokens: readonly Token[], outline: Outline, key = 0): VNode[] {
  const nodes: VNode[] = [];
  for (const token of tokens) {
    const node = renderBlock(token as MarkedToken, outline, key + nodes.length);
    if (node) nodes.push(node);
  }
  return nodes;
}

function renderBlock(token: MarkedToken, outline: Outline, key: number): VNode | undefined {
  switch (token.type) {
    case 'space':
    case 'def':
      return undefined;
    case 'heading':
      return h(`h${outline.level(token.depth)}`, { key, dir: 'auto' }, renderInline(token.tokens));
    case 'paragraph':
      return <p key={key} dir="auto">{renderInline(token.tokens)}</p>;
    case 'code':
      return <CodeBlock key={key} language={firstWord(token.lang)}>{token.text.replace(/\n$/, '')}</CodeBlock>;
    case 'hr':
      return <hr key={key} />;
    case 'blockquote':
      return <blockquote key={key} dir="auto">{renderBlocks(token.tokens, outline)}</blockquote>;
    case 'list':
      return renderList(token, outline, key);
    case 'table':
      return (
        <TableFrame key={key} head={renderHead(token.header)}>
          {token.rows.length > 0 && <tbody>{token.rows.map(renderRow)}</tbody>}
        </TableFrame>
      );
    default:
      return <p key={key} dir="auto">{renderInline([token])}</p>;
  }
}

export function firstWord(info = ''): string {
  return info.trim().split(/\s/, 1)[0] ?? '';
}

function renderList(token: Tokens.List, outline: Outline, key: number): VNode {
  const items = token.items.map((item, index) => renderItem(item, outline, index));
  return <List key={key} ordered={token.ordered} start={Number(token.start)} loose={token.loose}>{items}</List>;
}

interface ListProps {
  ordered: boolean;
  start: number;
  /** Blank lines between the items: told by an attribute, so that items need not change when a later one makes it so. */
  loose: boolean;
  children: ComponentChild[];
}

export function List({ ordered, start, loose, children }: ListProps) {
  const spacing = loose ? 'loose' : 'tight';
  return ordered ? (
    <ol dir="auto" data-spacing={spacing} {...(start === 1 ? {} : { start })}>{children}</ol>
  ) : (
    <ul dir="auto" data-spacing={spacing}>{children}</ul>
  );
}

/** An item is the same in tight and loose lists; the list's own attribute sets the space between paragraphs. */
export function renderItem(item: Tokens.ListItem, outline: Outline, key: number, more: VNode[] = []): VNode {
  return (
    <li key={key} {...(item.task ? { class: 'md-task' } : {})}>
      {item.task && <TaskMark done={item.checked ?? false} />}
      {item.tokens.flatMap((token, index) => renderInItem(token as MarkedToken, outline, index))}
      {more}
    </li>
  );
}

/** Paragraphs get no `dir` of their own: the list's counts the text of its items, so that all marks stand on one side. */
function renderInItem(token: MarkedToken, outline: Outline, key: number): VNode[] {
  if (token.type === 'checkbox') return [];
  if (token.type !== 'text' && token.type !== 'paragraph') return renderBlocks([token], outline, key);
  // marked puts the mark into the paragraph of a loose list, before it in a tight one.
  const tokens = (token.tokens ?? [token]).filter((inner) => inner.type !== 'checkbox');
  return [<p key={key}>{renderInline(tokens)}</p>];
}

function TaskMark({ done }: { done: boolean }) {
  return <input type="checkbox" checked={done} disabled aria-label={t(done ? 'taskDone' : 'taskOpen')} />;
}
