import type { ServerResponse } from 'node:http';
import sharp from 'sharp';
import { announceAnimation, makeAnimation, makeBmp, makeChecks, makeClaiming, makeIco, makeQuarters, makeTurned } from '../../image/picture-files.ts';
import { composeArticle } from './article.ts';
import type { Site } from './sites.ts';

export const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

const CORNER_COLOURS = ['#dc1414', '#14a028', '#1428dc', '#f0dc1e'];

/** The quarters as a drawing; `text` and shapes enough to be no icon. */
const SVG_QUARTERS = `<rect width="50" height="30" fill="#dc1414"/><rect x="50" width="50" height="30" fill="#14a028"/><rect y="30" width="50" height="30" fill="#1428dc"/><rect x="50" y="30" width="50" height="30" fill="#f0dc1e"/>`;

const SVG_FILE = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="400" height="240" viewBox="0 0 100 60"><script>document.documentElement.remove()</script><image href="/corner-loaded.png" width="100" height="60"/>${SVG_QUARTERS}</svg>`;

/** Half of it lets the ground through. */
async function makeClear(): Promise<Buffer> {
  const { data } = await makeQuarters(200, 120).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  for (let at = 0; at < 200 * 120; at++) if (at % 200 >= 100) data[at * 4 + 3] = 0;
  return sharp(data, { raw: { width: 200, height: 120, channels: 4 } }).png().toBuffer();
}

/** More than is read, without saying so beforehand. */
function sendEndlessly(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'image/png' });
  const block = Buffer.alloc(1_000_000);
  const send = (): void => {
    for (let room = true; room && !response.destroyed; ) room = response.write(block);
  };
  response.on('drain', send);
  send();
}

const image = (path: string, extra = '') => `<p>A picture follows.</p><img src="${path}" ${extra}>`;
const inPage = (body: string) => composeArticle({ extra: body });

/** Picture files by path, and pages that show each of them at `<path>.html`. */
export async function composePicturePages(): Promise<Record<string, Site>> {
  const svg = Buffer.from(SVG_FILE);
  const tall = await makeQuarters(1000, 30_000).jpeg().toBuffer();
  const files: Record<string, [type: string, body: Buffer]> = {
    '/photo.jpg': ['image/jpeg', await makeQuarters(3000, 2000, { noise: 20 }).jpeg().withExif({ IFD0: { Artist: 'Somebody' } }).toBuffer()],
    '/clear.png': ['image/png', await makeClear()],
    '/drawing.png': ['image/png', await makeQuarters(2400, 1200).png().toBuffer()],
    '/checks.png': ['image/png', await makeChecks(4000, 2000)],
    '/quarters.webp': ['image/webp', await makeQuarters(240, 120, { noise: 20 }).webp({ quality: 95 }).toBuffer()],
    '/quarters.avif': ['image/avif', await makeQuarters(240, 120, { noise: 20 }).avif().toBuffer()],
    '/quarters.bmp': ['image/bmp', await makeBmp(240, 120)],
    '/quarters.ico': ['image/x-icon', await makeIco(96)],
    '/quarters.svg': ['image/svg+xml', svg],
    '/moving.gif': ['image/gif', await makeAnimation('gif')],
    '/moving.webp': ['image/webp', await makeAnimation('webp')],
    '/moving.png': ['image/png', announceAnimation(await makeQuarters(240, 120).png().toBuffer())],
    '/called-text.png': ['text/plain', await makeQuarters(240, 120).png().toBuffer()],
    '/called-png.jpg': ['image/png', await makeQuarters(240, 120, { noise: 20 }).jpeg().toBuffer()],
    '/called-jpeg.svg': ['image/svg+xml', Buffer.concat([Buffer.from('<!-- a drawing -->\n'), svg.subarray(svg.indexOf('<svg'))])],
    '/tall.jpg': ['image/jpeg', tall],
    '/broken.jpg': ['image/jpeg', tall.subarray(0, 400)],
    '/half.png': ['image/png', (await makeQuarters(240, 120).png().toBuffer()).subarray(0, 60)],
    '/empty.png': ['image/png', Buffer.alloc(0)],
    '/sign-in.png': ['image/png', Buffer.from('<!doctype html><title>Sign in</title>')],
    '/dot.png': ['image/png', await makeQuarters(1, 1).png().toBuffer()],
    '/huge.png': ['image/png', await makeClaiming(20_000, 10_000)],
    ...Object.fromEntries(await Promise.all(ORIENTATIONS.map(async (orientation) => [`/turned-${orientation}.jpg`, ['image/jpeg', await makeTurned(orientation, 300, 200)]] as const))),
  };
  const pages: Record<string, Site> = { '/story': composeArticle(), '/endless.png': sendEndlessly };
  for (const [path, [type, body]] of Object.entries(files)) pages[path] = { type, body };
  for (const path of [...Object.keys(files), '/endless.png']) pages[`${path}.html`] = inPage(image(path, 'style="min-width: 200px; min-height: 120px"'));
  pages['/open.png'] = (response) => response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end(files['/drawing.png']?.[1]);
  pages['/hop'] = (response) => {
    const port = response.req.headers.host?.split(':')[1] ?? '';
    response.writeHead(302, { location: `http://127.0.0.1:${port}/drawing.png`, 'access-control-allow-origin': '*' }).end();
  };
  return { ...pages, ...composeElements(files) };
}

