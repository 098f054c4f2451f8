import type { CueWords } from './cue';

/** Words without which, or marks of their own, none of the rules of mark-up matches. */
export const MARKUP_CUES: CueWords = {
  reader: 'system assistant user human developer admin- ai role action tool function plugin api command image img link pixel picture markdown directive- directives llm- bot agent audience scope addressee destinatari- destinataire empfanger ontvanger odbiorca mottagare assistente assistent asistent asystent chatbot overrides',
};
