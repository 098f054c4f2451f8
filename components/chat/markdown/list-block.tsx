import type { Token, Tokens } from 'marked';
import type { VNode } from 'preact';
import { finishPart } from './finished';
import { keep } from './keep';
import { lexBlocks, lexProvisionally } from './lexer';
import { type Bullet, endsItem, isBlank, isLazyAfter, readBullet, widthOfIndent } from './lines';
import type { Answer, OpenBlock, Verdict } from './open-block';
import { Provisional } from './provisional';
import { List, renderBlocks, renderItem } from './render-blocks';

/** Items in one list element. A longer list goes on in another one: what is full is never looked at again. */
const GROUP = 100;

/** A list whose finished items are drawn once. */
export class ListBlock implements OpenBlock {
  readonly #answer: Answer;
  readonly #key: number;
  readonly #first: Bullet;
  readonly #groups: VNode[] = [];
  readonly #provisional = new Provisional();
  #items: VNode[] = [];
  /** The present item: its bullet, its lines, the last of them. */
  #bullet: Bullet;
  #source: string;
  #lastLine: string;
  #loose = false;

  constructor(answer: Answer, key: number, line: string, bullet: Bullet) {
    this.#answer = answer;
    this.#key = key;
    this.#first = bullet;
    this.#bullet = bullet;
    this.#source = line;
    this.#lastLine = line;
  }

  takeLine(line: string): Verdict {
    if (isBlank(line)) return this.#append(line);
    const afterBlank = isBlank(this.#lastLine);
    const width = widthOfIndent(line);
    const next = width < Math.min(4, this.#bullet.indent) ? readBullet(line) : undefined;
    if (next) {
      if (next.ordered !== this.#first.ordered || next.type !== this.#first.type) return 'refused';
      if (this.#endedByBlankLines()) return 'refused';
      if (afterBlank) this.#loose = true;
      this.#finishItem();
      this.#begin(line, next);
      return 'open';
    }
    if (width >= this.#bullet.indent) {
      // An item may begin with one blank line at most.
      return this.#bullet.empty && afterBlank && this.#isEmpty() ? 'refused' : this.#append(line);
    }
    if (afterBlank || endsItem(line, this.#bullet.indent)) return 'refused';
    return this.#endsInText() ? this.#append(line) : 'refused';
  }

  #append(line: string): Verdict {
    this.#source += `\n${line}`;
    this.#lastLine = line;
    return 'open';
  }

  #begin(line: string, bullet: Bullet): void {
    this.#bullet = bullet;
    this.#source = line;
    this.#lastLine = line;
    this.#provisional.reset();
  }

  #isEmpty(): boolean {
    const end = this.#source.indexOf('\n');
    return end < 0 || isBlank(this.#source.slice(end).replaceAll('\n', ' '));
  }

  /** An empty item takes one blank line with it; marked ends the list at the second. */
  #endedByBlankLines(): boolean {
    return this.#bullet.empty && this.#isEmpty() && this.#source.split('\n', 3).length > 2;
  }

  /** Whether a line without indentation would continue the last one. */
  #endsInText(): boolean {
    const inside = this.#lastLine === this.#source || widthOfIndent(this.#lastLine) >= this.#bullet.indent;
    return isLazyAfter(inside ? this.#lastLine.slice(this.#bullet.indent) : this.#lastLine);
  }

  #finishItem(): void {
    const key = this.#items.length;
    const source = this.#source.trimEnd();
    const { links } = this.#answer;
    const { tokens, defined } = lexBlocks(source, links.known);
    links.announce(defined);
    if (findList(tokens)?.loose) this.#loose = true;
    const late = () => this.#drawItem(lexProvisionally(source, links.known), key);
    this.#items.push(finishPart(source, this.#answer, key, late, () => this.#drawItem(tokens, key)));
    if (this.#items.length === GROUP) this.#endGroup();
  }

  /** One item; should marked have read more than one from its source, the rest stands inside it. */
  #drawItem(tokens: readonly Token[], key: number): VNode {
    const outline = this.#answer.outline.copy();
    const list = findList(tokens);
    const item = list?.items[0];
    if (!list || !item) return <li key={key}>{renderBlocks(tokens, outline)}</li>;
    const more = list.items.length > 1 ? [{ ...list, items: list.items.slice(1) }] : [];
    const others = tokens.filter((token) => token !== list);
    return renderItem(item, outline, key, renderBlocks([...more, ...others], outline, 1_000));
  }

  #endGroup(): void {
    if (this.#items.length === 0) return;
    this.#groups.push(this.#wrap(this.#items));
    this.#items = [];
  }

  #wrap(items: VNode[]): VNode {
    const { ordered, start } = this.#first;
    const group = this.#groups.length;
    return (
      <List key={this.#key + group} ordered={ordered} start={start + group * GROUP} loose={this.#loose}>
        {items}
      </List>
    );
  }

  view(partial: string): VNode[] {
    const source = partial ? `${this.#source}\n${partial}` : this.#source;
    const nodes = this.#provisional.draw(source, (text) => this.#preview(text));
    const items = nodes.filter((node) => node.type === 'li');
    const others = nodes.filter((node) => node.type !== 'li');
    return [...this.#groups, this.#wrap([...this.#items, ...items.map(keep)]), ...others];
  }

  /** The items that the source holds so far, and what follows them when the last line has left the list. */
  #preview(source: string): VNode[] {
    const tokens = lexProvisionally(source, this.#answer.links.known);
    const outline = this.#answer.outline.copy();
    const list = findList(tokens);
    const items = list?.items.map((item, index) => renderItem(item, outline, this.#items.length + index)) ?? [];
    const others = tokens.filter((token) => token !== list);
    return [...items, ...renderBlocks(others, outline, this.#key + this.#groups.length + 1)];
  }

  close(): VNode[] {
    this.#finishItem();
    this.#endGroup();
    return this.#groups;
  }
}

function findList(tokens: readonly Token[]): Tokens.List | undefined {
  return tokens.find((token): token is Tokens.List => token.type === 'list');
}
