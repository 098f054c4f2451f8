import { type AppErrorData, toAppError } from '~/lib/shared/app-error';
import type { PageContent, PageImage } from '~/lib/shared/page-content';
import type { PictureEstimate } from '~/lib/shared/picture';
import type { PlayerState } from '~/lib/shared/player';
import type { PictureWords, SpokenSentence } from '~/lib/shared/speech';
import type { QueuedItem } from '~/lib/storage/player-session';
import { MEETS_ALL } from '../pictures/describe-queue';
import type { PageDescriber } from '../pictures/page-describer';

/** Pictures without description behind the ear that are asked about. */
const AHEAD = 2;
/** Milliseconds of silence at a picture before the listener is told that it is not described yet: no longer than after a heading. */
const GRACE = 800;
/** Milliseconds that the listener then waits. */
const PATIENCE = 8_000;

interface Awaited {
  late: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

type Entry = { words: PictureWords } | Awaited;

export interface PicturesAheadSetup {
  page: Pick<PageContent, 'blocks' | 'images'>;
  /** What the reader has decided about the pictures is kept in it. */
  queued: QueuedItem;
  /** Descriptions from earlier, by the images' ids. */
  known: ReadonlyMap<string, string>;
  /** Undefined where none is made: only what is known is said. */
  describer: PageDescriber | undefined;
  /** A picture that the text waits for has its words, or will have none. */
  onWords(): void;
  /** `offer` has changed. */
  onOffer(): void;
  /** Ends all that is under way. */
  signal: AbortSignal;
}

/** The pictures of a page that is read aloud: those without description are described before the ear comes to them. */
export class PicturesAhead {
  readonly #setup: PicturesAheadSetup;
  readonly #entries = new Map<string, Entry>();
  readonly #blocks: ReadonlyMap<string, number>;
  /** Why none is made; undefined when they are. */
  #obstacle: AppErrorData | undefined;
  #estimate: PictureEstimate | undefined;
  /** The picture at which the text goes on once it is described. */
  #awaited: string | undefined;
  #place: SpokenSentence | undefined;

  private constructor(setup: PicturesAheadSetup) {
    this.#setup = setup;
    this.#blocks = new Map(setup.page.blocks.map(({ id }, index) => [id, index]));
    for (const [id, text] of setup.known) this.#entries.set(id, { words: { kind: 'described', text, byAi: true } });
  }

  static async open(setup: PicturesAheadSetup): Promise<PicturesAhead> {
    const pictures = new PicturesAhead(setup);
    await pictures.#lookForObstacle();
    return pictures;
  }

