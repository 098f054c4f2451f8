import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Docent } from './docent.ts';

/** Does what saves a file, and gives the one that is on the disk then. What `start` throws ends the waiting, also later than its presses. */
export async function saveFile({ browser }: Docent, start: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const folder = await mkdtemp(join(tmpdir(), 'docent-saved-'));
  const session = await browser.target().createCDPSession();
  try {
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder, eventsEnabled: true });
    const saved = new Promise<string>((resolve, reject) => {
      let name = '';
      session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => (name = suggestedFilename));
      session.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve(name);
        if (state === 'canceled') reject(new Error(`${name} was not saved.`));
      });
    });
    const name = await Promise.race([saved, start().then(() => saved)]);
    return { name, bytes: await readFile(join(folder, name)) };
  } finally {
    await session.detach();
    await rm(folder, { recursive: true, force: true });
  }
}
