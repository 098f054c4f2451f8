// The floor of showing an answer: its tokens arrive on the same kind of Port and are appended as plain text nodes.
const box = document.getElementById('text');

globalThis.showAnswer = (baseUrl) =>
  new Promise((resolve) => {
    box.textContent = '';
    const port = chrome.runtime.connect({ name: 'floor' });
    port.onMessage.addListener(({ text, done }) => {
      if (text) box.append(text);
      if (done) resolve(performance.timeOrigin + performance.now());
    });
    port.postMessage({ baseUrl });
  });
