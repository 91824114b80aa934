import { render } from 'solid-js/web';
import { answersAhead } from './api/client.ts';
import { App } from './app.tsx';

/** As long as nobody sees that nothing is drawn yet: what is answered by then is drawn at once, and not after a page without figures. */
const PATIENCE_MS = 100;

const drawn = () => render(() => <App />, document.getElementById('app')!);
void Promise.race([answersAhead(), new Promise((done) => setTimeout(done, PATIENCE_MS))]).then(drawn);
