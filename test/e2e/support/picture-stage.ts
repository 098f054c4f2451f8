import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { PagePicture } from '../../../lib/shared/picture.ts';
import type { PagePixels } from '../../../lib/shared/reader-jobs.ts';
import type { Docent } from './docent.ts';
import { launchDocent, openTab } from './docent.ts';
import { composePictureSite } from './picture-page.ts';
import type { TabReader } from './reader.ts';
import { openReader } from './reader.ts';
import type { Site, Sites } from './sites.ts';
import { serveSites } from './sites.ts';

/** Pixels on the long side that the jobs ask for. */
export const MAX_SIDE = 1_536;

/** One page with the reader script in it, and a site with pictures of which it may show any. */
export class PictureStage {
  docent!: Docent;
  sites!: Sites;
  page!: Page;
  reader!: TabReader;
  readonly pages: Record<string, Site> = {};

  async open(path: string): Promise<void> {
    this.page = await openTab(this.docent, this.sites.url(path));
    await this.page.waitForFunction(() => document.readyState === 'complete');
    this.reader = await openReader(this.docent, this.page);
  }

  /** Opens a page of the test's own making. */
  async show(body: string): Promise<void> {
    this.pages['/own'] = `<!doctype html><html lang="en"><head><title>T</title></head><body>${body}</body></html>`;
    await this.open('/own');
  }

  async list(): Promise<PagePicture[]> {
    return (await this.reader.run('list', { maxSide: MAX_SIDE })).pictures;
  }

  /** The listed picture whose name begins so. */
  async named(name: string): Promise<PagePicture> {
    const found = (await this.list()).find((picture) => picture.name?.startsWith(name));
    if (!found) throw new Error(`No picture is named ${name}.`);
    return found;
  }

  pixels(picture: { id: string } | undefined): Promise<PagePixels> {
    return this.reader.run('pixels', { ref: { id: picture?.id }, maxSide: MAX_SIDE });
  }

  /** Films a picture of two halves in the page and shows the film in its first video. */
  async playHalves(): Promise<void> {
    await this.page.evaluate(async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
      const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm', videoBitsPerSecond: 4_000_000 });
      const film = new Promise<Blob>((resolve) => recorder.addEventListener('dataavailable', ({ data }) => resolve(data)));
      recorder.start();
      const begun = performance.now();
      for (let frames = 0; frames < 30 || performance.now() - begun < 500; frames++) {
        pen.fillStyle = 'rgb(200, 20, 20)';
        pen.fillRect(0, 0, 160, 240);
        pen.fillStyle = 'rgb(20, 20, 200)';
        pen.fillRect(160, 0, 160, 240);
        await new Promise(requestAnimationFrame);
      }
      recorder.stop();
      const video = document.querySelector('video') as HTMLVideoElement;
      video.muted = true;
      const ended = new Promise((resolve) => video.addEventListener('ended', resolve));
      video.src = URL.createObjectURL(await film);
      await video.play();
      await ended;
    });
  }

  /** The markup of the page as it stands. */
  markup(): Promise<string> {
    return this.page.evaluate(() => new XMLSerializer().serializeToString(document));
  }
}

/** Registers set-up and clean-up of a browser, the site and the page that a test opens. */
export function usePictureStage(): PictureStage {
  const stage = new PictureStage();
  beforeAll(async () => {
    Object.assign(stage.pages, await composePictureSite());
    stage.sites = await serveSites(stage.pages);
    stage.docent = await launchDocent({ args: ['--window-size=1000,800'] });
  });
  afterEach(async () => {
    await stage.reader[Symbol.asyncDispose]();
    await stage.page.close();
  });
  afterAll(async () => {
    await stage.docent.browser.close();
    await stage.sites[Symbol.asyncDispose]();
  });
  return stage;
}
