import type { ErrorCode } from '~/lib/shared/app-error';

/**
 * The model takes no pictures, in the words of OpenAI ("Invalid content type. image_url is only supported by certain
 * models."), OpenRouter ("No endpoints found that support image input"), Google ("Image input modality is not enabled
 * for models/…"), DeepSeek ("unknown variant `image_url`, expected `text`"), Mistral, Ollama ("this model is missing
 * data required for image input", "this model does not support image input"), LM Studio ("Model does not support
 * images."), llama.cpp ("image input is not supported - hint: … mmproj") and vLLM ("… is not a multimodal model").
 */
const NO_VISION = [
  /image_url["'`]? is only supported by/i,
  /support(?:s|ing)? (?:image|vision|multi-?modal) inputs?\b/i,
  /\b(?:(?:does|do|can)(?: not|n['’]t)|cannot) (?:currently )?(?:support|accept|process|handle|take|allow)\w* (?:any )?(?:images?|pictures?|vision|visual|multi-?modal)/i,
  /\b(?:images?|vision|multi-?modal)(?:[_ ](?:urls?|inputs?|contents?|parts?|modality)){0,2} (?:is|are) not (?:currently )?(?:supported|enabled|allowed|available)/i,
  /not a (?:multi-?modal|vision)/i,
  /missing data required for image input/i,
  /unknown variant ["'`]?image_url["'`]?, expected ["'`]?text\b/i,
  /\bmmproj\b/i,
];

/** Schemas of models that know text only: a list of parts is no content for them. */
const TEXT_ONLY = /expected string, received array|content\b.{0,40}(?:must|should) be a (?:valid )?string|content\b.{0,60}expected (?:a )?string/is;

/** Anthropic ("image exceeds 5 MB maximum", "image dimensions exceed max allowed size"), proxies, and frameworks. */
const TOO_LARGE = /image.{0,60}(?:exceeds?\b|too (?:large|big))|(?:payload|request entity|request body|body) (?:is )?too (?:large|big)|maximum (?:image|file|payload|body) size/i;

/** Codes whose refusal may be about the pictures: they are found by words that fit other things as well. */
const VAGUE: readonly ErrorCode[] = ['request-refused', 'server-error', 'model-unknown', 'model-unavailable', 'context-too-long'];

/** What a refused request with pictures means, where its words tell more than the code does; else `undefined`. */
export function explainPictureRefusal(code: ErrorCode, status: number | undefined, words: string): ErrorCode | undefined {
  if (!VAGUE.includes(code)) return undefined;
  if (NO_VISION.some((pattern) => pattern.test(words))) return 'no-vision';
  if (status === 413 || TOO_LARGE.test(words)) return 'image-too-large';
  return code === 'request-refused' && TEXT_ONLY.test(words) ? 'no-vision' : undefined;
}
