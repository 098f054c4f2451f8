// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { describeError, ERROR_MESSAGES } from '~/components/ui/error-messages';
import { ErrorNotice } from '~/components/ui/error-notice';
import { ERROR_CODES, ERROR_REASONS } from '~/lib/shared/app-error';
import { mount } from './mount';
import { useMessages } from './use-messages';

beforeEach(useMessages);

describe('error messages', () => {
  it.each(ERROR_CODES)('%s says what happened and what to do', (code) => {
    for (const about of [{}, { host: 'api.example.com', model: 'demo', status: 503, retryAfter: 7, origin: 'https://a.example' }]) {
      const text = ERROR_MESSAGES[code].text({ code, ...about });
      expect(text.length).toBeGreaterThan(30);
      expect(text).toMatch(/[.]$/);
      expect(text).not.toContain('$');
      expect(text).not.toContain('undefined');
    }
  });

  it('has a sentence of its own for every code', () => {
    const texts = ERROR_CODES.map((code) => ERROR_MESSAGES[code].text({ code }));
    expect(new Set(texts).size).toBe(ERROR_CODES.length);
  });

  it('says of a limit that is used up what nobody knows', () => {
    const limit = { unit: 'usd', used: 1, limit: 1 } as const;
    expect(describeError({ code: 'daily-limit', limit })).toMatch(/used up \(.+ of .+\), and nobody tells what this request would cost\. Send it anyway/);
    expect(describeError({ code: 'daily-limit', limit: { ...limit, next: 0.5 } })).toContain('would come to about');
  });

  it('names the server, the model and the time to wait', () => {
    const about = { host: 'api.example.com', model: 'demo-9', retryAfter: 6.2 };
    expect(ERROR_MESSAGES['model-unknown'].text({ code: 'model-unknown', ...about })).toContain('demo-9');
    expect(ERROR_MESSAGES['rate-limited'].text({ code: 'rate-limited', ...about })).toBe(
      'api.example.com received too many requests. Retry in 7 seconds.',
    );
  });
});

describe.each(ERROR_REASONS)('the reason %s', (reason) => {
  it('has a sentence of its own that says what to do', () => {
    const text = describeError({ code: 'unexpected', reason, host: 'api.example.com' });
    expect(text).toMatch(/^.{30,}[.]$/);
    expect(text).not.toBe(ERROR_MESSAGES.unexpected.text({ code: 'unexpected' }));
    expect(text).not.toContain('$');
  });
});

describe('ErrorNotice', () => {
  it('tells the words of a server from the details of a fault here', async () => {
    const server = await mount(<ErrorNotice error={{ code: 'server-error', detail: 'Overloaded' }} remedies={{}} />);
    expect(server.text()).toContain('Server message: Overloaded');
    const own = await mount(<ErrorNotice error={{ code: 'unexpected', detail: 'no document' }} remedies={{}} />);
    expect(own.text()).toContain('Details: no document');
  });

  it('asks for the site inside the click, then tries again', async () => {
    const retry = vi.fn();
    const page = await mount(
      <ErrorNotice error={{ code: 'page-permission', origin: 'https://harbour.example' }} remedies={{ retry }} />,
    );
    await page.press('Allow access to harbour.example');
    expect(page.platform.requestOrigin).toHaveBeenCalledWith('https://harbour.example');
    expect(retry).toHaveBeenCalledOnce();
  });

  it('asks for the server that Docent may not reach', async () => {
    const error = { code: 'server-unreachable' as const, host: 'gateway.example', origin: 'https://gateway.example' };
    const page = await mount(<ErrorNotice error={error} remedies={{}} />);
    expect(page.text()).toContain('Docent needs your permission to reach gateway.example.');
    await page.press('Allow access to gateway.example');
    expect(page.platform.requestOrigin).toHaveBeenCalledWith('https://gateway.example');
  });

  it('does not try again when the reader refuses', async () => {
    const retry = vi.fn();
    const page = await mount(
      <ErrorNotice error={{ code: 'page-permission', origin: 'https://harbour.example' }} remedies={{ retry }} />,
    );
    page.platform.requestOrigin.mockResolvedValue(false);
    await page.press('Allow access to harbour.example');
    expect(retry).not.toHaveBeenCalled();
  });

  it('leads to the key, the settings and the summary of this device', async () => {
    const device = vi.fn();
    const page = await mount(<ErrorNotice error={{ code: 'no-key', host: 'api.aimlapi.com' }} remedies={{ device }} />);
    expect(page.get('link', 'Get a key').getAttribute('href')).toBe('https://aimlapi.com/app/keys');
    await page.press('Open settings');
    expect(page.platform.openOptions).toHaveBeenCalledOnce();
    await page.press('Summarize on this device');
    expect(device).toHaveBeenCalledOnce();
  });

  it('offers the model that takes pictures, and the settings', async () => {
    const tryModel = vi.fn();
    const error = { code: 'no-vision' as const, host: 'api.example.com', model: 'blind-1', suggestion: 'seeing-2' };
    const page = await mount(<ErrorNotice error={error} remedies={{ tryModel }} />);
    expect(page.text()).toContain('The model blind-1 takes no pictures, but seeing-2 does.');
    await page.press('Try with seeing-2');
    expect(tryModel).toHaveBeenCalledExactlyOnceWith('seeing-2');
    await page.press('Choose a model for pictures');
    expect(page.platform.openOptions).toHaveBeenCalledOnce();
    const alone = await mount(<ErrorNotice error={{ code: 'no-vision', model: 'blind-1' }} remedies={{ tryModel }} />);
    expect(alone.find('button', 'Try with seeing-2')).toBeUndefined();
  });

  it('asks for the host of a picture', async () => {
    const retry = vi.fn();
    const error = { code: 'image-permission' as const, origin: 'https://cdn.example' };
    const page = await mount(<ErrorNotice error={error} remedies={{ retry }} />);
    await page.press('Allow access to cdn.example');
    expect(page.platform.requestOrigin).toHaveBeenCalledWith('https://cdn.example');
    expect(retry).toHaveBeenCalledOnce();
  });

  it('shows what the server said as text, as an alert', async () => {
    const page = await mount(
      <ErrorNotice error={{ code: 'request-refused', host: 'a.example', detail: '<b>no</b>' }} remedies={{}} />,
    );
    expect(page.get('alert').textContent).toContain('<b>no</b>');
    expect(document.querySelector('b')).toBeNull();
  });

  it('offers no link where none is known', async () => {
    const page = await mount(<ErrorNotice error={{ code: 'no-credits', host: 'api.example.com' }} remedies={{}} />);
    expect(page.find('link')).toBeUndefined();
  });
});
