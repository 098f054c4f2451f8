import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

/** A film in an article, with a track that the browser loads only when it is turned on. */
const film = (track: string, more = '') => composeArticle({ extra: `<video controls width="320" height="180" title="The last keeper" ${more}><track kind="captions" srclang="en" src="${track}"></video>` });
const vtt = (...lines: string[]) => `WEBVTT\n\n${lines.map((line, index) => `00:0${index}.000 --> 00:0${index + 1}.000\n${line}`).join('\n\n')}\n`;

/** Files of captions that were asked for, by what they say. */
const fetched: string[] = [];
const file = (fact: string, ...lines: string[]): Site => (response: ServerResponse) => {
  fetched.push(fact);
  response.writeHead(200, { 'content-type': 'text/vtt', 'access-control-allow-origin': '*' }).end(vtt(...lines, fact));
};
const to = (address: () => string): Site => (response) => void response.writeHead(302, { location: address(), 'access-control-allow-origin': '*' }).end();
const page = (compose: () => string): Site => (response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(compose());

const NEAR = 'The keeper fed four hundred seals.';
const FAR = 'The keeper had nine brothers.';
const elsewhere = () => stage.sites.url('/far.vtt', 'elsewhere.test');

const PLAYER = `<video controls width="320" height="180" id="player"></video><script>
  const track = document.getElementById('player').addTextTrack('captions', 'English', 'en');
  track.mode = 'hidden';
  track.addCue(new VTTCue(0, 1, '<v Ida>The lamp burned'));
  track.addCue(new VTTCue(1, 2, '<v Ida>the oil of rape seed.'));
</script>`;

const stage = useStage({
  pages: {
    '/story': composeArticle(),
    '/near': film('/near.vtt'),
    '/far': page(() => film(elsewhere(), 'crossorigin="anonymous"')),
    '/redirected': film('/redirected.vtt'),
    '/hidden': film('/near.vtt', 'style="display: none"'),
    '/player': composeArticle({ extra: PLAYER }),
    '/near.vtt': file(NEAR, '<v Ida>Nobody', '<v Ida>was counting.'),
    '/far.vtt': file(FAR),
    '/redirected.vtt': to(elsewhere),
  },
  accept: '/story',
});

/** Summarizes a page in the real popup and gives what was sent for it. */
async function send(path: string): Promise<{ sent: string; whole: string }> {
  const before = stage.api.tasks().length;
  const { page, popup } = await summarize(stage.docent, stage.sites.url(path));
  const answer = await waitForEnd(popup);
  expect(answer.alert).toBe('');
  await page.close();
  const sent = stage.api.tasks().slice(before);
  expect(sent).toHaveLength(1);
  return { sent: JSON.stringify(sent[0]?.body), whole: answer.whole };
}

/** Words in all, as the answer tells. */
const wordsOf = (whole: string) => Number(/Read [\d,]+ words of ([\d,]+)/.exec(whole)?.[1]?.replace(',', ''));

test('what is said in a film of the page is sent behind its text, and counted', async () => {
  const near = await send('/near');
  expect(near.sent).toMatch(/in the year 1858\..*The last keeper.*Ida: Nobody was counting\./);
  expect(near.sent).toContain(NEAR);
  expect(fetched).toEqual([NEAR]);
  const bare = await send('/story');
  // The title of the film, the speaker, two lines and the fact.
  expect(wordsOf(near.whole) - wordsOf(bare.whole)).toBe(3 + 1 + 3 + 6);
});

test('captions that a player has made are read where they are', async () => {
  expect((await send('/player')).sent).toMatch(/in the year 1858\..*Captions of a video.*Ida: The lamp burned the oil of rape seed\./);
});

test('nothing is fetched from another site, by a redirect neither, and nothing for a film that nobody sees', async () => {
  fetched.length = 0;
  for (const path of ['/far', '/redirected', '/hidden']) {
    const { sent } = await send(path);
    expect(sent, path).toContain('in the year 1858.');
    expect(sent, path).not.toMatch(/The last keeper|brothers|seals/);
  }
  expect(fetched).toEqual([]);
});
