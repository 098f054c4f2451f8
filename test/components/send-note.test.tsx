// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { background } from './use-background';
import { SendNote, type SendNoteProps } from '~/components/spending/send-note';
import { mount, settle } from './mount';

it('shows no estimate of another page while that of the present one is made', async () => {
  const answers = new Map<number, (estimate: unknown) => void>();
  background.call.mockImplementation(async (name, input) => {
    if (name === 'estimateQuestion') return new Promise((resolve) => answers.set((input as { version: number }).version, resolve));
    return undefined;
  });
  const props: SendNoteProps = { draft: 'Why?', tabId: 1, version: 1, kept: false, runs: [], view: undefined };
  const page = await mount(<SendNote {...props} />);
  const show = async (version: number) => {
    await act(() => render(<SendNote {...props} version={version} />, document.body.firstElementChild ?? document.body));
    await settle();
  };
  const answer = async (version: number, model: string) => {
    answers.get(version)?.({ model, sent: 5_000, answer: 400 });
    await settle();
  };
  await show(1);
  await answer(1, 'model-of-the-first');
  expect(page.text()).toContain('model-of-the-first');
  await show(2);
  expect(page.text()).toBe('');
  await answer(2, 'model-of-the-second');
  expect(page.text()).toContain('model-of-the-second');
});
