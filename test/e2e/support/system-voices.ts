import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSpeechPrograms } from '../../../scripts/browsers.mjs';

/** A speech service and a sound server of a test's own. Nothing outside their folder is touched. */
export interface SystemVoices extends AsyncDisposable {
  /** Switches of Chromium. */
  args: string[];
  /** Environment of the browser. */
  env: Record<string, string | undefined>;
  /** Records what is heard. `loud` counts the samples so far that are no silence, `end` stops it. */
  record(): { loud(): number; end(): Promise<Tape> };
  /** The sound server ends, as when it breaks, or the only loudspeaker is unplugged. */
  endSound(): Promise<void>;
}

/** Milliseconds in which each of them has to start. */
const START_UP = 60_000;

/** Samples a second of what `record` gives. */
export const RECORDED_RATE = 16_000;

/** Why system voices cannot be tested here; `undefined` when they can. */
export const voicesMissing: string | undefined =
  process.platform !== 'linux' ? 'system voices are tested on Linux only'
  : findSpeechPrograms() ? undefined
  : 'speech-dispatcher, espeak-ng and pulseaudio are not installed (`npm test` installs them where it can)';

/** What was heard, as samples of 16 bits and one channel. */
export interface Tape {
  samples: Int16Array;
  /** When its first sample was heard, in milliseconds since 1970, as near as the recorder's delay allows. */
  startedAt: number;
}

/** Starts both, with a sound card that plays nowhere. */
export async function startSystemVoices(): Promise<SystemVoices> {
  const folder = mkdtempSync(join(tmpdir(), 'docent-voices-'));
  const socket = join(folder, 'speechd.sock');
  const sound = join(folder, 'pulse', 'native');
  const env = {
    ...process.env,
    HOME: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    PULSE_RUNTIME_PATH: join(folder, 'pulse'),
    PULSE_SERVER: `unix:${sound}`,
    SPEECHD_ADDRESS: `unix_socket:${socket}`,
  };
  const run = (program: string, args: string[]): ChildProcess => spawn(program, args, { env, stdio: 'ignore' });
  const present = async (path: string) => {
    for (const until = Date.now() + START_UP; !existsSync(path); await sleep(20)) if (Date.now() > until) throw new Error(`${path} did not appear.`);
  };
  // Without a sound server at its start the speech service stays mute.
  const pulse = run('pulseaudio', ['-n', '--daemonize=no', '--exit-idle-time=-1', '-L', 'module-native-protocol-unix', '-L', 'module-null-sink sink_name=nowhere']);
  const started = [pulse];
  const end = async (child: ChildProcess): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  };
  const stop = async (): Promise<void> => {
    // The speech service before what it plays on.
    for (const child of started.reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await present(sound);
    started.push(run('speech-dispatcher', ['--run-single', '--communication-method', 'unix_socket', '--socket-path', socket, '--timeout', '0', '--log-dir', folder, '--pid-file', join(folder, 'speechd.pid')]));
    await present(socket);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    args: ['--enable-speech-dispatcher'],
    env,
    record() {
      const recorder = spawn('parec', ['--device=nowhere.monitor', '--format=s16le', `--rate=${RECORDED_RATE}`, '--channels=1', '--latency-msec=10'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
      const parts: Buffer[] = [];
      let startedAt = Infinity;
      let size = 0;
      recorder.stdout.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        // The part that came with the least delay knows best.
        startedAt = Math.min(startedAt, performance.timeOrigin + performance.now() - (size / 2 / RECORDED_RATE) * 1_000);
      });
      const samples = (): Int16Array => {
        const bytes = Buffer.concat(parts);
        return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length - (bytes.length % 2)));
      };
      return {
        loud: () => samples().filter((sample) => Math.abs(sample) > 500).length,
        async end() {
          const closed = new Promise((resolve) => recorder.once('close', resolve));
          recorder.kill();
          await closed;
          return { samples: samples(), startedAt };
        },
      };
    },
    endSound: () => end(pulse),
    [Symbol.asyncDispose]: stop,
  };
}
