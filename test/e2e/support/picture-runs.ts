import type { Page } from 'puppeteer';
import type { PictureSource, Run } from '../../../lib/shared/run.ts';
import { type DecodedPicture, decodeSent, nameColour } from '../../server/pictures.ts';
import type { TestServer } from '../../server/server.ts';

/** Asks for the description of what a tab shows, from one of Docent's pages, and waits for the end of the run. */
async function runToEnd(own: Page, tabId: number, source: PictureSource): Promise<Run> {
  const run = await own.evaluate(
    async (tabId, source) => {
      const reply = (await chrome.runtime.sendMessage({ name: 'startRun', input: { tabId, request: { task: 'describe-image', source } } })) as { ok: boolean; value: { runId: string } };
      if (!reply.ok) throw new Error(JSON.stringify(reply));
      const port = chrome.runtime.connect({ name: 'thread' });
      const ended = new Promise((resolve) => {
        port.onMessage.addListener((event: { runs?: { id: string; state: string }[]; run?: { id: string; state: string } }) => {
          const run = [...(event.runs ?? []), event.run].find((each) => each?.id === reply.value.runId);
          if (run && ['done', 'stopped', 'failed', 'interrupted', 'confirm'].includes(run.state)) resolve(run);
        });
      });
      port.postMessage({ tabId });
      const run = await ended;
      port.disconnect();
      return run;
    },
    tabId,
    source,
  );
  return run as Run;
}

export interface Described {
  run: Run;
  /** What the server got of this run, decoded. */
  sent: DecodedPicture[];
}

/** Describes a picture, and decodes what the server got for it. */
export async function describeAndDecode(own: Page, api: TestServer, tabId: number, source: PictureSource): Promise<Described> {
  const before = api.chats().length;
  const run = await runToEnd(own, tabId, source);
  const chat = api.chats()[before];
  return { run, sent: chat ? await decodeSent(chat) : [] };
}

/** Darkest and brightest of many places of a picture, red only. */
export function readContrast({ colourAt }: DecodedPicture): { darkest: number; brightest: number } {
  const reds = Array.from({ length: 400 }, (_, index) => colourAt((index % 20) / 20 + 0.013, Math.floor(index / 20) / 20 + 0.017)[0]);
  return { darkest: Math.min(...reds), brightest: Math.max(...reds) };
}

/** Names of the colours in the four corners: upper left, upper right, lower left, lower right. */
export function readCorners({ colourAt }: DecodedPicture): string[] {
  return [[0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]].map(([x = 0, y = 0]) => nameColour(colourAt(x, y)));
}
