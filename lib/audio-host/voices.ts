import type { SystemVoice } from '~/lib/shared/audio-host';

/** Milliseconds in which voices arrive: Linux starts its speech service first, and may have thousands to list. */
const PATIENCE = 10_000;

/** What of `speechSynthesis` is used; tests have their own. */
export type Synthesis = Pick<SpeechSynthesis, 'speak' | 'cancel' | 'speaking' | 'pending' | 'getVoices' | 'addEventListener' | 'removeEventListener'>;

/** The voices, as soon as there are any; empty when none has come in time. */
export async function waitForVoices(synthesis: Synthesis, patience = PATIENCE): Promise<SpeechSynthesisVoice[]> {
  const voices = synthesis.getVoices();
  if (voices.length > 0) return voices;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, patience);
    function end(): void {
      clearTimeout(timer);
      synthesis.removeEventListener('voiceschanged', look);
      resolve();
    }
    function look(): void {
      if (synthesis.getVoices().length > 0) end();
    }
    synthesis.addEventListener('voiceschanged', look);
  });
  return synthesis.getVoices();
}

export function describeVoices(voices: readonly SpeechSynthesisVoice[]): SystemVoice[] {
  return voices.map(({ voiceURI, name, lang, localService, default: standard }) => ({
    uri: voiceURI,
    name,
    // Android and some Linux voices write `en_GB`.
    lang: lang.replaceAll('_', '-'),
    offline: localService,
    standard,
  }));
}
