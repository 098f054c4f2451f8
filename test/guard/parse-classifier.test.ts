import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFamily, seesPictures } from '~/lib/guard/hazards';
import { parseClassifier } from '~/lib/guard/parse-verdict';
import { CLASSIFIER_REPLIES } from './classifier-replies';

describe('the reply of a classifier', () => {
  test.each(CLASSIFIER_REPLIES)('%j of %s', (reply, model, verdict) => {
    expect(parseClassifier(reply, model)).toEqual(verdict);
  });

  test('that the provider filtered is a refusal, unless it had said unsafe', () => {
    expect(parseClassifier('', 'llama-guard3', 'filtered')).toEqual({ kind: 'unknown', reason: 'refused' });
    expect(parseClassifier('safe', 'llama-guard3', 'filtered')).toEqual({ kind: 'unknown', reason: 'refused' });
    expect(parseClassifier('unsafe\nS1', 'llama-guard3', 'filtered')).toMatchObject({ kind: 'unsafe' });
  });

  test('that was cut off is not safe', () => {
    expect(parseClassifier('safe', 'llama-guard3', 'length')).toEqual({ kind: 'unknown', reason: 'unreadable' });
    expect(parseClassifier('unsafe\nS1,S', 'llama-guard3', 'length')).toEqual({ kind: 'unsafe', hazards: ['violent-crimes'] });
  });

  test('that never ends is not read', () => {
    expect(parseClassifier(`safe\n${'The text is fine. '.repeat(5_000)}`, 'llama-guard3')).toEqual({ kind: 'unknown', reason: 'unreadable' });
    expect(parseClassifier(`unsafe ${'11'.repeat(9_000)}x`, 'llama-guard3')).toMatchObject({ kind: 'unsafe' });
  });

  test('without the word alone is never safe', () => {
    const words = fc.array(fc.constantFrom('not', 'is', 'this', 'un', 'unsafe', 'text', 'S1', '?', 'no', 'but', '{', '"safe":true', ':', '\n', 'seguro', 'safely'));
    fc.assert(fc.property(words, (said) => {
      expect(parseClassifier(said.join(' '), 'llama-guard3').kind).not.toBe('safe');
    }));
  });
});

describe('the family of a guard model', () => {
  test.each([
    ['meta-llama/LlamaGuard-7b', 'llama-guard-1'],
    ['Meta-Llama/Llama-Guard-7b', 'llama-guard-1'],
    ['llamaguard-7b.Q4_K_M.gguf', 'llama-guard-1'],
    ['meta-llama/LlamaGuard-2-8b', 'llama-guard-2'],
    ['meta-llama/Meta-Llama-Guard-2-8B', 'llama-guard-2'],
    ['meta-llama/llama-guard-2-8b', 'llama-guard-2'],
    ['llama-guard3', 'llama-guard-3'],
    ['llama-guard3:latest', 'llama-guard-3'],
    ['llama-guard3:8b', 'llama-guard-3'],
    ['llama-guard3:1b', 'llama-guard-3'],
    ['llama-guard3:1b-q8_0', 'llama-guard-3'],
    ['meta-llama/Llama-Guard-3-8B', 'llama-guard-3'],
    ['meta-llama/Llama-Guard-3-1B-INT4', 'llama-guard-3'],
    ['Meta-Llama-Guard-3-8B-INT8', 'llama-guard-3'],
    ['meta-llama/Meta-Llama-Guard-3-8B', 'llama-guard-3'],
    ['@cf/meta/llama-guard-3-8b', 'llama-guard-3'],
    ['accounts/fireworks/models/llama-guard-3-8b', 'llama-guard-3'],
    ['hf.co/QuantFactory/Llama-Guard-3-8B-GGUF:Q4_K_M', 'llama-guard-3'],
    ['/models/Llama_Guard_3_8B.gguf', 'llama-guard-3'],
    ['meta-llama/Llama-Guard-3-11B-Vision-Turbo', 'llama-guard-3-vision'],
    ['llama-guard3-11b-vision', 'llama-guard-3-vision'],
    ['meta-llama/llama-guard-3-11b-vision', 'llama-guard-3-vision'],
    ['meta-llama/Llama-Guard-4-12B', 'llama-guard-4'],
    ['meta-llama/llama-guard-4-12b:free', 'llama-guard-4'],
    ['llama-guard4', 'llama-guard-4'],
    ['test/guard=keyword,llama-guard-3-8b', 'llama-guard-3'],
    ['llama-guard:1b', 'llama-guard-3'],
    ['llama-guard', 'unknown'],
    ['llama-guard:8b', 'unknown'],
    ['meta-llama/Llama-3.3-70B-Instruct-Turbo', undefined],
    ['shieldgemma:2b', undefined],
    ['openai/gpt-oss-safeguard-20b', undefined],
    ['guardian-13b', undefined],
  ])('%s', (id, family) => {
    expect(guardFamily(id)).toBe(family);
  });

  test('says whether pictures are taken', () => {
    expect(seesPictures('llama-guard-4')).toBe(true);
    expect(seesPictures('llama-guard-3-vision')).toBe(true);
    expect(seesPictures('llama-guard-3')).toBe(false);
    expect(seesPictures('unknown')).toBeUndefined();
  });
});
