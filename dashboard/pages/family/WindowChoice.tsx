import { Show } from 'solid-js';
import { defaultLast, LASTS, type Last, monthsBetween } from '../../api/window.ts';
import { Choice } from '../../components/Choice.tsx';
import { monthName } from '../../words/dates.ts';
import type { ViewState } from './view-state.ts';

const CHOSEN = { id: 'chosen', title: 'From one month to another' };

/** Which months are shown: the latest, or from one to another. */
export function WindowChoice(props: { state: ViewState }) {
  const view = () => props.state.view();
  const chosen = () => view().window.from !== undefined || view().window.to !== undefined;
  const change = (id: string) => {
    if (id === CHOSEN.id) return props.state.change({ window: edges() });
    const last = id as Last;
    props.state.change({ window: { last: last === defaultLast(view().grain) ? undefined : last } });
  };
  const edges = () => {
    const covered = props.state.covered();
    return { from: view().from ?? covered?.from, to: view().to ?? covered?.to };
  };
  const months = (side: 'from' | 'to') => {
    const covered = props.state.covered();
    const { from, to } = edges();
    const offered = covered ? monthsBetween(covered) : [];
    const fit = offered.filter((month) => (side === 'from' ? month <= to! : month >= from!));
    return fit.map((month) => ({ id: month, title: monthName(`${month}-01`) }));
  };
  return (
    <fieldset class="window">
      <legend class="visually-hidden">Months to show</legend>
      <Choice
        label="Months"
        value={chosen() ? CHOSEN.id : (view().window.last ?? defaultLast(view().grain))}
        onChange={change}
      >
        {[...LASTS, CHOSEN]}
      </Choice>
      <Show when={chosen()}>
        <Choice
          label="From"
          value={edges().from ?? ''}
          onChange={(from) => props.state.change({ window: { ...edges(), from } })}
        >
          {months('from')}
        </Choice>
        <Choice
          label="To"
          value={edges().to ?? ''}
          onChange={(to) => props.state.change({ window: { ...edges(), to } })}
        >
          {months('to')}
        </Choice>
      </Show>
    </fieldset>
  );
}
