import type { Block } from './page-content';

/** Plain text of one block, as a reader would hear it: list items and table rows on lines of their own. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'list':
      return block.items.map((item) => item.text).join('\n');
    case 'table':
      return [block.caption ?? '', ...block.rows.map((row) => row.join(' '))].filter(Boolean).join('\n');
    case 'figure':
      return block.caption ?? '';
    default:
      return block.text;
  }
}

/** Markdown of one block, the form in which a model reads the page best. */
export function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(Math.min(6, Math.max(1, block.level)))} ${block.text}`;
    case 'list':
      return block.items
        .map((item) => `${'  '.repeat(item.depth)}${block.ordered ? '1.' : '-'} ${item.text}`)
        .join('\n');
    case 'quote':
      return block.text.replace(/^/gm, '> ');
    case 'code':
      return `\`\`\`${block.language ?? ''}\n${block.text}\n\`\`\``;
    case 'table':
      return tableMarkdown(block.rows, block.headerRows, block.caption);
    case 'figure':
      return block.caption ? `[Picture: ${block.caption}]` : '';
    default:
      return block.text;
  }
}

function tableMarkdown(rows: string[][], headerRows: number, caption?: string): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const line = (row: string[]) =>
    `| ${Array.from({ length: columns }, (_, i) => (row[i] ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  const rule = `|${' --- |'.repeat(columns)}`;
  const lines = rows.map(line);
  lines.splice(headerRows > 0 ? 1 : 0, 0, ...(headerRows > 0 ? [rule] : [line([]), rule]));
  return [caption ?? '', ...lines].filter(Boolean).join('\n');
}
