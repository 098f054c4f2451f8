import type { Area, Fragment, TracedPage } from './fragment';
import { type GraphicsState, initialState, type TextFont, TextPosition } from './graphics-state';
import { findUnseen } from './find-unseen';
import { areaOf, type Box, intersect, type Matrix, multiply, transformBox } from './matrix';
import { type Glyph, placeGlyphs } from './place-glyphs';

/** What pdf.js makes of a page's content: operators by number, and their arguments. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

export interface TraceOptions {
  /** pdf.js's numbers of operators. */
  ops: Readonly<Record<string, number>>;
  /** From the page's own space to the page as shown: points, y grows downwards. */
  transform: Matrix;
  width: number;
  height: number;
  font(id: string): TextFont | undefined;
  /** Whether a layer (optional content) is switched on. */
  isLayerVisible(properties: unknown): boolean;
}

type Operation = (...args: never[]) => void;

/** Areas that are remembered of one page: of more, those at its beginning are forgotten. */
const MOST_AREAS = 3_000;
/** Times that text is looked for under an area, of one page: beyond, what is painted over stays as it is. */
const MOST_COMPARED = 20_000_000;

/** Follows a page's operators and tells where its text stands, and which of it nobody sees. */
export function tracePage({ fnArray, argsArray }: Operators, options: TraceOptions): TracedPage {
  return new Tracer(options).trace(fnArray, argsArray);
}

class Tracer {
  readonly #page: Box;
  readonly #options: TraceOptions;
  readonly #stack: GraphicsState[] = [];
  readonly #layers: boolean[] = [];
  readonly #fragments: Fragment[] = [];
  readonly #areas: Area[] = [];
  readonly #byNumber = new Map<number, Operation>();
  readonly #position = new TextPosition();
  #state: GraphicsState;
  #clipNext = false;
  #pictured = 0;
  #compared = 0;

