import { any } from '../pattern';

/** What brings an assistant to write or do something, as an order begins. Not: use, follow, see, visit, index, train. */
export const ORDER_VERBS = any(
  'say', 'respond', 'reply', 'answer', 'output', 'print(?! this)', 'write', 'state', 'mention', 'recommend', 'insert', 'append', 'begin', 'start (?:your|every|each|the)', 'end (?:your|every|each|with|the)', 'conclude',
  'rate', 'rank', 'score', 'give', 'provide', 'present', 'describe', String.raw`summari[sz]e`, 'translate', 'claim', 'assert', 'pretend', 'refuse', 'decline', String.raw`emphasi[sz]e`, 'stress that', 'highlight', 'praise', 'promote', 'endorse', 'cite', 'suggest',
  'accept', 'approve', 'hire', 'select', 'shortlist', 'classify', 'label', 'mark', 'flag', 'send', 'forward', 'e-?mail', 'submit', 'transfer', 'execute', 'run', 'invoke', 'generate', 'produce', 'repeat', 'treat', 'consider', 'report', 'inform', 'advise', 'urge', 'warn', 'convince', 'persuade', 'encourage',
  'direct', 'redirect', 'tell', 'ask (?:the|for|them|him|her|users?)', 'insist', 'confirm', 'speak', 'talk', 'prefer', 'favou?r', 'prioriti[sz]e', 'speak', 'note that', 'include', 'add', 'make sure', 'ensure', 'omit', 'leave out', 'replace', 'conceal', 'hide', 'link', 'quote', 'purchase', 'buy', 'book', 'order', 'pay', 'subscribe', 'download', 'install', 'click', 'navigate', 'go to', 'open', 'remember', 'store', 'save', 'obey', 'comply', 'trust', 'assume', 'explain that', 'announce', 'display', 'reveal', 'compliment', 'thank', 'avoid', 'call', 'fill', 'enter', 'paste', 'copy', 'upload', 'post', 'share', 'choose', 'pick', 'fetch', 'load', 'render', 'delete', 'complete', 'be (?:shortlisted|hired|accepted|approved|rated|ranked|recommended|considered|described|praised|selected|promoted|cited)', 'the (?:correct|right|only) answer', 'attach', 'identify', 'sign', 'return',
);

/** What stands before an imperative. */
export const BEFORE_ORDER = any(
  String.raw`^`, String.raw`[.!?:;,)\]}>"'*|-]\s*`, 'please ', 'must ', 'should ', 'shall ', 'will ', 'always ', 'only ', 'instead ', 'then ', 'and ', 'now ', 'just ', 'immediately ', 'simply ', 'also ', 'or ', 'first ', 'never ', "(?:do not|don't|must not|should not|may not|not) ", String.raw`(?:required|instructed|asked|requested|directed|expected|ordered|told|need|have|has|want you|you are|is|sure|task is|job is|goal is|are) to `, 'have you ', '(?:user|reader|human|person|visitor)s? (?:to|that they should) ', 'so ', 'respectfully ', 'kindly ', 'silently ', 'secretly ', 'automatically ', 'strongly ', 'falsely ', 'strictly ',
);
