import { any } from '../pattern';

/** Names of products and kinds, as every language borrows them. Folded. */
export const MODEL_NAMES = any(
  String.raw`(?:open)?ai\b(?!\s*&)`, String.raw`a\.i\.`, 'llms?', 'large language models?', 'language models?', String.raw`chat ?gpts?(?:[ -]\d\S*)?`, String.raw`gpts?(?:[ -]?\d\S*)?`,
  'claude', 'gemini', 'copilot', 'perplexity', 'grok', 'mistral', 'deepseek', 'llama', 'qwen', 'bard', String.raw`chat ?bots?`, 'artificial intelligence',
);

/** What an artificial reader is, behind its name. */
export const MACHINES = any(
  'assistants?', 'agents?', 'models?', 'systems?', 'bots?', String.raw`chat ?bots?`, 'crawlers?', 'scrapers?', 'reviewers?', String.raw`summari[sz](?:ers?|ing tools?|ation tools?)`, 'screeners?', 'recruiters?', 'readers?',
  'tools?', 'browsers?', 'engines?', 'evaluators?', 'graders?', 'raters?', 'parsers?', 'translators?', 'moderators?', 'instances?', 'copilots?', 'search', 'overviews?', 'summaries', 'services?', 'pipelines?', 'programs?', 'software', 'entit(?:y|ies)',
);

/** An artificial reader, as English names one. */
export const READER = `(?:${MODEL_NAMES}(?:[ -](?:powered|based|driven|enabled))?(?:(?: (?:language|web|search|shopping|reading|research|writing|browser|browsing|hiring|screening|reviewing|chat|coding))? ${MACHINES})?|${any('(?:virtual|digital|automated|autonomous|browser|browsing|web|search|research|reading|shopping|coding) (?:assistants?|agents?)', 'automated (?:readers?|reviewers?|systems?|summari[sz]ers?|screening|tools?)', 'machine readers?', String.raw`summari[sz]ers?`, String.raw`summari[sz]ation (?:tools?|bots?|models?|engines?|systems?)`, '(?:the )?assistant')})`;

/** People and firms who have to do with artificial intelligence, and are none. */
export const NOT_A_MACHINE = String.raw`(?!\s+(?:compan|startup|start-up|researcher|engineer|developer|enthusiast|expert|student|professional|vendor|team|lab|business|practition|user|writer|artist|beginner|skeptic|fan|leader|founder|provider|client|customer|firm|organi[sz]ation|scientist|consultant|specialist|trainer|editor|literate|newcomer|person|owner|maker|builder|investor|journalist|teacher|educator|nerd|curious|policy|ethic|safety|research))`;
