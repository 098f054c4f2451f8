// The floor of showing an answer: its tokens arrive on the same kind of Port and are appended as plain text nodes, each
// line in an element of its own (in a single one every token would make the browser lay out all lines again).
const box = document.getElementById('text');

globalThis.showAnswer = (baseUrl) =>
  new Promise((resolve) => {
    let line = document.createElement('div');
    box.replaceChildren(line);
    const port = chrome.runtime.connect({ name: 'floor' });
    port.onMessage.addListener(({ text, done }) => {
      for (const [index, part] of (text ?? '').split('\n').entries()) {
        if (index > 0) box.append((line = document.createElement('div')));
        if (part) line.append(part);
      }
      if (done) resolve(performance.timeOrigin + performance.now());
    });
    port.postMessage({ baseUrl });
  });
