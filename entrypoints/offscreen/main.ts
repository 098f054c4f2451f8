import { createAudioHost } from '~/lib/audio-host/create-host';
import { Mixer } from '~/lib/audio-host/mixer';
import { offerFile } from '~/lib/audio-host/offer-file';
import { browserSummarizer } from '~/lib/background/browser-summarizer';
import { serveAudio, tellAudioEvent } from '~/lib/messaging/audio-messages';
import { takeOverFile } from '~/lib/messaging/file-channel';
import type { OffscreenJob, OffscreenReply } from '~/lib/messaging/offscreen-jobs';
import { serveOffscreen } from '~/lib/messaging/serve-offscreen';
import { drawSvg } from '~/lib/page/draw-svg';
import { extractHtml } from '~/lib/page/extract-html';
import { runInFrame } from '~/lib/pdf/run-in-frame';

async function* perform(job: OffscreenJob, signal: AbortSignal): AsyncGenerator<OffscreenReply> {
  switch (job.type) {
    case 'extract':
      yield { type: 'page', page: await extractHtml(job.html, job.url) };
      break;
    case 'draw-svg':
      yield { type: 'drawing', ...(await drawSvg(job)) };
      break;
    case 'offer-file':
      yield { type: 'file', url: offerFile(await takeOverFile(job.name, signal)) };
      break;
    case 'pdf':
      for await (const reply of runInFrame(await takeOverFile(job.name, signal), job.order, signal)) yield { type: 'pdf', reply };
      break;
    case 'summarizer-available':
      yield { type: 'available', available: await browserSummarizer.isAvailable() };
      break;
    case 'summarize':
      for await (const text of browserSummarizer.summarize(job, signal)) yield { type: 'text', text };
      break;
  }
}

const host = createAudioHost(tellAudioEvent, new Mixer());
const isExpecting = serveAudio((command) => host.perform(command));
serveOffscreen(perform, () => host.isBusy || isExpecting(), () => window.close());
