import { withFirstPaint } from '~/lib/platform/first-paint';

// Not before the first paint is any of the panel's script even loaded: that it waits for its turn with the style sheet and
// the first frame costs the paint more than the script loses (measured: 0.6 x to the paint, 0.9 x to the input).
const root = document.querySelector('#app');
if (root) withFirstPaint(() => void import('./app').then(({ draw }) => draw(root)));