  /** The reader is asked about the pictures that are passed over; undefined when there is nothing to ask. */
  get offer(): PlayerState['pictures'] {
    const missing = this.#missing.length;
    if (!this.#obstacle || missing === 0 || this.#setup.queued.pictureChoice === 'skip') return undefined;
    return { missing, reason: this.#obstacle, ...(this.#estimate ? { estimate: this.#estimate } : {}) };
  }

  /** What is said of a picture now. `walks`: the listener is on the way to it. Asks for nothing: perhaps nothing sounds yet. */
  say(image: PageImage, walks: boolean): PictureWords {
    const entry = this.#entries.get(image.id);
    if (entry && 'words' in entry) return entry.words;
    if (image.alt) return { kind: 'described', text: image.alt, byAi: false };
    if (!image.src || !walks || !this.#setup.describer) return { kind: 'none', tell: false };
    if (this.#obstacle) return { kind: 'none', tell: this.#tellsAt(image.id) };
    this.#awaited = image.id;
    return { kind: 'pending', late: entry?.late ?? false };
  }

  /** A sentence sounds: the next pictures are asked about. */
  follow(sentence: SpokenSentence): void {
    this.#place = sentence;
    if (this.#obstacle || !this.#setup.describer) return;
    const coming = this.#missing.filter((image) => this.#isAhead(image, sentence)).slice(0, AHEAD);
    for (const image of coming) if (!this.#entries.has(image.id)) this.#ask(image);
  }

  /** The ear has come to the picture that the text waits for: a while it is waited for in earnest. */
  arrive(): void {
    const image = this.#setup.page.images.find(({ id }) => id === this.#awaited);
    const entry = image && (this.#entries.get(image.id) ?? this.#ask(image));
    if (!entry || 'words' in entry || entry.timer) return;
    const { id } = image;
    entry.timer = setTimeout(() => {
      entry.late = true;
      entry.timer = setTimeout(() => this.#pass(id), PATIENCE);
      this.#setup.onWords();
    }, GRACE);
  }

  /** The reader goes on without waiting. */
  skipAwaited(): void {
    if (this.#awaited !== undefined) this.#pass(this.#awaited);
  }

  /** What describing the pictures that have no description comes to; undefined when there are none. Throws as `PageDescriber.estimate`. */
  async estimate(): Promise<PictureEstimate | undefined> {
    const missing = this.#missing;
    return missing.length === 0 ? undefined : this.#setup.describer?.estimate(missing);
  }

  /** What the reader wants done about the pictures without description; `estimate` is to be shown first. Throws as `estimate`. */
  async decide(choice: 'estimate' | 'describe' | 'skip'): Promise<void> {
    const { queued, describer, onOffer } = this.#setup;
    this.#estimate = choice === 'estimate' ? await this.estimate() : undefined;
    if (choice !== 'estimate') queued.pictureChoice = choice;
    if (choice === 'describe') {
      await describer?.accept();
      await this.#lookForObstacle();
      if (this.#place) this.follow(this.#place);
    }
    onOffer();
  }

  /** The settings were changed: what stood in the way may be gone. */
  async reconsider(): Promise<void> {
    if (!this.#obstacle) return;
    await this.#lookForObstacle();
    this.#setup.onOffer();
  }

  async #lookForObstacle(): Promise<void> {
    const missing = this.#missing.length;
    const found = missing > 0 ? await this.#setup.describer?.findObstacle(missing) : undefined;
    const isAgreed = found?.code === 'not-accepted' && this.#setup.queued.pictureChoice === 'describe';
    this.#obstacle = isAgreed ? undefined : found;
  }

  get #missing(): PageImage[] {
    return this.#setup.page.images.filter(({ id, src, alt }) => src && !alt && !('words' in (this.#entries.get(id) ?? {})));
  }

  #isAhead({ id, blockId = '' }: PageImage, sentence: SpokenSentence): boolean {
    const [there, here] = [this.#blocks.get(blockId) ?? -1, this.#blocks.get(sentence.blockId) ?? -1];
    return there === here ? sentence.imageId === undefined || numberOf(id) > numberOf(sentence.imageId) : there > here;
  }

  /** Told once in a text, at the first picture that is come to; there again whenever that place is read again. */
  #tellsAt(id: string): boolean {
    const { queued } = this.#setup;
    if (queued.pictureChoice === 'skip') return false;
    queued.toldAtPicture ??= id;
    return queued.toldAtPicture === id;
  }

  #ask(image: PageImage): Awaited {
    const { describer, signal } = this.#setup;
    const entry: Awaited = { late: false };
    this.#entries.set(image.id, entry);
    describer?.describe(image, signal).then(
      (words) => this.#settle(image.id, words),
      (thrown: unknown) => {
        if (signal.aborted) return;
        const { data } = toAppError(thrown);
        if (MEETS_ALL.includes(data.code)) this.#obstacle = data;
        console.debug('A picture was not described.', thrown);
        this.#settle(image.id, { kind: 'none', tell: false });
        if (this.#obstacle) this.#setup.onOffer();
      },
    );
    return entry;
  }

  #settle(id: string, words: PictureWords): void {
    const before = this.#entries.get(id);
    if (before && 'timer' in before) clearTimeout(before.timer);
    this.#entries.set(id, { words });
    if (!this.#setup.signal.aborted) this.#setup.onWords();
  }

  /** The text goes on without the description, which is spoken from then on if it comes after all. */
  #pass(id: string): void {
    this.#awaited = undefined;
    const entry = this.#entries.get(id);
    if (entry && !('words' in entry)) this.#settle(id, { kind: 'none', tell: false });
  }
}

/** `i12` is the twelfth picture of the page. */
function numberOf(id: string): number {
  return Number(id.replace(/\D+/g, ''));
}
