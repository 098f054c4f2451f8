/**
 * The stand-in as a process: `node test/server/main.ts --port 0 --rate 200` prints its base URL and runs until it is
 * ended. The key is `test-key`; `--no-key` takes calls without one.
 */
import { parseArgs } from 'node:util';
import { createServer } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, rate: { type: 'string' }, 'no-key': { type: 'boolean' } } });
const server = await createServer({
  port: Number(values.port),
  behaviour: values.rate ? { rate: Number(values.rate) } : {},
  ...(values['no-key'] ? { keys: [] } : {}),
});
process.stdout.write(`${server.baseUrl}\n`);
