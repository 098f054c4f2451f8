import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold, foldLetters } from '~/lib/guard/instructions/fold';
import { withoutInvisible } from '~/lib/guard/instructions/decoders/invisible';
import { markReaders, READER } from '~/lib/guard/instructions/readers';
import { withoutExamples } from '../../scripts/leave-out-examples.mjs';
import { allRules, MayMatch, readCues } from '~/lib/guard/instructions/rules';
import { BEARINGS } from '~/lib/guard/instructions/rules/bearings';

const seen = (text: string) => fold(withoutInvisible(text));

describe('the table of rules', () => {
  it('names each rule once, by language and matter', () => {
    expect(new Set(allRules().map(({ id }) => id)).size).toBe(allRules().length);
    for (const { id } of allRules()) expect(id).toMatch(/^(?:any|[a-z]{2})-[a-z-]+$/);
  });

  it.each(allRules().map((rule) => [rule.id, rule] as const))('%s finds what it must, and nothing else', (_, rule) => {
    const { pattern, finds, passes, sign } = rule;
    expect(finds.length).toBeGreaterThan(0);
    const read = (text: string) => (pattern.readsMarked ? markReaders(seen(text)) : seen(text));
    for (const text of finds) {
      expect(read(text).search(pattern.expression), text).toBeGreaterThanOrEqual(0);
      if (sign !== 'order' && sign !== 'praise') expect(new MayMatch(seen(text), readCues(seen(text))).leading('hidden'), `passed over: ${text}`).toContain(rule);
    }
    if ((sign === 'address' || sign === 'call' || sign === 'mandate') && pattern.readsMarked && !rule.nameless) {
      const unnamed = new RegExp(foldLetters(pattern.source.replaceAll(READER, '(?!)')));
      for (const text of finds) expect(seen(text).search(unnamed), `names no reader: ${text}`).toBe(-1);
    }
    for (const text of passes) expect(read(text).search(pattern.expression), text).toBe(-1);
  });
});

describe('the table of bearings', () => {
  it.each(BEARINGS.map((bearing) => [bearing.id, bearing] as const))('%s finds what it must, and nothing else', (_, { pattern, finds, passes }) => {
    const isFound = (text: string) => markReaders(seen(text)).search(pattern.expression) >= 0;
    for (const text of finds) expect(isFound(text), text).toBe(true);
    for (const text of passes) expect(isFound(text), text).toBe(false);
  });
});

describe('what is built', () => {
  it('holds the rules without their examples', () => {
    const folder = path.join(import.meta.dirname, '../../lib/guard/instructions/rules');
    let kept = 0;
    for (const file of readdirSync(folder)) {
      const code = withoutExamples(readFileSync(path.join(folder, file), 'utf8'));
      expect(code, file).not.toMatch(/\b(?:finds|passes):/);
      kept += code.match(/\bid: '/g)?.length ?? 0;
    }
    expect(kept).toBe(allRules().length + BEARINGS.length);
  });
});
