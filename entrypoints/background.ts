import { defineBackground } from 'wxt/utils/define-background';
import { BUNDLED_MODELS } from '~/lib/api/bundled-models';
import { embedTexts } from '~/lib/api/embed-texts';
import { getBalance } from '~/lib/api/get-balance';
import { listModels } from '~/lib/api/list-models';
import { recognizeText } from '~/lib/api/recognize-text';
import { describeRequest, streamChat } from '~/lib/api/stream-chat';
import { BUNDLED_SPEECH_MODELS } from '~/lib/api/speech/speech-models';
import { listVoices } from '~/lib/api/speech/list-voices';
import { synthesizeSpeech } from '~/lib/api/speech/synthesize-speech';
import { createAudioHost } from '~/lib/audio-host/create-host';
import { offerFile } from '~/lib/audio-host/offer-file';
import { startBackground } from '~/lib/background';
import { browserSummarizer } from '~/lib/background/browser-summarizer';
import { OffscreenHost } from '~/lib/background/offscreen-host';
import { playHere } from '~/lib/background/play-here';
import { drawSvg } from '~/lib/page/draw-svg';
import { extractHtml } from '~/lib/page/extract-html';
import { runInFrame } from '~/lib/pdf/run-in-frame';

// A classic worker, built by itself: as a module it would share chunks with the pages, and with them popup and panel would
// load prompts and summarizer (15 kB, gzip) that they never run.
export default defineBackground({
  main() {
    const api = {
      streamChat, describeRequest, embedTexts, recognizeText, listModels, getBalance, bundledModels: BUNDLED_MODELS,
      synthesizeSpeech, listVoices, bundledSpeechModels: BUNDLED_SPEECH_MODELS,
    };
    if (import.meta.env.FIREFOX) {
      // Firefox's background is a page and has a DOM of its own.
      startBackground({
        api,
        extractHtml: (html, url) => extractHtml(html, url),
        drawSvg: (svg) => drawSvg(svg),
        readPdf: runInFrame,
        summarizer: browserSummarizer,
        audio: playHere((emit) => createAudioHost(emit)),
        offerFile: async (file) => offerFile(file),
      });
    } else {
      const offscreen = new OffscreenHost();
      startBackground({
        api,
        extractHtml: (html, url, signal) => offscreen.extractHtml(html, url, signal),
        drawSvg: (svg, signal) => offscreen.drawSvg(svg, signal),
        readPdf: (file, order, signal) => offscreen.readPdf(file, order, signal),
        summarizer: offscreen.summarizer,
        audio: offscreen.audio,
        offerFile: (file) => offscreen.offerFile(file),
      });
    }
  },
});
