/** A model and voice as one request names them. */
export interface Spelling {
  model: string;
  voice?: string | undefined;
}

const OLD_ID = /^#g1_(aura(?:-2)?)-([a-z]+)-(?:en|es)$/;
const SPANISH = ['celeste', 'estrella', 'nestor'];

/**
 * The ways to name a voice, the one that was asked for first. Deepgram's voices stood inside the model's id
 * (`#g1_aura-zeus-en`) until June 2026 and are a field since (`deepgram/aura`, `zeus`); lists and pages still show both,
 * and which of them the server takes is not documented (contract section 7.2).
 */
export function spellModel(model: string, voice?: string): Spelling[] {
  const [, family, inside] = OLD_ID.exec(model) ?? [];
  if (family) return [{ model }, { model: `deepgram/${family}`, voice: inside }];
  if (!/^deepgram\/aura(?:-2)?$/.test(model)) return [{ model, voice }];
  const name = voice ?? (model.endsWith('2') ? 'thalia' : 'asteria');
  const language = model.endsWith('2') && SPANISH.includes(name) ? 'es' : 'en';
  return [{ model, voice: name }, { model: `#g1_${model.slice('deepgram/'.length)}-${name}-${language}` }];
}
