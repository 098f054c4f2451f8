import type { CueWords } from './cue';

/** Words of instructions in rot13, backwards, and run into each other. */
export const CIPHER_CUES: CueWords = {
  forget: `
    vtaber qvfertneq sbetrg vafgehpgvba vafgehpgvbaf cerivbhf cebzcg flfgrz nffvfgnag nffvfgnagf erirny hfre fhzznevmvat nafjre`,
  undo: `
    snoitcurtsni noitcurtsni tpmorp stpmorp erongi dragersid stnatsissa tnatsissa suoiverp negnusiewna senoiccurtsni resu gnihtyreve
    gnizirammus dlot erew`,
  given: `
    ignoreall- ignoreany- ignoreprevious- ignoreprior- ignoreyour- ignorethe- ignoreevery- disregardall- disregardany-
    disregardprevious- disregardprior- disregardyour- disregardthe- disregardevery- forgetall- forgetany- forgetprevious-
    forgetprior- forgetyour- forgetthe- forgetevery-`,
};
