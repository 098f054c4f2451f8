import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** A message either way: type (0 command, 1 reply), id, then name and parameters, or error and result. */
type Packet = [type: number, id: number, third: unknown, fourth: unknown];

/**
 * A client of Marionette, Firefox's own remote control: JSON behind its length over TCP
 * (https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html). Unlike WebDriver BiDi it also reaches
 * the browser's own windows, and so the sidebar.
 */
export class Marionette implements Disposable {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  #bytes = Buffer.alloc(0);
  #lastId = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => { this.#receive(chunk); });
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has closed the connection.'));
    });
  }

  /** Connects to a Firefox that was started with `-marionette`, and begins a session. */
  static async connect(port: number): Promise<Marionette> {
    const socket = await new Promise<Socket>((resolve, reject) => {
      const opening = connect(port, '127.0.0.1', () => { resolve(opening); });
      opening.once('error', reject);
    });
    const client = new Marionette(socket);
    await client.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true, timeouts: { script: 120_000 } } } });
    return client;
  }

  /** Sends one command. Rejects with Firefox's own message when it fails. */
  send(name: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    this.#lastId += 1;
    const text = JSON.stringify([0, this.#lastId, name, parameters]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    const id = this.#lastId;
    return new Promise((resolve, reject) => { this.#waiting.set(id, { resolve, reject }); });
  }

  /**
   * Runs a script in the browser's own window and waits for the promise it returns.
   * @param body statements of an async function; `args` are its arguments
   */
  async inBrowser<T>(body: string, ...args: unknown[]): Promise<T> {
    await this.send('Marionette:SetContext', { value: 'chrome' });
    const script = `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
      (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const reply = (await this.send('WebDriver:ExecuteAsyncScript', { script, args, newSandbox: true })) as { value: { value: T; error?: string } };
    await this.send('Marionette:SetContext', { value: 'content' });
    if (reply.value.error) throw new Error(reply.value.error);
    return reply.value.value;
  }

  #receive(chunk: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    for (;;) {
      const colon = this.#bytes.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#bytes.subarray(0, colon).toString());
      if (this.#bytes.length < end) return;
      const message = JSON.parse(this.#bytes.subarray(colon + 1, end).toString()) as Packet | object;
      this.#bytes = this.#bytes.subarray(end);
      if (Array.isArray(message)) this.#settle(message as Packet);
    }
  }

  #settle([, id, error, result]: Packet): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error((error as { message: string }).message));
    else waiting?.resolve(result);
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }
}
