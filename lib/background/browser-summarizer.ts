import { AppError } from '~/lib/shared/app-error';
import type { SummaryOptions } from '~/lib/shared/settings';
import type { Summarizer, SummarizerRequest } from './platform';

/** The parts of the Summarizer API that are used (https://webmachinelearning.github.io/writing-assistance-apis/). */
interface CreateOptions {
  type: 'key-points' | 'tldr' | 'teaser' | 'headline';
  format: 'markdown' | 'plain-text';
  length: 'short' | 'medium' | 'long';
  outputLanguage?: string;
  sharedContext?: string;
  signal?: AbortSignal;
}
interface SummarizerSession {
  readonly inputQuota: number;
  measureInputUsage(text: string, options: { signal: AbortSignal }): Promise<number>;
  summarizeStreaming(text: string, options: { signal: AbortSignal }): ReadableStream<string>;
  destroy(): void;
}
interface SummarizerFactory {
  availability(options?: Partial<CreateOptions>): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  create(options: CreateOptions): Promise<SummarizerSession>;
}

/** The global exists in documents only, and in few browsers. */
function findFactory(): SummarizerFactory | undefined {
  return (globalThis as { Summarizer?: SummarizerFactory }).Summarizer;
}

/** The built-in Summarizer of the document this runs in. A model that would first have to be downloaded counts as absent. */
export const browserSummarizer: Summarizer = {
  isAvailable: async () => (await findFactory()?.availability()) === 'available',

  async *summarize({ text, options, language }: SummarizerRequest, signal: AbortSignal) {
    const factory = findFactory();
    const wanted: CreateOptions = { ...translateOptions(options), outputLanguage: primary(language) };
    if (!factory || (await factory.availability(wanted)) !== 'available') throw new AppError('device-unavailable');
    const session = await factory.create({ ...wanted, signal });
    try {
      const usage = await session.measureInputUsage(text, { signal });
      if (usage > session.inputQuota) throw new AppError('context-too-long');
      const reader = session.summarizeStreaming(text, { signal }).getReader();
      for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
    } finally {
      session.destroy();
    }
  },
};

/** Docent's styles in the API's terms; what has no counterpart is said in its context. */
function translateOptions({ style, length, instruction }: SummaryOptions): CreateOptions {
  const wishes = [
    style === 'simple' ? 'Explain in plain words, for someone who knows nothing about the subject.' : '',
    style === 'detailed' ? 'Go through the sections of the text one by one.' : '',
    instruction,
  ].filter(Boolean);
  return {
    type: style === 'key-points' || style === 'detailed' ? 'key-points' : 'tldr',
    format: 'markdown',
    length: style === 'detailed' ? 'long' : length,
    ...(wishes.length > 0 ? { sharedContext: wishes.join(' ') } : {}),
  };
}

function primary(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
