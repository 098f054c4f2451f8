// Added to the background of the copy that is measured: sends a server's tokens on, one message each.
chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== 'floor') return;
  port.onMessage.addListener(({ baseUrl }) => void pass(port, baseUrl));
});

async function pass(port, baseUrl) {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'floor', stream: true, messages: [{ role: 'user', content: 'Go.' }] }),
  });
  let rest = '';
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (!line.startsWith('data: {')) continue;
      const text = JSON.parse(line.slice(6)).choices?.[0]?.delta?.content;
      if (text) port.postMessage({ text });
    }
  }
  port.postMessage({ done: true });
}
