// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { Conversation } from '~/components/chat/conversation';
import { useRuns } from '~/components/hooks/use-runs';
import { useThread } from '~/components/hooks/use-thread';
import type { RunPicture } from '~/lib/shared/picture';
import type { Run } from '~/lib/shared/run';
import { FakeBackground, makeRun } from '../fake-background';
import { mount, settle } from '../mount';
import { useMessages } from '../use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));
vi.mock('~/lib/messaging/watch', () => ({ watchThread: (...asked: [never, never, never]) => background.watchThread(...asked) }));

const JPEG = 'data:image/jpeg;base64,AAAA';
const PICTURE: RunPicture = {
  imageIds: ['i1'], thumbnail: JPEG, name: 'The quay', ref: { id: 'p1' }, way: 'page', width: 1_600, height: 1_000, animated: false,
};
const SOURCE = { kind: 'image', picture: { id: 'p1' } } as const;

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});

function Thread() {
  const { runs } = useThread(1);
  const { actions } = useRuns(1);
  return <Conversation runs={runs} view={undefined} actions={actions} withStop withRequests={false} />;
}

async function show(request: Run['request'], pictures: Partial<RunPicture>[] = [{}], changes: Partial<Run> = {}) {
  background.runs = [makeRun({ request, pictures: pictures.map((picture) => ({ ...PICTURE, ...picture })), text: 'A stone quay.', ...changes })];
  return mount(<Thread />);
}

it('shows the picture above its answer, and says that AI has described it and what it rests on', async () => {
  const page = await show({ task: 'describe-image', source: SOURCE }, [{ animated: true, way: 'screen', imageIds: ['i1', 'i2'] }]);
  const bubble = document.querySelector('.bubble');
  expect(bubble?.textContent).toContain('Describe image');
  expect(bubble?.textContent).toContain('The quay');
  expect(bubble?.querySelector('img')?.getAttribute('src')).toBe(JPEG);
  expect(page.text()).toContain('Described by AI; may be wrong');
  expect(page.text()).toContain('Only the first frame of this animation was seen. Seen as the screen shows it. Sent in 2 pieces');
  expect(page.find('button', 'Add to page')).toBeUndefined();
});

it('shows no thumbnail that would be loaded from elsewhere', async () => {
  await show({ task: 'describe-image', source: SOURCE }, [{ thumbnail: 'https://evil.example/a.jpg' }]);
  expect(document.querySelector('.bubble img')).toBeNull();
});

it('names what was asked: what is seen, a part of it, a comparison with its question', async () => {
  await show({ task: 'describe-image', source: { kind: 'view' } });
  expect(document.querySelector('.bubble')?.textContent).toContain('Describe what I see');
  await show({ task: 'describe-image', source: { kind: 'region', region: { x: 0, y: 0, width: 1, height: 1 } } });
  expect(document.querySelector('.bubble')?.textContent).toContain('Describe this part of the page');
  await show({ task: 'compare-images', source: { kind: 'images', pictures: [{ id: 'p1' }, { id: 'p2' }] }, question: 'Which is older?' }, [{}, {}]);
  expect(document.querySelector('.bubble')?.textContent).toContain('Which is older?');
  expect(document.querySelectorAll('.bubble img')).toHaveLength(2);
});

it('puts an alternative text into the page and takes it back', async () => {
  const page = await show({ task: 'write-alt-text', source: SOURCE });
  await page.press('Add to page');
  expect(background.inputsOf('addToPage')).toEqual([{ tabId: 1, entries: [{ ref: { id: 'p1' }, text: 'A stone quay.' }] }]);
  expect(page.get('button', 'In the page')).toBeDefined();
  await page.press('Remove from page');
  expect(background.inputsOf('removeFromPage')).toEqual([{ tabId: 1 }]);
  expect(document.activeElement).toBe(page.get('button', 'Add to page'));
});

it('shows the pictures among what is sent, with size and way, or the address in their place', async () => {
  background.images.i1 = JPEG;
  background.request = {
    host: 'api.example.com',
    model: 'demo-eyes',
    messages: [{
      role: 'user',
      content: 'Describe them.',
      images: [
        { type: 'image', imageId: 'i1', mediaType: 'image/jpeg', width: 1_536, height: 960 },
        { type: 'image', imageId: 'gone', mediaType: 'image/jpeg', width: 10, height: 10 },
        { type: 'image', url: 'https://img.example/a.jpg', width: 0, height: 0 },
      ],
    }],
  };
  await show({ task: 'describe-image', source: SOURCE }, [{}], { state: 'confirm', text: '' });
  await settle();
  const shown = [...document.querySelectorAll('.sent-image')];
  expect(document.querySelector('.confirm h2')?.textContent).toBe('Send this picture to api.example.com?');
  expect(shown.map(({ textContent }) => textContent)).toEqual([
    '1,536 × 960 pixels · taken from the page',
    'This picture is no longer kept.',
    'https://img.example/a.jpgSent by its address: the server loads it itself.',
  ]);
  expect([...document.querySelectorAll('.sent-image img')].map((image) => image.getAttribute('src'))).toEqual([JPEG]);
});
