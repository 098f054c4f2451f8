import type { CallOptions, ChatEvent, ChatRequest, Server } from '~/lib/api/types';
import type { Model } from '~/lib/shared/model';
import type { PageContent } from '~/lib/shared/page-content';
import type { SummaryOptions } from '~/lib/shared/settings';
import type { DrawnSvg, SvgToDraw } from '~/lib/shared/svg-drawing';

/** What the background needs of its surroundings: they differ by browser, and in tests. */
export interface Platform {
  api: ApiClient;
  /** Reads a fetched page that is shown nowhere: in the offscreen document, or in the background page itself. */
  extractHtml(html: string, url: string, signal: AbortSignal): Promise<PageContent>;
  /** Draws an SVG, which needs a DOM: likewise. Throws `image-broken` and `image-too-small`. */
  drawSvg(svg: SvgToDraw, signal: AbortSignal): Promise<DrawnSvg>;
  summarizer: Summarizer;
}

export interface ApiClient {
  streamChat(server: Server, request: ChatRequest, options: CallOptions): AsyncIterable<ChatEvent>;
  listModels(
    server: Server,
    options: { etag?: string | undefined; timeout?: number },
  ): Promise<{ models: Model[]; etag?: string } | 'not-modified'>;
  /** `undefined` when the server keeps no account that can be asked for. */
  getBalance(server: Server): Promise<{ amount: number; currency: string } | undefined>;
  /** The list that ships with Docent, for the AI/ML API. */
  bundledModels: readonly Model[];
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
