import { Show } from 'solid-js';
import type { Grain, KpiSummary } from '../../api/shapes.ts';
import { EVERYTHING, GRAINS, writeView } from '../../api/view.ts';
import { Choice } from '../../components/Choice.tsx';
import { Share } from '../../components/Share.tsx';
import { FilterForm } from './FilterForm.tsx';
import type { ViewState } from './view-state.ts';
import { WindowChoice } from './WindowChoice.tsx';

interface ViewControlsProps {
  kpis: readonly KpiSummary[];
  state: ViewState;
}

/** What to show: native controls, and a sentence that says what they did. */
export function ViewControls(props: ViewControlsProps) {
  const view = () => props.state.view();
  // The button goes with what was chosen, and would take the focus with it.
  const everything = (button: HTMLElement) => {
    button.closest('section')!.querySelector('summary')!.focus();
    props.state.change({ ...EVERYTHING, kpi: view().kpi });
  };
  return (
    <section class="controls" aria-label="What to show">
      <div class="controls-row">
        <Show when={props.kpis.length > 1}>
          <Choice
            label="KPI"
            value={view().kpi ?? ''}
            onChange={(kpi) => props.state.change({ kpi: kpi || undefined })}
          >
            {[{ id: '', title: `All ${props.kpis.length} KPIs` }, ...props.kpis]}
          </Choice>
        </Show>
        <Choice label="Period" value={view().grain} onChange={(grain) => props.state.change({ grain: grain as Grain })}>
          {GRAINS}
        </Choice>
        <Choice label="Split by" value={view().by ?? ''} onChange={(by) => props.state.change({ by: by || undefined })}>
          {[{ id: '', title: 'No split' }, ...props.state.splits()]}
        </Choice>
        <WindowChoice state={props.state} />
      </div>
      <FilterForm
        splits={props.state.splits()}
        where={view().where}
        onApply={(where) => props.state.change({ where })}
      />
      <p class="showing">
        {props.state.words()}{' '}
        <Show when={writeView({ ...view(), kpi: undefined })}>
          <button type="button" class="link" onClick={(event) => everything(event.currentTarget)}>
            Clear<span class="visually-hidden">: show everything</span>
          </button>
        </Show>
      </p>
      <Show when={view().ignored.length > 0}>
        <p class="showing">
          This address asked for something that is not on this page, which was left out: {view().ignored.join(', ')}.
        </p>
      </Show>
      <Share />
    </section>
  );
}
