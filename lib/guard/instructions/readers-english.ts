import { any } from './pattern';

/** Names of products and kinds, as every language borrows them. Folded. */
const MODEL_NAMES = any(
  String.raw`(?:open)?ais?\b(?!\s*&)`, String.raw`a\.i\.`, 'llms?', 'large language models?', 'language[ -]models?', String.raw`chat ?gpts?(?:[ -]\d[^\s.,:;!?]*)?`, String.raw`gpts?(?:[ -]?\d[^\s.,:;!?]*)?(?:[ -]based)?`,
  'claude', 'gemini', 'copilot', 'perplexity', 'grok', 'mistral', 'deepseek', 'llama', 'qwen', 'bard', String.raw`chat ?bots?`, 'artificial intelligences?',
);

/** What an artificial reader is, behind its name. */
const MACHINES = any(
  'assistants?', 'agents?', 'models?', 'systems?', '(?:ro)?bots?', String.raw`chat ?bots?`, 'crawlers?', 'scrapers?', 'reviewers?', String.raw`summari[sz](?:ers?|ing tools?|ation tools?)`, 'screeners?', 'recruiters?', 'readers?',
  'tools?', 'browsers?', 'engines?', 'evaluators?', 'graders?', 'raters?', 'parsers?', 'translators?', 'moderators?', 'instances?', 'copilots?', 'search', 'overviews?', 'summaries', 'helpers?', 'concierges?', 'advis[oe]rs?', 'planners?', 'checkers?', 'applicants?', 'generators?', 'services?', 'pipelines?', 'programs?', 'software', 'entit(?:y|ies)',
  'analy[sz]ers?', 'classifiers?', 'detectors?', 'companions?', 'examiners?', 'judges?', 'interviewers?', 'referees?', 'buyers?', 'shoppers?', 'algorithms?', 'networks?', 'tutors?', 'coach(?:es)?', 'programmers?', 'handlers?', 'speakers?', 'devices?', 'note ?takers?', 'indexers?', 'filters?', 'guides?', 'librarians?', 'scanners?', 'narrators?', 'colleagues?', 'friends?',
);

const MADE = '(?:[ -](?:powered|based|driven|enabled|assisted))?';
/** A name with what it is. */
export const ENGLISH = `${MODEL_NAMES}${MADE}(?:(?<! and| or) (?!and |or |of |in |to |the |for |with |is |are |must |should |that |which )[a-z]+)? ${MACHINES}`;

/** What makes an assistant, an agent, a tool or a system a machine. */
const ARTIFICIAL = any('virtual', 'digital', 'automated', 'automatic', 'autonomous', 'automat(?:ion|ic)', 'browser', 'browsing', 'web', 'search', 'research', 'reading', 'shopping', 'coding', 'smart', 'generative', 'conversational', 'voice', 'chat', 'artificial', 'algorithmic', 'machine', 'multimodal', 'natural[ -]language', 'neural', 'trading', 'screening', 'machine[ -]learning', '(?:content )?moderation', 'grading', 'recommend(?:er|ation)', 'retrieval', 'indexing', 'translation', 'e?-?mail');
/** Work that is given to machines. */
const WORK = any(ARTIFICIAL, 'screener', 'hiring', 'recruit(?:ing|ment|er)', 'selection', 'grader', 'scoring', 'evaluat(?:or|ion|ing)', 'judg(?:e|ing)', 'review(?:er|ing)?', 'peer[ -]review', 'moderator', 'safety', 'spam', 'translat(?:or|ing)', String.raw`summar\w+`, 'ranking', 'rating', 'large', 'foundation', 'vision', 'text', 'caption(?:ing)?', 'image', 'reasoning', 'reward', 'helpful', 'recommendation', 'assistant', 'travel', 'sentiment', 'tutor(?:ing)?', 'proctoring', 'resume', 'cv', 'content');
export const ENGLISH_ALONE = any(
  `${MODEL_NAMES}${MADE}`, `${ARTIFICIAL}[ -](?:\\w+ )?(?:assistants?|agents?|systems?|tools?|software|readers?|reviewers?|translators?|graders?|screeners?|recruiters?|evaluators?|moderators?|interviewers?|shoppers?|buyers?|advis[eo]rs?|planners?|programs?|(?<!search )engines?|services?|writers?|examiners?|copilots?)`,
  `${WORK}[ -](?:ais?|llms?|models?|algorithms?|classifiers?|pipelines?|software|programs?|analy[sz]ers?|parsers?)`, String.raw`(?:(?!the |a |an |to |for |and |or |if |as )[a-z-]{3,} )?(?:ro)?bots?(?!\.txt| vacuum| arm| check| test| protection| detection| polic| trap| traffic|s? meta|,? ?(?:noindex|nofollow))`, 'automated (?:readers?|reviewers?|systems?|summari[sz]ers?|screening|tools?)', 'machine readers?', 'summari[sz]ers?', 'answer(?:ing)? engines?', 'generative (?:engines?|search)', '(?:web |search )?crawlers?', 'scrapers?',
  'assistants', 'chat ?bots?', 'neural networks?', 'machine intelligence', 'summari[sz]ation (?:tools?|bots?|models?|engines?|systems?)', 'assistant', 'browser copilots?', '(?:essay|resume|cv|sentiment|homework) (?:graders?|screeners?|parsers?|analy[sz]ers?)', String.raw`(?:alexa|siri|cortana|bixby|google assistant)(?:(?:,| and| or|,? hello|/) ?(?:alexa|siri|cortana|bixby|google assistant|other|similar|any|hello))+(?: (?:speakers?|assistants?|devices?))?`, 'smart speakers?', 'voice (?:assistants?|agents?)',
);
