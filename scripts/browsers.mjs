// Finds browsers and the programs that drive them headed, and installs what is missing where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { ROOT, toolEnvironment } from './packages.mjs';

const { platform, env } = process;

const CHROMIUM_COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'google-chrome-beta', 'microsoft-edge'];
const CHROMIUM_PLACES = {
  darwin: ['Google Chrome', 'Chromium', 'Google Chrome Beta', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((base) =>
    base
      ? ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) => join(base, path))
      : [],
  ),
};
const FIREFOX_PLACES = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((base) => (base ? [join(base, 'Mozilla Firefox/firefox.exe')] : [])),
};

/** @param {string} command @returns {string | undefined} its path, if it is in PATH */
export function findProgram(command) {
  return (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path));
}

/**
 * @param {string[]} commands
 * @param {Record<string, string[]>} places
 */
function findBrowser(commands, places) {
  for (const command of commands) {
    const path = findProgram(command);
    if (path) return path;
  }
  return (places[platform] ?? []).find((path) => existsSync(path));
}

/** @returns {string | undefined} path of the Chromium or Chrome to use */
export function findChromium() {
  const chosen = env.PUPPETEER_EXECUTABLE_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`PUPPETEER_EXECUTABLE_PATH names ${chosen}, which is not there.`);
  }
  return findBrowser(CHROMIUM_COMMANDS, CHROMIUM_PLACES);
}

/** @returns {string | undefined} path of the Firefox to use */
export function findFirefox() {
  return findBrowser(['firefox-esr', 'firefox'], FIREFOX_PLACES);
}

let listsAreFresh = false;

/**
 * Installs Debian packages when running as root on a system with apt.
 * @param {string[]} names
 * @returns {boolean} whether all of them are installed now
 */
function installDebianPackages(names) {
  if (platform !== 'linux' || process.getuid?.() !== 0 || !findProgram('apt-get')) return false;
  /** @param {string[]} args */
  const apt = (args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  console.log(`Installing ${names.join(', ')} (apt) …`);
  listsAreFresh ||= apt(['update', '-qq']);
  return apt(['install', '-y', '-qq', '--no-install-recommends', ...names]);
}

/** Puppeteer's own download; its last line is `chrome@VERSION PATH`. */
function downloadChrome() {
  console.log('Downloading Chrome …');
  const run = spawnSync('puppeteer', ['browsers', 'install', 'chrome'], {
    cwd: ROOT,
    env: { ...toolEnvironment(), PUPPETEER_SKIP_DOWNLOAD: 'false' },
    encoding: 'utf8',
    shell: platform === 'win32',
  });
  return run.stdout?.trim().split('\n').at(-1)?.replace(/^\S+\s+/, '');
}

/**
 * Finds a Chromium or Chrome, or gets one.
 * @returns {string} its path
 * @throws {Error} when there is none and none can be had.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (installDebianPackages(['chromium'])) {
    const installed = findChromium();
    if (installed) return installed;
  }
  const downloaded = downloadChrome();
  if (downloaded && existsSync(downloaded)) return downloaded;
  throw new Error('No Chromium or Chrome was found and none could be installed. Install one, or set PUPPETEER_EXECUTABLE_PATH.');
}

/** @returns {string | undefined} path of a Firefox, installed if need be and possible */
export function ensureFirefox() {
  const found = findFirefox();
  if (found) return found;
  installDebianPackages(['firefox-esr']);
  return findFirefox();
}

const HEADED_PROGRAMS = { Xvfb: 'xvfb', openbox: 'openbox', xdotool: 'xdotool', import: 'imagemagick' };

/** Programs for a headed browser without a display. @returns {boolean} whether all are there, installed if need be */
export function ensureVirtualDisplay() {
  if (platform !== 'linux') return false;
  const missing = () => Object.entries(HEADED_PROGRAMS).filter(([program]) => !findProgram(program));
  if (missing().length > 0) installDebianPackages(missing().map(([, name]) => name));
  return missing().length === 0;
}

const MEDIA_PROGRAMS = { 'dbus-daemon': 'dbus-daemon', gdbus: 'libglib2.0-bin' };

/** @returns {boolean} whether there can be a bus over which the system steers what plays */
export function findMediaPrograms() {
  return platform === 'linux' && Object.keys(MEDIA_PROGRAMS).every((program) => findProgram(program));
}

/** Programs that pass media keys on. @returns {boolean} whether all are there, installed if need be */
export function ensureMediaPrograms() {
  if (platform === 'linux' && !findMediaPrograms()) installDebianPackages(Object.values(MEDIA_PROGRAMS));
  return findMediaPrograms();
}

const SPEECH_PROGRAMS = {
  'speech-dispatcher': ['speech-dispatcher', 'speech-dispatcher-espeak-ng', 'espeak-ng'],
  pulseaudio: ['pulseaudio'],
  parec: ['pulseaudio-utils'],
};

/** @returns {boolean} whether system voices can be had, and a sound card that plays nowhere */
export function findSpeechPrograms() {
  return Object.keys(SPEECH_PROGRAMS).every((program) => findProgram(program));
}

/** Programs that speak, and what they are heard by. @returns {boolean} whether all are there, installed if need be */
export function ensureSpeechPrograms() {
  if (platform !== 'linux') return false;
  if (!findSpeechPrograms()) installDebianPackages(Object.values(SPEECH_PROGRAMS).flat());
  return findSpeechPrograms();
}
