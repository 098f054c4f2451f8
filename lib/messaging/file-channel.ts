/**
 * Brings a file from the background to the offscreen document. Messages of the extension are text of at most 64 MB; a `Blob`
 * goes through a channel of Docent's own origin by reference, whatever its size.
 */
const CHANNEL = 'docent-file:';

/** Gives the file to whoever asks for it under this name; until `signal` aborts. */
export function handOverFile(name: string, file: Blob, signal: AbortSignal): void {
  const channel = openChannel(name, signal);
  channel.addEventListener('message', ({ data }) => {
    if (data === 'ready') channel.postMessage(file);
  });
}

/** Fetches the file. Rejects with the signal's reason. */
export function takeOverFile(name: string, signal: AbortSignal): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const channel = openChannel(name, signal);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    channel.addEventListener('message', ({ data }) => {
      if (!(data instanceof Blob)) return;
      resolve(data);
      channel.close();
    });
    channel.postMessage('ready');
  });
}

function openChannel(name: string, signal: AbortSignal): BroadcastChannel {
  const channel = new BroadcastChannel(CHANNEL + name);
  signal.addEventListener('abort', () => channel.close());
  return channel;
}
