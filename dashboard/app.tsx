// The dashboard: what executives, the quality assurance group and analysts see. It reads the API and holds no data of its own.
import { Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { Frame } from './components/Frame.tsx';
import { charts, PAGES } from './pages.ts';
import { NotFound } from './pages/NotFound.tsx';
import { SignIn } from './pages/SignIn.tsx';
import { Overview } from './pages/Overview.tsx';

const Audit = lazy(PAGES.audit);
const Board = lazy(PAGES.board);
const Changes = lazy(PAGES.changes);
const Family = lazy(PAGES.priority);
const Decisions = lazy(PAGES.decisions);
const Measures = lazy(PAGES.measures);
const Measure = lazy(PAGES.measure);
const Glossary = lazy(PAGES.glossary);
const Accessibility = lazy(PAGES.accessibility);
const Quality = lazy(PAGES.quality);
const Receipts = lazy(PAGES.receipts);
const Receipt = lazy(PAGES.receipt);

/** Every page and its address. */
export const App = () => (
  <Router root={Frame}>
    <Route path="/" component={Overview} />
    <Route path="/changes" component={Changes} />
    <Route path="/decisions" component={Decisions} />
    <Route path="/measures" component={Measures} />
    <Route path="/measures/:id" component={Measure} preload={() => void charts()} />
    <Route path="/glossary" component={Glossary} />
    <Route path="/accessibility" component={Accessibility} />
    <Route path="/board" component={Board} />
    <Route path="/audit" component={Audit} />
    <Route path="/sign-in" component={SignIn} />
    <Route path="/quality" component={Quality} />
    <Route path="/receipts" component={Receipts} />
    <Route path="/receipts/:id" component={Receipt} />
    <Route path="/:priority" component={Family} preload={() => void charts()} />
    <Route path="*" component={NotFound} />
  </Router>
);
