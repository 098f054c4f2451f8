import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import type { Behaviour } from '../server/behaviour.ts';
import { waitForAlert } from './support/answers.ts';
import { find, openPopup, openTab, press } from './support/docent.ts';
import { askedTexts, listenFrom, readHeard, shownSentence, useServerVoice, waitForReadingEnd } from './support/listening.ts';
import { useStage } from './support/stage.ts';

const NAMES = ['Boat', 'Ship', 'Raft', 'Tug'] as const;
const sentencesOf = (name: string) => Array.from({ length: 6 }, (_, i) => `${name} number ${i + 1} comes home from the sea.`);
const write = (name: string) => `<!doctype html><html lang="en"><title>${name}</title><article><h1>${name}</h1><p>${sentencesOf(name).join(' ')}</p></article></html>`;

/** What goes wrong, from which request for speech on. */
let trouble: { what: Behaviour; from: number } | undefined;
const present = () => (trouble && stage.api.speeches().length > trouble.from ? trouble.what : {});
const stage = useStage({
  pages: Object.fromEntries(NAMES.map((name) => [`/${name}`, write(name)])),
  server: {
    behaviour: {
      get fault() {
        return present().fault as never;
      },
      get reply() {
        return present().reply as never;
      },
    },
  },
});

let popup: Page;
let page: Page;
afterEach(async () => {
  trouble = undefined;
  await popup.close();
  await page.close();
});

async function openReading(path: string): Promise<void> {
  page = await openTab(stage.docent, stage.sites.url(path));
  popup = await openPopup(stage.docent, page);
  await listenFrom(popup);
  await press(popup, 'button', 'Read aloud');
}

test('a system without voices: it is said, and the way to other voices is one press', async () => {
  await openReading('/Boat?silent');
  expect(await waitForAlert(popup)).toContain('Your system has no voices that Docent could use. Choose a voice of your server');
  await find(popup, 'button', 'Open settings');
});

test.for([
  ['an error of the server', 'Boat', { fault: 'server-error' }, 'has a problem of its own (error 500)'],
  ['sound of no length', 'Ship', { reply: 'zero-length' }, 'sent audio of no length'],
  ['something that is no sound', 'Raft', { reply: 'wrong-type' }, 'sent something that is not audio'],
  ['a link that leads nowhere', 'Tug', { reply: 'link-404' }, 'answered 404'],
] as const)('%s in the middle: what was ready is heard, the place is kept, and it goes on from there', async ([, name, what, says]) => {
  await useServerVoice(stage.docent, stage.api, { rate: 3 });
  // The heading and three sentences are spoken; the fourth is not.
  trouble = { what, from: stage.api.speeches().length + 4 };
  await openReading(`/${name}`);
  expect(await waitForAlert(popup)).toContain(says);
  expect(await shownSentence(popup)).toBe(sentencesOf(name)[3]);
  expect(await readHeard(popup)).toHaveLength(4);
  await find(popup, 'button', "Use the system's voice");
  trouble = undefined;
  await press(popup, 'button', 'Retry');
  await waitForReadingEnd(popup);
  const heard = await readHeard(popup);
  expect(new Set(heard).size).toBe(heard.length);
  expect(heard.map((id) => Number(id.split(':')[1]))).toEqual([0, ...sentencesOf(name).map((sentence) => sentencesOf(name).join(' ').indexOf(sentence))]);
  // The three that had come were not bought again.
  for (const sentence of sentencesOf(name).slice(0, 3)) expect(askedTexts(stage.api).filter((text) => text === sentence)).toHaveLength(1);
});
