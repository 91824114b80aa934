import { useLocation } from '@solidjs/router';
import { Show } from 'solid-js';
import { createFigures } from '../api/figures.ts';
import { useLive } from '../api/live.ts';
import type { Extract } from '../api/shapes.ts';
import { may, mayOpen, me, signedOut } from '../api/session.ts';
import { Given } from './Given.tsx';
import { Who } from './session/Who.tsx';
import { DataUpTo } from '../pages/overview/DataUpTo.tsx';

/** What stands under every page: how far each agency's data reach, and the pages that are about all the others. */
export function Foot() {
  const live = useLive();
  const location = useLocation();
  // The overview says it within the page, on the one screen and the one sheet that it has.
  const within = () => location.pathname === '/';
  const extracts = createFigures<Extract[]>(() =>
    within() || !me() || !may('GET /api/extracts') ? undefined : '/extracts',
  );
  return (
    <footer class="footer">
      <div class="foot">
        <Given when={!within() && live.snapshot()}>
          {(snapshot) => (
            <div class="foot-data">
              <Given when={extracts.data()}>{(data) => <DataUpTo extracts={data()} />}</Given>
              <p>Snapshot {snapshot().number}</p>
            </div>
          )}
        </Given>
        <nav aria-label="About">
          <Show when={!signedOut() && mayOpen('/decisions')}>
            <a href="/decisions">Targets, meetings and notes</a>
          </Show>
          <Show when={!signedOut() && mayOpen('/receipts')}>
            <a href="/receipts">Receipts</a>
          </Show>
          <Show when={!signedOut() && me() && mayOpen('/audit')}>
            <a href="/audit">Who saw what</a>
          </Show>
          <a href="/glossary">Glossary</a>
          <a href="/accessibility">Accessibility</a>
        </nav>
        <Given when={me()}>{(who) => <Who me={who()} />}</Given>
        <p>KPI: key performance indicator. MACE: Multi-Agency Child Exploitation.</p>
      </div>
    </footer>
  );
}
