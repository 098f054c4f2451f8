/** What every page runs, the hidden ones included; and what popup and panel share with the protocol without needing its schemas, which would otherwise come along. */
const BASE = /node_modules[\\/](webextension-polyfill|@wxt-dev)[\\/]|lib[\\/]shared[\\/](app-error|draft-key|region-keys|run-kinds|summary-choices|words)\.ts$|lib[\\/](i18n[\\/]message|messaging[\\/]sender)\.ts$/;
/** What pages draw with; single icons come with those that show them, but those of the panel's first view: each file costs a start some milliseconds. */
const VIEW = /node_modules[\\/](preact[\\/]|lucide-preact[\\/](?!dist[\\/]esm[\\/]icons[\\/](?!(arrow-up|chevron-up|sliders-horizontal|square)\.)))|components[\\/]chat[\\/]too-long\.tsx/;
/** Every call between the pages and the background; its imports, zod and all schemas, come along. */
const PROTOCOL = /lib[\\/]messaging[\\/]protocol\.ts$/;

/**
 * How the scripts of the extension's pages are cut, for rolldown's `output.codeSplitting`. By itself it makes one of every
 * set of pages that shares a module: fifteen for the protocol alone, which compress worse (popup and panel load 5 kB gzip
 * less at start this way).
 */
export const PAGE_CHUNKS = {
  groups: [
    { name: 'base', priority: 3, test: BASE },
    { name: 'view', priority: 2, test: VIEW },
    { name: 'protocol', priority: 1, test: PROTOCOL },
  ],
};