/** Pages whose pictures are no files, or are read in some other way. */
function composeElements(files: Record<string, [string, Buffer]>): Record<string, Site> {
  const png = files['/drawing.png']?.[1].toString('base64') ?? '';
  const draw = (pen: string) => `const colours = ${JSON.stringify(CORNER_COLOURS)}; colours.forEach((colour, index) => { ${pen}.fillStyle = colour; ${pen}.fillRect((index % 2) * 150, (index >> 1) * 100, 150, 100); });`;
  const quarters = CORNER_COLOURS.map((colour) => `<div style="background: ${colour}"></div>`).join('');
  return {
    '/blank': '<!doctype html><html lang="en"><head><title>Pictures of others</title></head><body></body></html>',
    '/whole': `<!doctype html><html lang="en"><head><title>Quarters</title><style>body { margin: 0; display: grid; grid-template: 50vh 50vh / 50vw 50vw }</style></head><body>${quarters}</body></html>`,
    '/canvas': inPage(`<canvas width="300" height="200"></canvas><script>{ const pen = document.querySelector('canvas').getContext('2d'); ${draw('pen')} }</script>`),
    '/inline-svg': inPage(`<style>.third { fill: #1428dc }</style><svg viewBox="0 0 100 60" style="width: 400px; height: 240px" role="img" aria-label="Quarters">${SVG_QUARTERS.replace('y="30" width="50" height="30" fill="#1428dc"', 'y="30" width="50" height="30" class="third"')}<text x="48" y="32" font-size="4">Four</text></svg>`),
    '/background': inPage('<div role="img" aria-label="Quarters" style="width: 600px; height: 300px; background: url(/drawing.png) center / cover"></div>'),
    '/data': inPage(`<img style="width: 600px" src="data:image/png;base64,${png}">`),
    '/blob': inPage(`<img style="width: 600px"><script>{
      const bytes = Uint8Array.from(atob('${png}'), (letter) => letter.charCodeAt(0));
      document.querySelector('img').src = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    }</script>`),
    '/revoked': inPage(`<img style="width: 600px" onload="window.URL.revokeObjectURL(this.src)"><script>{
      const bytes = Uint8Array.from(atob('${png}'), (letter) => letter.charCodeAt(0));
      document.querySelector('img').src = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    }</script>`),
    '/video': inPage(`<video muted style="width: 300px; height: 200px"></video><script>{
      const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 200 });
      const pen = canvas.getContext('2d');
      const paint = () => { ${draw('pen')} requestAnimationFrame(paint); };
      paint();
      const video = document.querySelector('video');
      video.srcObject = canvas.captureStream(30);
      video.play();
    }</script>`),
  };
}
