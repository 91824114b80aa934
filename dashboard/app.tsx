// The dashboard: what executives, the quality assurance group and analysts see. It reads the API and holds no data of its own.
import { Route, Router } from '@solidjs/router';
import { lazy } from 'solid-js';
import { chartsAhead, overviewAhead } from './ahead.ts';
import { Frame } from './components/Frame.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { SignIn } from './pages/SignIn.tsx';
import { Overview } from './pages/Overview.tsx';

const Board = lazy(() => import('./pages/Board.tsx'));
const Changes = lazy(() => import('./pages/Changes.tsx'));
const Family = lazy(() => import('./pages/Family.tsx'));
const Decisions = lazy(() => import('./pages/Decisions.tsx'));
const Measures = lazy(() => import('./pages/Measures.tsx'));
const Measure = lazy(() => import('./pages/Measure.tsx'));
const Glossary = lazy(() => import('./pages/Glossary.tsx'));
const Accessibility = lazy(() => import('./pages/Accessibility.tsx'));
const Quality = lazy(() => import('./pages/Quality.tsx'));
const Receipts = lazy(() => import('./pages/Receipts.tsx'));
const Receipt = lazy(() => import('./pages/Receipt.tsx'));

/** Every page and its address. */
export const App = () => (
  <Router root={Frame}>
    <Route path="/" component={Overview} preload={overviewAhead} />
    <Route path="/changes" component={Changes} />
    <Route path="/decisions" component={Decisions} />
    <Route path="/measures" component={Measures} />
    <Route path="/measures/:id" component={Measure} preload={chartsAhead} />
    <Route path="/glossary" component={Glossary} />
    <Route path="/accessibility" component={Accessibility} />
    <Route path="/board" component={Board} />
    <Route path="/sign-in" component={SignIn} />
    <Route path="/quality" component={Quality} />
    <Route path="/receipts" component={Receipts} />
    <Route path="/receipts/:id" component={Receipt} />
    <Route path="/:priority" component={Family} preload={chartsAhead} />
    <Route path="*" component={NotFound} />
  </Router>
);
