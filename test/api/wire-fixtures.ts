import type { Collected } from './collect';

/** Bodies as they come over the wire, one for each quirk, and what a reader is to get of them. */
export interface WireFixture {
  name: string;
  body: string;
  /** `error` by its code. */
  expected: Omit<Collected, 'error'> & { error?: string };
}

const frame = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
const delta = (content: unknown, finish: string | null = null): unknown => ({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta: content, finish_reason: finish }] });
const say = (content: string): string => frame(delta({ content }));
const stop = frame(delta({}, 'stop'));
const done = 'data: [DONE]\n\n';
const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };

const ok = (text: string, more: Partial<Omit<Collected, 'error'>> = {}) => ({ text, reasoning: '', finish: 'stop' as const, ...more });
const counted = { promptTokens: 9, completionTokens: 2 };

export const FIXTURES: WireFixture[] = [
  {
    name: 'the documented sequence: role, text, stop, usage without choices, cost without choices, end marker',
    body: frame(delta({ role: 'assistant', content: '' })) + say('Hel') + say('lo') + stop + frame({ choices: [], usage })
      + frame({ meta: { usage: { credits_used: 20, usd_spent: 0.00001 } } }) + done,
    expected: ok('Hello', { usage: { ...counted, usd: 0.00001 } }),
  },
  { name: 'no end marker', body: say('Hello') + stop, expected: ok('Hello') },
  { name: 'an end marker without a finish reason', body: say('Hello') + done, expected: ok('Hello') },
  { name: 'a count of tokens as the only end', body: say('Hello') + frame({ choices: [], usage }), expected: ok('Hello', { usage: counted }) },
  { name: 'no blank line after the last frame', body: say('Hello') + stop.trimEnd(), expected: ok('Hello') },
  { name: 'text after the end marker is not part of the answer', body: say('Hello') + done + say(' no'), expected: ok('Hello') },
  { name: 'cost as a decimal string', body: say('Hi') + stop + frame({ meta: { usage: { usd_spent: '0.0021' } } }), expected: ok('Hi', { usage: { usd: 0.0021 } }) },
  { name: 'cost before usage', body: say('Hi') + frame({ meta: { usage: { usd_spent: 0.5 } } }) + frame({ choices: [], usage }) + done, expected: ok('Hi', { usage: { ...counted, usd: 0.5 } }) },
  { name: 'meta that is null', body: say('Hi') + frame({ choices: [], meta: null, usage: null }) + done, expected: ok('Hi') },
  {
    name: 'Claude: empty ids, repeated roles, usage with the finish, then a chunk without delta and with null usage',
    body: frame({ id: '', choices: [{ index: 0, delta: { role: 'assistant', content: 'Hel' }, finish_reason: null }] })
      + frame({ id: '', choices: [{ index: 0, delta: { role: 'assistant', content: 'lo' }, finish_reason: null }] })
      + frame({ id: '', choices: [{ index: 0, delta: { role: 'assistant' }, finish_reason: 'stop' }], usage })
      + frame({ id: '', choices: [{ index: 0, finish_reason: 'stop' }], usage: null }),
    expected: ok('Hello', { usage: counted }),
  },
  {
    name: 'Claude before 2026: other names for the counts, end_turn',
    body: say('Hello') + frame({ choices: [{ index: 0, delta: {}, finish_reason: 'end_turn' }], usage: { state: 'x', input_tokens: 9, output_tokens: 2 } }),
    expected: ok('Hello', { usage: counted }),
  },
  {
    name: 'Qwen: null content beside reasoning, then the reverse',
    body: frame(delta({ content: null, reasoning_content: 'Thin' })) + frame(delta({ content: null, reasoning_content: 'king' }))
      + frame(delta({ content: 'Hello', reasoning_content: null })) + stop,
    expected: ok('Hello', { reasoning: 'Thinking' }),
  },
  {
    name: 'OpenRouter: reasoning under another name, with details, and comments that keep the line open',
    body: `: OPENROUTER PROCESSING\n\n${frame(delta({ content: '', reasoning: 'Thinking', reasoning_details: [{ type: 'reasoning.text', text: 'Thinking' }] }))}: OPENROUTER PROCESSING\n\n${say('Hello')}${stop}${done}`,
    expected: ok('Hello', { reasoning: 'Thinking' }),
  },
  { name: 'OpenRouter: cost inside usage', body: say('Hi') + stop + frame({ choices: [], usage: { ...usage, cost: 0.003 } }), expected: ok('Hi', { usage: { ...counted, usd: 0.003 } }) },
  { name: 'both names of reasoning in one frame are one thought', body: frame(delta({ reasoning: 'A', reasoning_content: 'A' })) + say('Hi') + stop, expected: ok('Hi', { reasoning: 'A' }) },
  {
    name: 'Mistral: content as parts',
    body: frame(delta({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] }] })) + frame(delta({ content: [{ type: 'text', text: 'Hello' }] })) + stop,
    expected: ok('Hello', { reasoning: 'Hm' }),
  },
  { name: 'local servers: a think tag opens the answer', body: say('<think>\nHm') + say('\n</think>\n\nHello') + stop, expected: ok('Hello', { reasoning: '\nHm\n' }) },
  { name: 'a think tag that is never closed', body: say('<think>Hm') + say(' hm</thi') + stop, expected: { text: '', reasoning: 'Hm hm</thi', error: 'empty-answer' } },
  { name: 'a think tag later in the answer is text', body: say('About <think>tags</think>') + stop, expected: ok('About <think>tags</think>') },
  { name: 'a beginning that only resembles the tag', body: say('<thi') + say('s> is it') + stop, expected: ok('<this> is it') },
  { name: 'OpenAI: obfuscation, refusal null, details null', body: frame({ ...(delta({ content: 'Hi', refusal: null }) as object), obfuscation: 'xyz', usage: null }) + stop + frame({ choices: [], usage: { ...usage, prompt_tokens_details: null, completion_tokens_details: null } }), expected: ok('Hi', { usage: counted }) },
  { name: 'reasoning tokens', body: say('Hi') + stop + frame({ choices: [], usage: { ...usage, completion_tokens_details: { reasoning_tokens: 1 } } }), expected: ok('Hi', { usage: { ...counted, reasoningTokens: 1 } }) },
  { name: 'CRLF line ends', body: (say('Hel') + say('lo') + stop + done).replaceAll('\n', '\r\n'), expected: ok('Hello') },
  { name: 'a byte order mark, blank lines, retry, id and unknown events', body: `\uFEFF\n\nretry: 10\nid: 1\n\nevent: ping\ndata: {"type":"ping"}\n\n${say('Hello')}${stop}`, expected: ok('Hello') },
  { name: 'data without a space, and data over several lines', body: 'data:{"choices":[{"delta":\ndata:{"content":"Hello"}}]}\n\n' + stop, expected: ok('Hello') },
  { name: 'characters of two, three and four bytes', body: say('Füße – 漢字 🎉👩‍👩‍👧') + stop, expected: ok('Füße – 漢字 🎉👩‍👩‍👧') },
  { name: 'a frame without choices, with empty choices, with a null delta, with an empty object', body: frame({ id: 'x' }) + frame({ choices: [] }) + frame({ choices: [{ index: 0, delta: null }] }) + frame({}) + say('Hello') + stop, expected: ok('Hello') },
  { name: 'fields of unexpected types', body: frame({ choices: [{ delta: { content: 7, reasoning: {} }, finish_reason: 0 }], usage: 'none', meta: [] }) + say('Hello') + stop, expected: ok('Hello') },
  { name: 'the legacy text field', body: frame({ choices: [{ text: 'Hello', index: 0 }] }) + stop, expected: ok('Hello') },
  { name: 'cut off at the cap', body: say('Hel') + frame(delta({}, 'length')) + done, expected: ok('Hel', { finish: 'length' }) },
  { name: "cut off, in Anthropic's word", body: say('Hel') + frame(delta({}, 'max_tokens')), expected: ok('Hel', { finish: 'length' }) },
  { name: 'blocked in the middle', body: say('Hel') + frame(delta({}, 'content_filter')), expected: ok('Hel', { finish: 'filtered' }) },
  { name: 'an unknown finish reason is a normal end', body: say('Hello') + frame(delta({}, 'eos')), expected: ok('Hello') },
  { name: 'blocked at once', body: frame(delta({}, 'content_filter')) + done, expected: { text: '', reasoning: '', error: 'content-filtered' } },
  { name: 'a refusal in words', body: frame(delta({ refusal: 'I cannot ' })) + frame(delta({ refusal: 'do that.' })) + stop, expected: { text: '', reasoning: '', error: 'content-filtered' } },
  { name: 'no text at all', body: frame(delta({ role: 'assistant', content: '' })) + stop + frame({ choices: [], usage }) + done, expected: { text: '', reasoning: '', usage: counted, error: 'empty-answer' } },
  { name: 'only white space', body: say('\n \n') + stop, expected: { text: '\n \n', reasoning: '', error: 'empty-answer' } },
  { name: 'a JSON value in place of the stream', body: JSON.stringify({ object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }], usage }), expected: ok('Hello', { usage: counted }) },
  { name: 'the same with reasoning, line breaks and no finish reason', body: `\n${JSON.stringify({ choices: [{ message: { content: 'Hello', reasoning_content: 'Hm' } }] }, null, 2)}\n`, expected: ok('Hello', { reasoning: 'Hm' }) },
  { name: 'Perplexity: an empty delta beside the message', body: JSON.stringify({ choices: [{ message: { content: 'Hello' }, delta: { content: '' }, finish_reason: 'stop' }] }), expected: ok('Hello') },
  { name: 'an error in place of the stream', body: JSON.stringify({ error: { message: 'The model crashed', code: 500 } }), expected: { text: '', reasoning: '', error: 'server-error' } },
  { name: 'an error in an array in place of the stream', body: JSON.stringify([{ error: { message: 'API key not valid', code: 401 } }]), expected: { text: '', reasoning: '', error: 'bad-key' } },
  { name: 'JSON that is something else', body: '{"status":"fine"}', expected: { text: '', reasoning: '', error: 'bad-response' } },
  { name: 'broken JSON in place of the stream', body: '{"choices":[{"mess', expected: { text: '', reasoning: '', error: 'bad-response' } },
  { name: 'an error after some text', body: say('Hel') + frame({ error: { message: 'The provider hung up', code: 502 } }), expected: { text: 'Hel', reasoning: '', error: 'server-error' } },
  { name: 'the flat envelope after some text', body: say('Hel') + frame({ message: 'Too Many Requests', statusCode: '429', path: '/v1' }), expected: { text: 'Hel', reasoning: '', error: 'rate-limited' } },
  { name: 'an error event', body: `${say('Hel')}event: error\ndata: {"error":{"message":"overloaded","code":503}}\n\n`, expected: { text: 'Hel', reasoning: '', error: 'server-error' } },
  { name: 'an error event in plain words', body: `${say('Hel')}event: error\ndata: upstream failed\n\n`, expected: { text: 'Hel', reasoning: '', error: 'server-error' } },
  { name: 'an error as text beside choices', body: say('Hel') + frame({ error: 'out of memory', choices: [{ delta: {}, finish_reason: 'error' }] }), expected: { text: 'Hel', reasoning: '', error: 'server-error' } },
  { name: 'a context that overflows inside a 200 stream', body: 'event: error\ndata: {"error":{"message":"Trying to keep the first 9000 tokens when context the overflows."}}\n\n', expected: { text: '', reasoning: '', error: 'context-too-long' } },
  { name: 'failure as a finish reason', body: say('Hel') + frame(delta({}, 'error')), expected: { text: 'Hel', reasoning: '', error: 'server-error' } },
  { name: 'a completion with error null', body: frame({ error: null, choices: [{ delta: { content: 'Hello' } }] }) + stop, expected: ok('Hello') },
  { name: 'a close in the middle', body: say('Hel'), expected: { text: 'Hel', reasoning: '', error: 'stream-broken' } },
  { name: 'a close in the middle of a held-back tag', body: say('<thin'), expected: { text: '<thin', reasoning: '', error: 'stream-broken' } },
  { name: 'a frame that is broken JSON', body: `${say('Hel')}data: {"choices":[{"del\n\n`, expected: { text: 'Hel', reasoning: '', error: 'bad-response' } },
  { name: 'a page of a gateway', body: '<!doctype html><title>Sign in</title><p>Please', expected: { text: '', reasoning: '', error: 'bad-response' } },
  { name: 'plain words', body: 'data base offline', expected: { text: '', reasoning: '', error: 'bad-response' } },
  { name: 'nothing', body: '', expected: { text: '', reasoning: '', error: 'bad-response' } },
  { name: 'only comments', body: ': hello\n\n', expected: { text: '', reasoning: '', error: 'bad-response' } },
];
