import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BodyReader } from '~/lib/api/read-body';
import { Answer } from '~/lib/api/answer';
import { readWire, type Collected } from './collect';
import { FIXTURES } from './wire-fixtures';

const comparable = ({ error, ...rest }: Collected): object => (error ? { ...rest, error: error.code } : rest);

describe('a body', () => {
  test.each(FIXTURES)('$name', async ({ body, expected }) => {
    expect(comparable(await readWire(body))).toEqual(expected);
  });

  test.each(FIXTURES)('whatever the cuts: $name', async ({ body, expected }) => {
    const bytes = new TextEncoder().encode(body);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(Math.max(bytes.length, 1)), { maxLength: 40 }), async (at) => {
        expect(comparable(await readWire(cut(bytes, at)))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
    expect(comparable(await readWire(cut(bytes, [...bytes.keys()])))).toEqual(expected);
  });

  test('is judged by itself, not by its content type', async () => {
    const stream = 'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\n';
    expect((await readWire(stream, { headers: { 'content-type': 'application/json' } })).text).toBe('Hi');
    const whole = '{"choices":[{"message":{"content":"Hi"}}]}';
    expect((await readWire(whole, { headers: { 'content-type': 'application/json' }, status: 201 })).text).toBe('Hi');
  });

  test('takes the cost of a whole completion from the header', async () => {
    const whole = '{"choices":[{"message":{"content":"Hi"}}],"usage":{"prompt_tokens":3,"completion_tokens":1}}';
    const { usage } = await readWire(whole, { headers: { 'x-aimlapi-usd-spent': '0.000012' } });
    expect(usage).toEqual({ promptTokens: 3, completionTokens: 1, usd: 0.000012 });
  });

  test('says why there is no text', async () => {
    const thinking = 'data: {"choices":[{"delta":{"reasoning_content":"Hm"}}]}\n\ndata: {"choices":[{"delta":{},"finish_reason":"length"}]}\n\n';
    expect((await readWire(thinking)).error?.data).toMatchObject({ code: 'empty-answer', reason: 'only-reasoning' });
    const refused = 'data: {"choices":[{"delta":{"refusal":"I cannot do that."},"finish_reason":"stop"}]}\n\n';
    expect((await readWire(refused)).error?.data).toMatchObject({ code: 'content-filtered', detail: 'I cannot do that.' });
  });
});

function cut(bytes: Uint8Array, at: number[]): Uint8Array[] {
  const points = [...new Set([0, ...at, bytes.length])].sort((a, b) => a - b);
  return points.slice(1).map((end, i) => bytes.subarray(points[i], end));
}

test('work grows with what is new: the last frame of a long answer costs what the first did', () => {
  const frame = new TextEncoder().encode('data: {"choices":[{"delta":{"content":"word "}}]}\n\n');
  const reader = new BodyReader();
  const answer = new Answer();
  let characters = 0;
  for (let i = 0; i < 20_000; i++) {
    const items = reader.push(frame);
    expect(items).toHaveLength(1);
    for (const item of items) {
      if (item.type !== 'frame') continue;
      // Each frame hands out exactly its own words: nothing is collected and said again.
      for (const event of answer.read(item.frame)) characters += event.type === 'text' ? event.text.length : 0;
    }
  }
  expect(characters).toBe(20_000 * 5);
});
