import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostOf, isLoopback, normalizeBaseUrl, originPattern } from '~/lib/shared/base-url';
import { contextWindow, HOSTED_CONTEXT, LOCAL_CONTEXT } from '~/lib/shared/context-window';
import { PRESETS } from '~/lib/shared/presets';

describe('a base URL', () => {
  test.each([
    ['https://api.aimlapi.com/v1', 'https://api.aimlapi.com/v1'],
    ['https://api.aimlapi.com', 'https://api.aimlapi.com/v1'],
    ['api.aimlapi.com/', 'https://api.aimlapi.com/v1'],
    ['  https://api.aimlapi.com/v1/  ', 'https://api.aimlapi.com/v1'],
    ['https://api.aimlapi.com/v1/v1', 'https://api.aimlapi.com/v1'],
    ['https://api.aimlapi.com/v2', 'https://api.aimlapi.com/v2'],
    ['https://api.aimlapi.com/v1/chat/completions', 'https://api.aimlapi.com/v1'],
    ['https://api.aimlapi.com/chat/completions', 'https://api.aimlapi.com/v1'],
    ['https://api.aimlapi.com/v1/models?include=all#x', 'https://api.aimlapi.com/v1'],
    ['HTTPS://API.OpenAI.com//v1//', 'https://api.openai.com/v1'],
    ['openrouter.ai', 'https://openrouter.ai/api/v1'],
    ['https://openrouter.ai/api/v1/', 'https://openrouter.ai/api/v1'],
    ['https://api.perplexity.ai', 'https://api.perplexity.ai'],
    ['https://gateway.example/team/llm/v3', 'https://gateway.example/team/llm/v3'],
    ['https://gateway.example:443/v1', 'https://gateway.example/v1'],
    ['gateway.example:8443', 'https://gateway.example:8443/v1'],
    ['localhost:11434', 'http://localhost:11434/v1'],
    ['http://localhost:11434/', 'http://localhost:11434/v1'],
    ['127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v1'],
    ['[::1]:1234', 'http://[::1]:1234/v1'],
    ['https://localhost:8443/v1', 'https://localhost:8443/v1'],
    ['192.168.1.5:11434', 'http://192.168.1.5:11434/v1'],
    ['localhost:443', 'http://localhost:443/v1'],
    ['http://10.1.2.3/v1', 'http://10.1.2.3/v1'],
    ['http://172.31.0.1/v1', 'http://172.31.0.1/v1'],
    ['http://box.local:1234/v1', 'http://box.local:1234/v1'],
    ['nas:1234', 'http://nas:1234/v1'],
    ['http://[fd12::1]/v1', 'http://[fd12::1]/v1'],
  ])('%s is %s', (input, expected) => {
    expect(normalizeBaseUrl(input)).toBe(expected);
  });

  test.each([
    '', '   ', 'https://', 'http:///v1', 'ftp://example.org', 'file:///etc/passwd', 'javascript:alert(1)', 'chrome://settings', 'not a url', 'https://exa mple.org',
    'https://user:secret@api.example/v1', 'https://sk-123@api.example/v1',
    'http://api.aimlapi.com/v1', 'http://8.8.8.8/v1', 'http://172.32.0.1/v1', 'http://localhost.example.org/v1', 'http://127.0.0.1.example.org/v1', 'http://[2001:db8::1]/v1',
  ])('%j is refused', (input) => {
    let thrown: unknown;
    try {
      normalizeBaseUrl(input);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: 'bad-base-url' });
    expect(JSON.stringify((thrown as { data: unknown }).data)).not.toMatch(/secret|sk-123/);
  });

  test('stays as it is once normalised, presets included', () => {
    for (const { baseUrl } of Object.values(PRESETS)) if (baseUrl) expect(normalizeBaseUrl(baseUrl)).toBe(baseUrl);
    const segment = fc.constantFrom('', 'v1', 'v2', 'models', 'chat', 'completions', 'chat/completions', 'api', 'team');
    const end = fc.constantFrom('', '/', '?a=/v1/', '#/models', '/?');
    fc.assert(
      fc.property(fc.constantFrom('https://a.example', 'localhost:1', 'openrouter.ai', 'https://api.perplexity.ai'), fc.array(segment, { maxLength: 6 }), end, (host, path, rest) => {
        const once = normalizeBaseUrl(`${host}/${path.join('/')}${rest}`);
        expect(normalizeBaseUrl(once)).toBe(once);
        expect(once).not.toMatch(/\/$|[?#]|\/v1\/v1$|\/models$/);
      }),
    );
  });
});

test('loopback is this machine only', () => {
  for (const url of ['http://localhost:1/v1', 'http://127.9.9.9/v1', 'http://[::1]/v1', 'http://app.localhost/v1']) expect(isLoopback(url)).toBe(true);
  for (const url of ['https://api.aimlapi.com/v1', 'http://192.168.0.1/v1', 'http://localhost.example.org', 'nonsense']) expect(isLoopback(url)).toBe(false);
});

test('host and match pattern', () => {
  expect(hostOf('http://localhost:11434/v1')).toBe('localhost:11434');
  expect(originPattern('http://localhost:11434/v1')).toBe('http://localhost/*');
  expect(originPattern('https://api.aimlapi.com/v1')).toBe('https://api.aimlapi.com/*');
});

test('the context length that is assumed', () => {
  const model = { id: 'm', name: 'm', aliases: [], chat: true };
  expect(contextWindow({ ...model, contextLength: 128_000 }, false)).toBe(128_000);
  expect(contextWindow(model, false)).toBe(HOSTED_CONTEXT);
  expect(contextWindow(undefined, true)).toBe(LOCAL_CONTEXT);
});
