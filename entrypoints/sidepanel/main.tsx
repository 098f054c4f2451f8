import { render } from 'preact';

render(<p>Docent</p>, document.body);