  constructor(options: TraceOptions) {
    this.#options = options;
    this.#page = { x0: 0, y0: 0, x1: options.width, y1: options.height };
    this.#state = initialState(options.transform, this.#page);
    for (const [name, operation] of Object.entries(this.#operations())) {
      const number = options.ops[name];
      if (number !== undefined) this.#byNumber.set(number, operation);
    }
  }

  trace(fnArray: readonly number[], argsArray: readonly unknown[]): TracedPage {
    fnArray.forEach((number, i) => {
      const args = (argsArray[i] ?? []) as never[];
      this.#byNumber.get(number)?.(...args);
    });
    return { fragments: this.#fragments, pictured: Math.min(1, this.#pictured / Math.max(1, areaOf(this.#page))) };
  }

  #operations(): Record<string, Operation> {
    const change = (change: Partial<GraphicsState>) => void Object.assign(this.#state, change);
    const picture = () => this.#paintPicture();
    const next = () => this.#position.move(0, this.#state.leading);
    return {
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (...matrix: [number, number, number, number, number, number]) => change({ ctm: multiply(this.#state.ctm, matrix) }),
      setGState: (entries: [string, unknown][]) => this.#setMany(entries),
      setFillRGBColor: (fill: string) => change({ fill }),
      setStrokeRGBColor: (stroke: string) => change({ stroke }),
      setFillColorN: () => change({ fill: undefined }),
      setStrokeColorN: () => change({ stroke: undefined }),
      setFillTransparent: () => change({ fillAlpha: 0 }),
      setStrokeTransparent: () => change({ strokeAlpha: 0 }),
      beginText: () => this.#position.set([1, 0, 0, 1, 0, 0]),
      setTextMatrix: (matrix: ArrayLike<number>) => this.#position.set(Array.from(matrix) as unknown as Matrix),
      moveText: (x: number, y: number) => this.#position.move(x, y),
      setLeadingMoveText: (x: number, y: number) => {
        change({ leading: y });
        this.#position.move(x, y);
      },
      setLeading: (leading: number) => change({ leading: -leading }),
      nextLine: next,
      setCharSpacing: (charSpacing: number) => change({ charSpacing }),
      setWordSpacing: (wordSpacing: number) => change({ wordSpacing }),
      setHScale: (percent: number) => change({ hScale: percent / 100 }),
      setTextRise: (rise: number) => change({ rise }),
      setTextRenderingMode: (renderMode: number) => change({ renderMode }),
      setFont: (id: string, fontSize: number) => change({ font: this.#options.font(id), fontSize }),
      showText: (glyphs: (Glyph | number)[]) => this.#show(glyphs),
      clip: () => void (this.#clipNext = true),
      eoClip: () => void (this.#clipNext = true),
      constructPath: (paint: number, path: [ArrayLike<number> | null], box: ArrayLike<number> | null) => this.#paintPath(paint, path[0], box),
      shadingFill: () => this.#cover({ box: this.#state.clip, solid: false }),
      paintImageXObject: picture,
      paintInlineImageXObject: picture,
      paintImageMaskXObject: picture,
      paintFormXObjectBegin: (matrix: Matrix | null, box: readonly [number, number, number, number] | null) => {
        this.#save();
        if (matrix) change({ ctm: multiply(this.#state.ctm, matrix) });
        if (box) change({ clip: intersect(this.#state.clip, transformBox(this.#state.ctm, box)) });
      },
      paintFormXObjectEnd: () => this.#restore(),
      beginGroup: () => {
        this.#save();
        change({ groupAlpha: this.#state.groupAlpha * this.#state.fillAlpha, fillAlpha: 1, strokeAlpha: 1 });
      },
      endGroup: () => this.#restore(),
      // Notes and form fields are painted after the page.
      beginAnnotation: (_id: string, rect: readonly [number, number, number, number], toPage: Matrix | null, own: Matrix | null) => {
        this.#save();
        change({ clip: intersect(this.#state.clip, transformBox(this.#state.ctm, rect)) });
        if (toPage) change({ ctm: multiply(this.#state.ctm, toPage) });
        if (own) change({ ctm: multiply(this.#state.ctm, own) });
      },
      endAnnotation: () => this.#restore(),
      beginMarkedContent: () => void this.#layers.push(true),
      beginMarkedContentProps: (tag: unknown, properties: unknown) => void this.#layers.push(tag !== 'OC' || this.#options.isLayerVisible(properties)),
      endMarkedContent: () => void this.#layers.pop(),
    };
  }

  #save(): void {
    this.#stack.push({ ...this.#state });
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #setMany(entries: readonly [string, unknown][]): void {
    for (const [key, value] of entries) {
      if (key === 'ca') this.#state.fillAlpha = Number(value);
      if (key === 'CA') this.#state.strokeAlpha = Number(value);
      if (key === 'Font' && Array.isArray(value)) Object.assign(this.#state, { font: this.#options.font(String(value[0])), fontSize: Number(value[1]) });
    }
  }

  #show(glyphs: readonly (Glyph | number)[]): void {
    const placed = placeGlyphs(glyphs, this.#state, this.#position);
    const off = this.#layers.includes(false);
    for (const fragment of placed) {
      fragment.unseen = off ? 'hidden' : findUnseen(fragment, this.#state, this.#areas, this.#page);
      this.#fragments.push(fragment);
    }
  }

  #paintPicture(): void {
    const box = intersect(transformBox(this.#state.ctm, [0, 0, 1, 1]), this.#state.clip);
    this.#pictured += areaOf(box);
    // A mask is as transparent as it is painted: what lies under a picture is not taken for covered.
    this.#cover({ box, solid: false });
  }

  #paintPath(paint: number, path: ArrayLike<number> | null, minMax: ArrayLike<number> | null): void {
    const box = minMax && path ? transformBox(this.#state.ctm, [minMax[0] ?? 0, minMax[1] ?? 0, minMax[2] ?? 0, minMax[3] ?? 0]) : undefined;
    const { fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke } = this.#options.ops;
    const fills = [fill, eoFill, fillStroke, eoFillStroke, closeFillStroke, closeEOFillStroke].includes(paint);
    const { clip, fillAlpha, groupAlpha } = this.#state;
    if (fills && box && fillAlpha * groupAlpha > 0.05) {
      const opaque = fillAlpha * groupAlpha > 0.95 && this.#state.fill !== undefined;
      this.#cover({ box: intersect(box, clip), colour: opaque ? this.#state.fill : undefined, solid: opaque && isRectangle(path) && this.#isUpright() });
    }
    if (this.#clipNext) this.#state.clip = box ? intersect(clip, box) : { x0: 0, y0: 0, x1: 0, y1: 0 };
    this.#clipNext = false;
  }

  #isUpright(): boolean {
    const [a, b, c, d] = this.#state.ctm;
    return (Math.abs(b) < 1e-3 && Math.abs(c) < 1e-3) || (Math.abs(a) < 1e-3 && Math.abs(d) < 1e-3);
  }

  /** Notes an area, and takes what it covers wholly for hidden. */
  #cover(area: Omit<Area, 'after'>): void {
    const { box } = area;
    if (box.x1 - box.x0 < 2 || box.y1 - box.y0 < 2 || this.#layers.includes(false)) return;
    if (area.solid) {
      this.#compared += this.#fragments.length;
      if (this.#compared < MOST_COMPARED) for (const fragment of this.#fragments) if (!fragment.unseen && isWithin(fragment, box)) fragment.unseen = 'hidden';
    }
    this.#areas.push({ ...area, after: this.#fragments.length });
    if (this.#areas.length > MOST_AREAS) this.#areas.splice(0, MOST_AREAS / 10);
  }
}

function isWithin({ x, y, endX, endY, size }: Fragment, box: Box): boolean {
  // Of the letters' height, two thirds: a line under or through a text is no cover.
  const rise = size * 0.6;
  return Math.min(x, endX) >= box.x0 - 1 && Math.max(x, endX) <= box.x1 + 1 && Math.max(y, endY) <= box.y1 + 1 && Math.min(y, endY) - rise >= box.y0 - 1;
}

/** pdf.js writes a rectangle as: move, three lines, close. */
function isRectangle(path: ArrayLike<number> | null): boolean {
  if (!path || path.length < 12 || path.length > 16) return false;
  const at = (i: number) => path[i] ?? Number.NaN;
  if (at(0) !== 0 || at(3) !== 1 || at(6) !== 1 || at(9) !== 1) return false;
  const xs = new Set([at(1), at(4), at(7), at(10)].map((n) => Math.round(n * 100)));
  const ys = new Set([at(2), at(5), at(8), at(11)].map((n) => Math.round(n * 100)));
  return xs.size === 2 && ys.size === 2;
}
