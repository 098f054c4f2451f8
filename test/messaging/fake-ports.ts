import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener<A extends unknown[]> = (...args: A) => void;

class FakeEvent<A extends unknown[]> {
  readonly listeners = new Set<Listener<A>>();
  addListener = (listener: Listener<A>) => void this.listeners.add(listener);
  removeListener = (listener: Listener<A>) => void this.listeners.delete(listener);
  emit(...args: A): void {
    for (const listener of [...this.listeners]) listener(...args);
  }
}

export interface FakeSender {
  id: string;
  url: string;
}

/** One end of a Port; messages are cloned and arrive in order, a task later, as between real processes. */
export class FakePort {
  readonly onMessage = new FakeEvent<[unknown]>();
  readonly onDisconnect = new FakeEvent<[FakePort]>();
  other: FakePort | undefined;

  readonly name: string;
  readonly sender: FakeSender | undefined;

  constructor(name: string, sender?: FakeSender) {
    this.name = name;
    this.sender = sender;
  }

  postMessage = (message: unknown): void => {
    const { other } = this;
    if (!other) throw new Error('Attempting to use a disconnected port object');
    const copy: unknown = JSON.parse(JSON.stringify(message));
    setTimeout(() => other.other && other.onMessage.emit(copy));
  };

  /** Ends both ends; as in the browser, only the other one hears of it. */
  disconnect = (): void => {
    const { other } = this;
    this.other = undefined;
    if (!other) return;
    setTimeout(() => {
      other.other = undefined;
      other.onDisconnect.emit(other);
    });
  };
}

export const OWN_PAGE: FakeSender = { id: 'test-extension-id', url: 'chrome-extension://test-extension-id/popup.html' };

/** Gives the fake browser `runtime.connect` and `runtime.onConnect`, which it lacks. */
export function installPorts(sender: FakeSender = OWN_PAGE) {
  const onConnect = new FakeEvent<[FakePort]>();
  const opened: FakePort[] = [];
  const connect = ({ name }: { name: string }) => {
    const here = new FakePort(name);
    const there = new FakePort(name, sender);
    here.other = there;
    there.other = here;
    opened.push(there);
    setTimeout(() => (onConnect.listeners.size > 0 ? onConnect.emit(there) : there.disconnect()));
    return here;
  };
  Object.assign(fakeBrowser.runtime, { connect, onConnect });
  return {
    /** The background's ends, in order of connection. */
    opened,
    /** The background is gone: every Port ends, every listener is lost. */
    killBackground() {
      onConnect.listeners.clear();
      for (const port of opened) port.disconnect();
    },
  };
}
