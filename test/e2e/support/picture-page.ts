import sharp, { type Sharp } from 'sharp';
import type { Site } from './sites.ts';

export const RED = { r: 200, g: 20, b: 20 };
export const BLUE = { r: 20, g: 20, b: 200 };

/** A picture file of one colour. */
function paint(width: number, height: number, background: { r: number; g: number; b: number; alpha?: number }): Sharp {
  return sharp({ create: { width, height, channels: background.alpha === undefined ? 3 : 4, background } });
}

/** A photograph of two halves, red on the left and blue on the right. */
export async function composeHalves(width: number, height: number): Promise<Buffer> {
  const right = await paint(Math.floor(width / 2), height, BLUE).png().toBuffer();
  return paint(width, height, RED).composite([{ input: right, left: Math.ceil(width / 2), top: 0 }]).jpeg({ quality: 95 }).toBuffer();
}

/** Text that keeps pictures out of the first window. */
const FILLER = '<p style="height:900px">Far to scroll.</p>';

/** Every kind of picture, each with a name that begins with its number among those that are listed; and what is no picture, named `not`. */
const BODY = `
<h1>Pictures of the harbour</h1>
<p>The ferry leaves at noon.</p>
<figure><img alt="01 photo" src="/halves.jpg" width="320" height="240"><figcaption>The old ferry.</figcaption></figure>
<img alt="not an icon" src="/halves.jpg" width="24" height="24"><img alt="not an avatar" src="/halves.jpg" width="48" height="48">
<img alt="not a spacer" src="/dot.gif" width="300" height="100"><img alt="not a tracker" src="/dot.gif?track" width="1" height="1">
<img alt="not shown" src="/halves.jpg" width="200" style="display:none"><img alt="not visible" src="/halves.jpg" width="200" style="visibility:hidden">
<img alt="not opaque" src="/halves.jpg" width="200" style="opacity:0"><img alt="not here" src="/halves.jpg" width="200" style="position:absolute;left:-9999px">
<details><summary>More</summary><img alt="not open" src="/halves.jpg" width="200"></details>
<h2>Sources</h2>
<picture><source type="image/x-other" srcset="/never.other"><source media="(min-width: 99999px)" srcset="/never.jpg"><source srcset="/small.png 400w, /large.png 1600w, /huge.png 4000w" sizes="300px"><img alt="02 picture" src="/small.png" width="300" height="200"></picture>
<img alt="03 set" src="/small.png" srcset="/small.png 1x, /large.png 4x" width="400" height="266">
<img alt="IMG_0001.JPG" title="" id="camera" src="/halves.jpg?camera" width="300" height="200">
<img alt="" src="/halves.jpg?decor" width="300" height="200">
<img alt="06 wide chart" src="/wide.png" width="600" height="50">
<form id="f"><input type="image" alt="07 button" src="/halves.jpg" width="120" height="90"></form>
<input form="f" name="getAttribute"><input form="f" name="parentElement"><input form="f" name="children"><input form="f" name="localName"><input form="f" name="getBoundingClientRect">
<h2>Backgrounds</h2>
<div id="hero" style="background: url(/halves.jpg) center / cover; width:600px; height:200px"><h3>Sail with us</h3><a href="#x">Book now</a></div>
<div id="bare" title="09 bare background" style="background: linear-gradient(transparent, transparent), url('/large.png') no-repeat; width:400px; height:200px"></div>
<div class="sprite" title="not a sprite" style="background: url(/sheet.png) -20px 0; width:100px; height:100px"></div><div title="not a sprite" style="background: url(/sheet.png) 0 0; width:100px; height:100px"></div>
<div title="not a gradient" style="background: linear-gradient(red, blue); width:300px; height:200px"></div><div title="not a texture" class="texture"></div>
<h2>Drawings</h2>
<svg id="chart" width="300" height="200" viewBox="0 0 300 200"><title>10 drawing</title><rect class="bar" width="150" height="200"/><use href="#mark" x="150" width="150" height="200" style="color: rgb(20, 20, 200)"/><script>document.title = 'changed'</script></svg>
<svg width="24" height="24" viewBox="0 0 24 24"><title>not a small icon</title><path d="M0 0h24v24z"/></svg><svg width="200" height="200" viewBox="0 0 24 24"><title>not a large icon</title><path d="M0 0h24v24z"/></svg>
<svg width="0" height="0" style="position:absolute"><symbol id="mark" viewBox="0 0 150 200" width="150" height="200"><rect width="150" height="200" fill="currentColor"/></symbol></svg>
<svg width="300" height="200"><image aria-label="11 image in a drawing" href="/halves.jpg" width="300" height="200"/></svg>
<canvas id="canvas" aria-label="12 canvas" width="300" height="200"></canvas>
<video aria-label="13 video" poster="/halves.jpg?poster" width="320" height="180"></video>
<x-card></x-card>
<iframe id="frame" width="400" height="300" srcdoc="<body style='margin:0'><p style='height:400px'>Within.</p><img alt='15 in a frame' src='/halves.jpg?frame' width='200' height='150'>"></iframe>
<h2>Later</h2>${FILLER}
<img alt="16 lazy" loading="lazy" src="/halves.jpg?lazy" width="300" height="200">${FILLER}
<img alt="17 lazier" class="lazyload" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" data-src="/halves.jpg?lazier" width="300" height="200" style="opacity:0">
<img alt="18 of another host" src="OTHER/halves.jpg" width="300" height="200">
<div id="scroller" style="height:200px; overflow:auto; width:400px"><p style="height:1500px">Scroll within.</p><img alt="19 in a scroller" src="/halves.jpg?scroller" width="200" height="150"></div>${FILLER}`;

const SCRIPT = `
const pen = document.getElementById('canvas').getContext('2d');
pen.fillStyle = 'rgb(200, 20, 20)'; pen.fillRect(0, 0, 150, 200); pen.fillStyle = 'rgb(20, 20, 200)'; pen.fillRect(150, 0, 150, 200);
document.querySelector('x-card').attachShadow({ mode: 'open' }).append(Object.assign(new Image(), { alt: '14 in a shadow root', src: '/halves.jpg?shadow', width: 200, height: 150 }));
new IntersectionObserver((seen) => seen.forEach(({ isIntersecting, target }) => { if (isIntersecting) { target.src = target.dataset.src; target.style.opacity = 1; } })).observe(document.querySelector('.lazyload'));`;

/** The page under `/pictures`, its files, and the files again for another host, which grants nobody to read them. */
export async function composePictureSite(): Promise<Record<string, Site>> {
  const halves = await composeHalves(1_200, 900);
  const file = (type: string, body: Uint8Array): Site => ({ type, body });
  const png = async (width: number, height: number) => file('image/png', await paint(width, height, BLUE).png().toBuffer());
  const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  return {
    '/halves.jpg': file('image/jpeg', halves),
    '/dot.gif': file('image/gif', dot),
    '/small.png': await png(400, 267),
    '/large.png': await png(1_600, 1_067),
    '/huge.png': await png(4_000, 2_667),
    '/wide.png': await png(600, 50),
    '/sheet.png': await png(400, 400),
    '/pictures': (response) => {
      const other = `http://other.test:${response.req.headers.host?.split(':')[1] ?? ''}`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><head><title>Harbour</title>
<style>body { margin: 8px; background: url(/halves.jpg) } .bar { fill: rgb(200, 20, 20) } .texture { background: url(/small.png); width: 300px; height: 300px }</style></head>
<body>${BODY.replaceAll('OTHER', other)}<script>${SCRIPT}</script></body></html>`);
    },
  };
}
