import type { Embeddings } from '~/lib/api/embed-texts';
import type { RecognizedText } from '~/lib/api/recognize-text';
import type { SpeechRequest } from '~/lib/api/speech/build-body';
import type { SpeechAudio } from '~/lib/api/speech/synthesize-speech';
import type { CallOptions, ChatEvent, ChatRequest, Server } from '~/lib/api/types';
import type { AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import type { MaskedText } from '~/lib/shared/masked';
import type { Model } from '~/lib/shared/model';
import type { ExtractedPage } from '~/lib/shared/page-content';
import type { PdfOrder, PdfReply } from '~/lib/shared/pdf';
import type { SummaryOptions } from '~/lib/shared/settings';
import type { SpeechVoice } from '~/lib/shared/speech-voice';
import type { DrawnSvg, SvgToDraw } from '~/lib/shared/svg-drawing';

/** What the background needs of its surroundings: they differ by browser, and in tests. */
export interface Platform {
  api: ApiClient;
  /** Reads a fetched page that is shown nowhere: in the offscreen document, or in the background page itself. */
  extractHtml(html: string, url: string, signal: AbortSignal): Promise<ExtractedPage>;
  /** Draws an SVG, which needs a DOM: likewise. Throws `image-broken` and `image-too-small`. */
  drawSvg(svg: SvgToDraw, signal: AbortSignal): Promise<DrawnSvg>;
  /** Reads a PDF file: likewise. Yields replies up to `end`, throws what the reading has thrown. */
  readPdf(file: Blob, order: PdfOrder, signal: AbortSignal): AsyncIterable<PdfReply>;
  summarizer: Summarizer;
  audio: AudioOutput;
  /** A `blob:` address of Docent's own origin, under which a window finds a finished file for a minute. */
  offerFile(file: Blob): Promise<string>;
}

/** Where sound comes out: an `AudioHost`, in the offscreen document or in the background page itself. It outlives a worker. */
export interface AudioOutput {
  /**
   * Resolves when the host has the command. `add`, `replace`, `resume`, `set`, `info`, `preview` and `voices` start a host
   * where there is none; `pause` and `stop` have nothing to do then. A host that was started anew knows nothing of what an
   * earlier one was told. Throws `unexpected` when no host can be had.
   */
  send(command: AudioCommand): Promise<void>;
  /** Must be called synchronously when the background starts: an event may be what started it. */
  onEvent(listener: (event: AudioEvent) => void): void;
}

export interface AskOptions extends CallOptions {
  /** Told before the request is sent, where personal data is masked: what was, if anything. */
  onMasked?: (masked: readonly MaskedText[]) => void;
}

export interface ApiClient {
  /** The same for what the reader sends although the day's limit is reached; see `spending/metered-api.ts`. */
  beyondLimit?: ApiClient;
  streamChat(server: Server, request: ChatRequest, options: AskOptions): AsyncIterable<ChatEvent>;
  /** The body of a request for chat as it would be sent now. */
  describeRequest(server: Server, request: ChatRequest): object;
  embedTexts(server: Server, request: { model: string; texts: readonly string[] }, options: CallOptions): Promise<Embeddings>;
  /** What stands in a picture, as Markdown, by a model for OCR. */
  recognizeText(server: Server, request: { model: string; picture: string }, options: CallOptions): Promise<RecognizedText>;
  listModels(
    server: Server,
    options: { etag?: string | undefined; timeout?: number },
  ): Promise<{ models: Model[]; etag?: string } | 'not-modified'>;
  /** `undefined` when the server keeps no account that can be asked for. */
  getBalance(server: Server): Promise<{ amount: number; currency: string } | undefined>;
  /** The list that ships with Docent, for the AI/ML API. */
  bundledModels: readonly Model[];
  /** Turns text into a sound file. */
  synthesizeSpeech(server: Server, request: SpeechRequest, options: CallOptions): Promise<SpeechAudio>;
  /** The voices of a speech model; none when nobody says. */
  listVoices(server: Server, model: string): Promise<readonly SpeechVoice[]>;
  /** The speech models that ship with Docent, for the AI/ML API. */
  bundledSpeechModels: readonly Model[];
}

/** The browser's built-in Summarizer, wherever it runs. */
export interface Summarizer {
  isAvailable(): Promise<boolean>;
  /** Yields the summary piece by piece. Throws `device-unavailable` and `context-too-long`. */
  summarize(request: SummarizerRequest, signal: AbortSignal): AsyncIterable<string>;
}

export interface SummarizerRequest {
  text: string;
  options: SummaryOptions;
  /** BCP 47 tag the summary shall be written in. */
  language: string;
}
