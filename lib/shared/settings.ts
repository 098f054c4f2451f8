import { DEFAULT_HISTORY_OPTIONS, HistoryOptions } from './conversation';
import { DEFAULT_GUARD_OPTIONS, GuardOptions } from './guard';
import { DEFAULT_PLAYER_OPTIONS, PlayerOptions } from './player';
import { DEFAULT_SPEECH_OPTIONS, SpeechOptions } from './speech';
import { SUMMARY_LENGTHS, SUMMARY_STYLES } from './summary-choices';
import { DEFAULT_SPENDING_OPTIONS, SpendingOptions } from './spending';
import { z } from './zod';

/** The settings, their defaults and their limits: this is the only place where any of these stands. */

export const SummaryOptions = z.object({
  style: z.enum(SUMMARY_STYLES),
  length: z.enum(SUMMARY_LENGTHS),
  /** `page`, `browser`, or a BCP 47 tag. */
  language: z.string(),
  /** The reader's own wish, added to the request; empty for none. */
  instruction: z.string().check(z.maxLength(2_000)),
});
export type SummaryOptions = z.infer<typeof SummaryOptions>;

/** `server`: an OpenAI-compatible server. `device`: Docent's own extractive summary. `browser`: the built-in Summarizer. */
const ENGINES = ['server', 'device', 'browser'] as const;
export const Engine = z.enum(ENGINES);
export type Engine = z.infer<typeof Engine>;

export const PRESET_IDS = ['aimlapi', 'openai', 'openrouter', 'ollama', 'lmstudio', 'llamacpp', 'other'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Pixels on the long side of a picture that is sent. */
export const IMAGE_SIZES = [768, 1024, 1536, 2048] as const;

export const PictureOptions = z.object({
  maxSide: z.union(IMAGE_SIZES.map((size) => z.literal(size))),
  /** Language of descriptions: `page`, `browser`, or a BCP 47 tag. */
  language: z.string(),
  /** Origins, e.g. `https://example.org`, on whose pages known descriptions are put back by themselves. */
  restoreOrigins: z.array(z.string()),
});
export type PictureOptions = z.infer<typeof PictureOptions>;

/** How texts are read that are larger than a model's context. */
export const DocumentOptions = z.object({
  /** Parts that are asked about at a time. */
  parallel: z.number().check(z.minimum(1), z.maximum(8)),
  /** Model that tells what fits a question by its meaning; empty: the words alone decide, on this device. */
  embeddingModel: z.string().check(z.maxLength(300)),
  /** PDFs go to models that take them as files, not as text. */
  pdfFiles: z.optional(z.boolean()),
  /** Model for OCR (`/ocr`) that reads scanned pages; empty: the model for pictures does. */
  scanModel: z.optional(z.string().check(z.maxLength(300))),
});
export type DocumentOptions = z.infer<typeof DocumentOptions>;

/** Chat models that are remembered. */
export const RECENT_MODELS = 5;

/** Questions that are offered under a summary. */
const SuggestionOptions = z.object({ on: z.boolean() });

/** Where an answer comes from. */
const SourceOptions = z.object({
  /** Answers about a page mark what they rest on. */
  marks: z.boolean(),
});

export const Settings = z.object({
  version: z.literal(1),
  /** False until the first-run page was answered or a first summary made. */
  welcomed: z.boolean(),
  /** True once the reader has seen and accepted "What is sent" for the present host. */
  sendAcceptedHosts: z.array(z.string()),
  engine: Engine,
  preset: z.enum(PRESET_IDS),
  baseUrl: z.string().check(z.maxLength(2_000)),
  /** Empty means: the preset's default, or the server's first chat model. */
  chatModel: z.string().check(z.maxLength(300)),
  /** Chat models the reader has chosen, the last one first. */
  recentModels: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(RECENT_MODELS)),
  /** Model for pictures. Empty means: the chat model if it takes pictures, else the first known one that does. */
  visionModel: z.string().check(z.maxLength(300)),
  summary: SummaryOptions,
  pictures: PictureOptions,
  documents: DocumentOptions,
  sources: SourceOptions,
  player: PlayerOptions,
  /** How texts are made ready for the ear. */
  speech: SpeechOptions,
  /** What is checked for safety, and what then. */
  guard: GuardOptions,
  /** What is kept of conversations. */
  history: HistoryOptions,
  suggestions: SuggestionOptions,
  /** What a day may cost. */
  spending: SpendingOptions,
  /** Whether personal data is masked before anything is sent. */
  masking: z.object({ on: z.boolean() }),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  welcomed: false,
  sendAcceptedHosts: [],
  engine: 'server',
  preset: 'aimlapi',
  baseUrl: 'https://api.aimlapi.com/v1',
  chatModel: '',
  recentModels: [],
  visionModel: '',
  summary: { style: 'key-points', length: 'medium', language: 'page', instruction: '' },
  pictures: { maxSide: 1536, language: 'page', restoreOrigins: [] },
  documents: { parallel: 4, embeddingModel: '', scanModel: '', pdfFiles: false },
  sources: { marks: true },
  player: DEFAULT_PLAYER_OPTIONS,
  speech: DEFAULT_SPEECH_OPTIONS,
  guard: DEFAULT_GUARD_OPTIONS,
  history: DEFAULT_HISTORY_OPTIONS,
  suggestions: { on: true },
  spending: DEFAULT_SPENDING_OPTIONS,
  masking: { on: false },
};

/** What of the settings a page of the extension may change in one call. */
export const SettingsPatch = z.partial(z.omit(Settings, { version: true }));
export type SettingsPatch = z.infer<typeof SettingsPatch>;
