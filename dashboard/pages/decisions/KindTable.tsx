import { createMemo, For, Show } from 'solid-js';
import { may } from '../../api/session.ts';
import type { KpiSummary, Listed } from '../../api/shapes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { dayAndTime, longDate } from '../../words/dates.ts';
import { type Chain, chainsOf, inWords } from './entry.ts';
import type { Decision, KINDS } from './fields.ts';
import { Given } from '../../components/Given.tsx';

interface KindTableProps {
  kind: (typeof KINDS)[number];
  listed: readonly Listed[];
  kpis: ReadonlyMap<string, KpiSummary>;
  onCorrect(row: Listed): void;
}

/** The decisions of one kind, newest first, each with what it replaced. */
export function KindTable(props: KindTableProps) {
  const chains = createMemo(() => chainsOf(props.listed, props.kind.id));
  const kpiOf = (d: Decision) => ('kpi' in d && d.kpi ? props.kpis.get(d.kpi) : undefined);
  const mayEnter = () => may('POST /api/decisions');
  const about = (d: Decision) => ('kpi' in d && d.kpi ? (kpiOf(d)?.title ?? d.kpi) : 'All KPIs');
  return (
    <section aria-labelledby={`kind-${props.kind.id}`}>
      <h2 id={`kind-${props.kind.id}`}>{props.kind.many}</h2>
      <Show when={chains().length > 0} fallback={<p>None has been entered.</p>}>
        <TableRegion label={props.kind.many}>
          <table class="decisions">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <Show when={props.kind.id !== 'meeting'}>
                  <th scope="col">KPI</th>
                </Show>
                <th scope="col">{props.kind.title}</th>
                <th scope="col">Owner</th>
                <th scope="col">Source</th>
                <Show when={mayEnter()}>
                  <th scope="col">Change</th>
                </Show>
              </tr>
            </thead>
            <tbody>
              <For each={chains()}>
                {(chain) => (
                  <Given
                    when={chain.last.decision}
                    fallback={
                      <Withdrawn chain={chain} columns={(props.kind.id === 'meeting' ? 4 : 5) + (mayEnter() ? 1 : 0)} />
                    }
                  >
                    {(d) => (
                      <tr>
                        <th scope="row">{longDate(d().on)}</th>
                        <Show when={props.kind.id !== 'meeting'}>
                          <td>{about(d())}</td>
                        </Show>
                        <td>
                          {inWords(d(), kpiOf(d()), new Date().toISOString().slice(0, 10))}
                          <History chain={chain} />
                        </td>
                        <td>{d().owner}</td>
                        <td>{d().source}</td>
                        <Show when={mayEnter()}>
                          <td>
                            <button type="button" class="link" onClick={() => props.onCorrect(chain.last)}>
                              Correct<span class="visually-hidden"> row {chain.last.number}</span>
                            </button>
                          </td>
                        </Show>
                      </tr>
                    )}
                  </Given>
                )}
              </For>
            </tbody>
          </table>
        </TableRegion>
      </Show>
    </section>
  );
}

const Withdrawn = (props: { chain: Chain; columns: number }) => (
  <tr>
    <td colspan={props.columns}>
      Withdrawn {dayAndTime(props.chain.last.kept_at)} by {props.chain.last.by}: {props.chain.last.why}
      <History chain={props.chain} />
    </td>
  </tr>
);

/** What stood there before, with who changed it and why. */
const History = (props: { chain: Chain }) => (
  <Show when={props.chain.before.length > 0}>
    <details>
      <summary>
        History<span class="visually-hidden"> of row {props.chain.last.number}</span>
      </summary>
      <ol reversed>
        <For each={[props.chain.last, ...props.chain.before]}>
          {(row) => (
            <li>
              {row.decision ? `${longDate(row.decision.on)}: ${inWords(row.decision)}` : 'Withdrawn'}. Entered{' '}
              {dayAndTime(row.kept_at)} by {row.by}
              {row.why ? `: ${row.why}` : ''}.
            </li>
          )}
        </For>
      </ol>
    </details>
  </Show>
);
