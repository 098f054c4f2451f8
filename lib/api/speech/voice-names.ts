import type { SpeechVoice } from '~/lib/shared/speech-voice';

const words = (text: string): string[] => text.trim().split(/\s+/);
const names = (text: string): string[] => text.split(',').map((name) => name.trim());

function speaking(languages: string[], ids: string[]): SpeechVoice[] {
  return ids.map((id) => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1), languages }));
}

/** Voices by family as the schemas of AI/ML API list them (contract section 7.2, August 2026); the default one first. */
export const AURA: readonly SpeechVoice[] = speaking(['en'], words('asteria hera luna stella athena zeus orion arcas perseus angus orpheus helios'));

export const AURA_2: readonly SpeechVoice[] = [
  ...speaking(['en'], words(`thalia amalthea andromeda apollo arcas aries asteria athena atlas aurora callista cora cordelia delia draco electra
    harmonia helena hera hermes hyperion iris janus juno jupiter luna mars minerva neptune odysseus ophelia orion orpheus pandora phoebe pluto
    saturn selene theia vesta zeus`)),
  ...speaking(['es'], words('celeste estrella nestor')),
];

export const OPENAI: readonly SpeechVoice[] = speaking([], words('alloy ash ballad coral echo fable nova onyx sage shimmer verse'));

export const ELEVENLABS: readonly SpeechVoice[] = speaking([], names(`Rachel, Drew, Clyde, Paul, Aria, Domi, Dave, Roger, Fin, Sarah, Antoni, Laura,
  Thomas, Charlie, George, Emily, Elli, Callum, Patrick, River, Harry, Liam, Dorothy, Josh, Arnold, Charlotte, Alice, Matilda, James, Joseph,
  Will, Jeremy, Jessica, Eric, Michael, Ethan, Chris, Gigi, Freya, Santa Claus, Brian, Grace, Daniel, Lily, Serena, Adam, Nicole, Bill, Jessie,
  Sam, Glinda, Giovanni, Mimi`));

export const VIBEVOICE: readonly SpeechVoice[] = names(`Alice [EN], Alice [EN] (Background Music), Carter [EN], Frank [EN], Maya [EN],
  Anchen [ZH] (Background Music), Bowen [ZH], Xinran [ZH]`).map((id) => ({ id, name: id.replace(/ \[..\]/, ''), languages: [id.includes('[ZH]') ? 'zh' : 'en'] }));

/** `en-US-AvaNeural` and `en-US-Ava:DragonHDLatestNeural` are both called Ava; the latter is the finer one. */
export const MAI: readonly SpeechVoice[] = words(`en-US-AvaNeural en-US-AndrewNeural en-US-EmmaNeural en-US-BrianNeural en-US-JennyNeural
  en-US-GuyNeural en-US-AriaNeural en-US-DavisNeural en-US-JaneNeural en-US-NancyNeural en-US-TonyNeural en-US-SaraNeural
  en-US-Ava:DragonHDLatestNeural en-US-Andrew:DragonHDLatestNeural en-US-Emma:DragonHDLatestNeural en-US-Brian:DragonHDLatestNeural
  en-GB-SoniaNeural en-GB-RyanNeural fr-FR-DeniseNeural de-DE-KatjaNeural es-ES-ElviraNeural`).map((id) => ({
  id,
  name: id.slice(6).replace(/:DragonHDLatestNeural$/, ' HD').replace(/Neural$/, ''),
  languages: [id.slice(0, 5)],
}));

export const HUME: readonly SpeechVoice[] = speaking([], names(`Vince Douglas, Male English Actor, Ava Song, Campfire Narrator,
  TikTok Fashion Influencer, Colton Rivers, Literature Professor, Booming American Narrator, Imani Carter, Terrence Bentley,
  Nature Documentary Narrator, Alice Bennett, Sitcom Girl, Unserious Movie Trailer Narrator, Articulate ASMR British Narrator, Big Dicky,
  English Children's Book Narrator, Sebastian Lockwood, Donovan Sinclair, Booming British Narrator, Relaxing ASMR Woman, Lady Elizabeth,
  Male Protagonist, Tough Guy, French Chef, Spanish Instructor, Charming Cowgirl`));

export const INWORLD: readonly SpeechVoice[] = speaking([], words(`Alex Ashley Craig Deborah Dennis Dominus Edward Elizabeth Hades Heitor Julia
  Maitê Mark Olivia Pixie Priya Ronald Sarah Shaun Theodore Timothy Wendy`));

export const MINIMAX: readonly SpeechVoice[] = words(`Wise_Woman Friendly_Person Inspirational_girl Deep_Voice_Man Calm_Woman Casual_Guy Lively_Girl
  Patient_Man Young_Knight Determined_Man Lovely_Girl Decent_Boy Imposing_Manner Elegant_Man Abbess Sweet_Girl_2 Exuberant_Girl`)
  .map((id) => ({ id, name: id.replaceAll('_', ' '), languages: [] }));

export const QWEN: readonly SpeechVoice[] = speaking([], words(`Cherry Ethan Nofish Jennifer Ryan Katerina Elias Jada Dylan Sunny Li Marcus Roy
  Peter Rocky Kiki Eric`));
