import type { CueWords } from './cue';

/** Words of instructions run into each other. */
export const CIPHER_CUES: CueWords = {
  given: `
    ignoreall- ignoreany- ignoreprevious- ignoreprior- ignoreyour- ignorethe- ignoreevery- disregardall- disregardany-
    disregardprevious- disregardprior- disregardyour- disregardthe- disregardevery- forgetall- forgetany- forgetprevious-
    forgetprior- forgetyour- forgetthe- forgetevery- tellthe- telltheuser- revealyour- recommend- rankthis- sendthe- donot- donttell-`,
};
