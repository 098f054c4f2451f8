/** So many paragraphs, numbered. */
const filler = (from: number, count: number) => Array.from({ length: count }, (_, index) => `<p>Filler ${from + index} tells of the hive, and of the bees that live there. It goes on for one more line of text, so that it has some height.</p>`).join('');
const CARD = `<script>
  const said = document.createElement('p');
  said.append('Bees sleep in the shade, ', Object.assign(document.createElement('b'), { textContent: 'some of them bold' }), ', through long winters and short ones.');
  document.querySelector('x-words').attachShadow({ mode: 'open' }).append(said);
</script>`;
/** Links, bold words, a list, a table, code, a shadow root and a frame. */
export const composeBees = (style: string) => `<!doctype html><html lang="en"><title>Bees</title><style>body { font: 18px/1.5 sans-serif; max-width: 640px } x-words { display: block } ${style}</style><body><article><h1>About bees</h1>
  <p>Bees fly far. They find <a href="#more">their <b>flowers</b></a> by scent, and <em>dance</em> about it. Then they rest.</p>
  <ul><li>One finds <a href="#x">clover</a> there.</li><li>Another finds <code>lime</code> trees. It stays.</li></ul>
  <table><tr><th>Plant</th><th>Honey</th></tr><tr><td>Clover</td><td>Much <i>of it</i> indeed</td></tr></table>
  <pre><code>let bees = 1;
bees += 1;</code></pre>
  <x-words></x-words>${CARD}
  <iframe srcdoc="<body><p>A frame of the same origin says this. It is read as well.</p></body>"></iframe>
  ${filler(1, 6)}</article>`;
/** Higher than any window, with a header that stays, a box that scrolls, and what can be clicked. */
export const LONG = `<!doctype html><html lang="en"><title>Long</title><style>body { font: 18px/1.5 sans-serif; margin: 0 } header { position: sticky; top: 0; height: 120px; background: #ccc } #box { height: 200px; overflow: auto }</style><body>
  <header>A header that stays</header><article><h1>A long page</h1>${filler(1, 30)}<div id="box">${filler(100, 30)}</div>${filler(200, 30)}
  <p id="live">Before it <a href="#here" id="link">a link stands here</a>, <button id="button">a button too</button>, and <span style="cursor: pointer" id="hand">a hand as well</span>. After it all is quiet.</p></article>`;
