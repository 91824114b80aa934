import { useLocation } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { type ApiProblem, post } from '../../api/client.ts';
import { createFigures } from '../../api/figures.ts';
import { type Shown, seriesPath } from '../../api/paths.ts';
import { me, signInTo } from '../../api/session.ts';
import type { KpiSummary, List, ListAsked, Series } from '../../api/shapes.ts';
import { hasSplit, type View } from '../../api/view.ts';
import { announce } from '../../components/announce.ts';
import { Choice } from '../../components/Choice.tsx';
import { Given } from '../../components/Given.tsx';
import { periodName } from '../../words/dates.ts';
import { counted } from '../../words/numbers.ts';
import { listInWords, PART_OF, PURPOSE } from '../../words/references.ts';

/**
 * Where somebody who may asks for their own agency's references of the children in a figure. What is answered stands in this page alone:
 * it is in no address and no file, and gone with the page.
 */
export function OwnReferences(props: { kpi: KpiSummary; view: View & Shown }) {
  const location = useLocation();
  const [open, setOpen] = createSignal(false);
  const figures = createFigures<Series>(() =>
    open() ? seriesPath(props.kpi, { ...props.view, by: undefined }) : undefined,
  );
  const periods = () => figures.data()?.rows.toReversed() ?? [];
  const [asked, setAsked] = createSignal<Partial<ListAsked>>({});
  const set = (more: Partial<ListAsked>) => setAsked((before) => ({ ...before, ...more }));
  const [list, setList] = createSignal<List>();
  const [problem, setProblem] = createSignal<ApiProblem>();
  const isShare = () => props.kpi.unit === 'percent';
  const period = () => asked().period ?? periods()[0]?.period ?? '';

  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    setList(undefined);
    const where = Object.entries(props.view.where).filter(([split]) => hasSplit(props.kpi, split));
    const body: ListAsked = {
      kpi: props.kpi.id,
      grain: props.view.grain,
      period: period(),
      where: Object.fromEntries(where),
      of: isShare() ? (asked().of ?? 'counted') : 'all',
      purpose: asked().purpose ?? 'direct safeguarding of a child',
      case_ref: asked().case_ref ?? '',
    };
    try {
      setList(JSON.parse(await post('/lists', body)) as List);
      setProblem(undefined);
      announce('point', `${counted(list()!.references.length, 'reference')} below.`);
    } catch (error) {
      setProblem(error as ApiProblem);
    }
  };

  return (
    <details class="own-references" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>List our own references</summary>
      <p>
        The references of {me()?.agency.title} for the children in this figure, to open in your own system. Never a
        name, and never what another agency calls a child. Each list is recorded with your purpose.
      </p>
      <form onSubmit={ask} novalidate>
        <div class="controls-row">
          <Choice label="Period" value={period()} onChange={(id) => set({ period: id })}>
            {periods().map((row) => ({ id: row.period, title: periodName(row) }))}
          </Choice>
          <Show when={isShare()}>
            <Choice label="Which" value={asked().of ?? 'counted'} onChange={(of) => set({ of: of as ListAsked['of'] })}>
              {PART_OF}
            </Choice>
          </Show>
          <Choice
            label="Purpose"
            value={asked().purpose ?? PURPOSE[0]!.id}
            onChange={(purpose) => set({ purpose: purpose as ListAsked['purpose'] })}
          >
            {PURPOSE}
          </Choice>
          <div class="field">
            <label for="case-ref">Reference of your case, audit or meeting, such as QA/2025/7</label>
            <input
              id="case-ref"
              type="text"
              autocomplete="off"
              maxlength="16"
              value={asked().case_ref ?? ''}
              onInput={(event) => set({ case_ref: event.currentTarget.value })}
            />
          </div>
        </div>
        <button type="submit">List them</button>
      </form>
      <Given when={problem()}>
        {(why) => (
          <div class="problem" role="alert">
            <p>{why().message}</p>
            <Show when={why().status === 401}>
              <p>
                <a href={signInTo(location.pathname + location.search)} rel="external">
                  Show who you are, and come back here
                </a>
              </p>
            </Show>
          </div>
        )}
      </Given>
      <Given when={list()}>
        {(told) => (
          <>
            <p>{listInWords(told())}</p>
            <ul class="references">
              <For each={told().references}>{(reference) => <li>{reference}</li>}</For>
            </ul>
            <button type="button" class="link" onClick={() => setList(undefined)}>
              Clear the list
            </button>
          </>
        )}
      </Given>
    </details>
  );
}
