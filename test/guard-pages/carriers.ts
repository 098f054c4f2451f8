import type { Inserts } from './designs.ts';

/** A way to put a text into a page. */
export type Carry = (text: string) => Inserts;

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const markup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
const styled = (style: string): Carry => (text) => ({ body: `<div style="${style}">${markup(text)}</div>` });
const tagged = (text: string) => [...text].map((letter) => (letter.charCodeAt(0) < 0x7f ? String.fromCodePoint(0xe0000 + letter.charCodeAt(0)) : letter)).join('');
const bytes = (text: string) => [...new TextEncoder().encode(text)];
const base64 = (text: string) => Buffer.from(text).toString('base64');
const LOOKALIKE: Record<string, string> = { a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', s: 'ѕ', x: 'х', y: 'у' };

/** Where readers do not see it, or only machines do. */
export const HIDDEN: Record<string, Carry> = {
  'display-none': styled('display:none'),
  'hidden-attribute': (text) => ({ body: `<p hidden>${markup(text)}</p>` }),
  'visibility-hidden': styled('visibility:hidden;height:0'),
  'opacity-zero': styled('opacity:0.01'),
  'font-zero': styled('font-size:0'),
  'font-one': styled('font-size:1px;line-height:1px'),
  'off-screen': styled('position:absolute;left:-9999px;top:0'),
  'white-on-white': styled('color:#fff;background:#fff'),
  'near-white': styled('color:#fdfdfd;background:#ffffff'),
  'clip': styled('position:absolute;clip:rect(0 0 0 0);width:1px;height:1px;overflow:hidden'),
  'clip-path': styled('clip-path:inset(100%)'),
  'zero-height': styled('height:0;overflow:hidden'),
  'text-indent': styled('text-indent:-9999px;overflow:hidden;white-space:nowrap;height:20px'),
  'scale-zero': styled('transform:scale(0)'),
  'stylesheet': (text) => ({ head: '<style>.sr-note{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}</style>', outside: `<span class="sr-note">${markup(text)}</span>` }),
  'closed-details': (text) => ({ body: `<details><summary>…</summary><p>${markup(text)}</p></details>` }),
  'transparent': styled('color:transparent'),
  'comment': (text) => ({ body: `<!-- ${text.replaceAll('--', '- -')} -->` }),
  'head-comment': (text) => ({ head: `<!--\n  ${text.replaceAll('--', '- -')}\n-->` }),
  'alt': (text) => ({ body: `<img src="/p.jpg" width="640" height="400" alt="${attribute(text)}">` }),
  'title-attribute': (text) => ({ body: `<p><a href="/more" title="${attribute(text)}">…</a></p>` }),
  'aria-label': (text) => ({ outside: `<button aria-label="${attribute(text)}">★</button>` }),
  'aria-description': (text) => ({ outside: `<div role="img" aria-description="${attribute(text)}"></div>` }),
  'data-attribute': (text) => ({ body: `<div data-note="${attribute(text)}"></div>` }),
  'hidden-input': (text) => ({ outside: `<form><input type="hidden" name="ctx" value="${attribute(text)}"></form>` }),
  'placeholder': (text) => ({ outside: `<input placeholder="${attribute(text)}" style="display:none">` }),
  'meta-description': (text) => ({ head: `<meta name="description" content="${attribute(text)}">` }),
  'meta-keywords': (text) => ({ head: `<meta name="ai-instructions" content="${attribute(text)}">` }),
  'og-description': (text) => ({ head: `<meta property="og:description" content="${attribute(text)}">` }),
  'json-ld': (text) => ({ head: `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'Article', headline: 'x', description: text })}</script>` }),
  'noscript': (text) => ({ body: `<noscript><p>${markup(text)}</p></noscript>` }),
  'template': (text) => ({ body: `<template><p>${markup(text)}</p></template>` }),
  'svg-desc': (text) => ({ body: `<svg width="20" height="20" role="img"><desc>${markup(text)}</desc><circle r="9" cx="10" cy="10"/></svg>` }),
  'inert-script': (text) => ({ head: `<script type="text/plain">${text.replaceAll('<', '‹')}</script>` }),
  'generated-content': (text) => ({ head: `<style>.x::after{content:"${text.replaceAll('"', "'").replaceAll('\n', ' ')}";font-size:0}</style>` }),
  'shadow-root': (text) => ({ body: `<div><template shadowrootmode="open"><p style="opacity:0">${markup(text)}</p></template></div>` }),
  'frame': (text) => ({ body: `<iframe srcdoc="${attribute(`<p style='display:none'>${markup(text)}</p>`)}"></iframe>` }),
  'split-elements': (text) => ({ body: `<p style="display:none">${text.split(' ').map((word) => `<span>${markup(word)}</span>`).join(' ')}</p>` }),
  'split-hidden': (text) => ({ body: text.split(' ').map((word) => `<i style="display:none">${markup(word)}</i>`).join(' ') }),
};

/** Written so that readers see nothing of it, or cannot read it. Of plain Latin letters only. */
export const DISGUISED: Record<string, Carry> = {
  'unicode-tags': (text) => ({ body: `<p>…${tagged(text)}</p>` }),
  'unicode-tags-alt': (text) => ({ body: `<img src="/p.jpg" width="300" height="200" alt="A view of the valley${tagged(text)}">` }),
  'zero-width-between': (text) => ({ body: `<p>${[...text].map((letter) => `${markup(letter)}\u200B`).join('')}</p>` }),
  'zero-width-bits': (text) => ({ body: `<p>…${bytes(text).map((byte) => byte.toString(2).padStart(8, '0')).join('').replaceAll('0', '\u200B').replaceAll('1', '\u200C')}…</p>` }),
  'variation-selectors': (text) => ({ body: `<p>★${bytes(text).map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16)).join('')}</p>` }),
  'right-to-left-override': (text) => ({ body: `<p>\u202E${markup([...text].reverse().join(''))}\u202C</p>` }),
  'homoglyphs': (text) => ({ body: `<p>${markup([...text].map((letter) => LOOKALIKE[letter] ?? letter).join(''))}</p>` }),
  'fullwidth': (text) => ({ body: `<p>${[...text].map((letter) => (/[a-z]/i.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : markup(letter))).join('')}</p>` }),
  'bold-mathematical': (text) => ({ body: `<p>${[...text.toLowerCase()].map((letter) => (/[a-z]/.test(letter) ? String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97) : markup(letter))).join('')}</p>` }),
  'base64-comment': (text) => ({ body: `<!-- ${base64(text)} -->` }),
  'base64-data': (text) => ({ body: `<div data-config="${base64(text)}"></div>` }),
  'base64-visible': (text) => ({ body: `<p>${base64(text)}</p>` }),
  'hex-comment': (text) => ({ body: `<!-- ${Buffer.from(text).toString('hex')} -->` }),
  'percent-data': (text) => ({ body: `<div data-q="${[...text].map((letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')}"></div>` }),
  'references-comment': (text) => ({ body: `<!-- ${[...text].map((letter) => `&#${letter.charCodeAt(0)};`).join('')} -->` }),
  'escapes-data': (text) => ({ body: `<div data-text="${[...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"></div>` }),
  'rot13-hidden': (text) => ({ body: `<p style="display:none">${markup(text.replace(/[a-z]/gi, (letter) => String.fromCharCode((letter <= 'Z' ? 90 : 122) >= letter.charCodeAt(0) + 13 ? letter.charCodeAt(0) + 13 : letter.charCodeAt(0) - 13)))}</p>` }),
  'backwards-hidden': (text) => ({ body: `<p style="display:none">${markup([...text].reverse().join(''))}</p>` }),
  'spaced-hidden': (text) => ({ body: `<p style="display:none">${markup([...text.replace(/[^a-z ]/gi, '')].join(' '))}</p>` }),
  'dotted-comment': (text) => ({ body: `<!-- ${[...text.replace(/[^a-z]/gi, '')].join('.')} -->` }),
  'leet-hidden': (text) => ({ body: `<p style="display:none">${markup(text.replaceAll('i', '1').replaceAll('o', '0').replaceAll('e', '3').replaceAll('s', '5'))}</p>` }),
};

/** In plain sight. */
export const VISIBLE: Record<string, Carry> = {
  'paragraph': (text) => ({ body: `<p>${markup(text)}</p>` }),
  'footer': (text) => ({ outside: `<p><small>${markup(text)}</small></p>` }),
  'list-item': (text) => ({ body: `<ul><li>Free delivery</li><li>${markup(text)}</li></ul>` }),
  'comment-box': (text) => ({ outside: `<div class="comment"><b>anna_k</b><p>${markup(text)}</p></div>` }),
  'table-cell': (text) => ({ body: `<table><tr><th>Note</th><td>${markup(text)}</td></tr></table>` }),
  'heading': (text) => ({ body: `<h3>${markup(text)}</h3>` }),
};
