import { Component } from 'preact';
import { FrameSchedule } from '../frame-schedule';
import { RunText, type RunTextReader } from '../run-text';
import { MarkdownDocument } from './markdown-document';
import './markdown.css';

interface MarkdownProps {
  /** Markdown, or the text of a run as it grows. */
  source: string | RunText;
  /** Whether more may come. When this ends, all there is is drawn at once. */
  streaming?: boolean;
}

/**
 * A Markdown text as elements; hostile input. Nothing in it becomes HTML, nothing is loaded, links lead to the web or
 * a mail program and say where to. While it streams only what is new is read and drawn, once in a few frames.
 */
export class Markdown extends Component<MarkdownProps> {
  readonly #schedule = new FrameSchedule(() => this.forceUpdate());
  #document = new MarkdownDocument();
  #reader: RunTextReader = { read: () => ({ text: '', restarted: false }) };
  #finished = false;
  #source: RunText | undefined;
  #stop: (() => void) | undefined;

  override componentWillUnmount(): void {
    this.#schedule.cancel();
    this.#stop?.();
  }

  override shouldComponentUpdate(next: MarkdownProps): boolean {
    return next.source !== this.props.source || next.streaming !== this.props.streaming;
  }

  override render({ source, streaming = false }: MarkdownProps) {
    this.#watch(source);
    this.#catchUp(streaming);
    return <div class="markdown">{this.#document.view()}</div>;
  }

  #watch(source: string | RunText): void {
    const text = typeof source === 'string' ? undefined : source;
    if (text && text === this.#source) return;
    this.#stop?.();
    this.#source = text;
    this.#reader = (text ?? new RunText(String(source))).reader();
    this.#startOver();
    this.#stop = text?.subscribe(() => {
      if (this.props.streaming) this.#schedule.request();
      else this.#schedule.run();
    });
  }

  #startOver(): void {
    this.#document = new MarkdownDocument();
    this.#finished = false;
  }

  #catchUp(streaming: boolean): void {
    const { text, restarted } = this.#reader.read();
    let fresh = text;
    if (restarted) this.#startOver();
    else if (this.#finished && (fresh || streaming) && this.#source) {
      // An answer that was continued: its end was read as an end, so all of it is read again, once.
      this.#startOver();
      fresh = this.#source.snapshot();
    }
    if (fresh) this.#document.append(fresh);
    if (streaming || this.#finished) return;
    this.#document.finish();
    this.#finished = true;
    this.#schedule.cancel();
  }
}
