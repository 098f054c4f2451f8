import type { Tokens } from 'marked';
import type { ComponentChildren, VNode } from 'preact';
import { t } from '~/lib/i18n/message';
import { renderInline } from './render-inline';

interface TableFrameProps {
  /** Made by `renderHead`. */
  head: VNode;
  /** `tbody` elements. */
  children: ComponentChildren;
}

/** A table in a region of its own that scrolls sideways and can be reached by keyboard. */
export function TableFrame({ head, children }: TableFrameProps) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div class="md-table" role="group" tabIndex={0} aria-label={t('tableRegion')}>
      <table dir="auto">
        {head}
        {children}
      </table>
    </div>
  );
}

export function renderHead(cells: Tokens.TableCell[]): VNode {
  return (
    <thead key="head">
      <tr>{cells.map((cell, column) => renderCell(cell, column, true))}</tr>
    </thead>
  );
}

export function renderRow(cells: Tokens.TableCell[], key: number): VNode {
  return <tr key={key}>{cells.map((cell, column) => renderCell(cell, column, false))}</tr>;
}

function renderCell(cell: Tokens.TableCell, key: number, header: boolean): VNode {
  const content = renderInline(cell.tokens);
  const align = cell.align ? { 'data-align': cell.align } : {};
  return header ? <th key={key} scope="col" dir="auto" {...align}>{content}</th> : <td key={key} dir="auto" {...align}>{content}</td>;
}
