import { Show } from 'solid-js';
import type { Grain, Kpi, KpiSummary } from '../../api/shapes.ts';
import { GRAINS, type View } from '../../api/view.ts';
import { Choice } from '../../components/Choice.tsx';
import { FilterForm } from './FilterForm.tsx';

interface ViewControlsProps {
  kpis: readonly KpiSummary[];
  splits: readonly Kpi['splits'][number][];
  view: View & { ignored: string[] };
  /** The filter in words; empty when everything is shown. */
  filter: string;
  onChange(part: Partial<View>): void;
}

/** What to show: native controls, and a sentence that says what they did. */
export function ViewControls(props: ViewControlsProps) {
  // The button goes with the filter, and would take the focus with it.
  const everything = (button: HTMLElement) => {
    button.closest('section')!.querySelector('summary')!.focus();
    props.onChange({ where: {} });
  };
  return (
    <section class="controls" aria-label="What to show">
      <div class="controls-row">
        <Show when={props.kpis.length > 1}>
          <Choice
            label="KPI"
            value={props.view.kpi ?? ''}
            onChange={(kpi) => props.onChange({ kpi: kpi || undefined })}
          >
            {[{ id: '', title: `All ${props.kpis.length} KPIs` }, ...props.kpis]}
          </Choice>
        </Show>
        <Choice label="Period" value={props.view.grain} onChange={(grain) => props.onChange({ grain: grain as Grain })}>
          {GRAINS}
        </Choice>
        <Choice label="Split by" value={props.view.by ?? ''} onChange={(by) => props.onChange({ by: by || undefined })}>
          {[{ id: '', title: 'No split' }, ...props.splits]}
        </Choice>
      </div>
      <FilterForm splits={props.splits} where={props.view.where} onApply={(where) => props.onChange({ where })} />
      <Show when={props.filter}>
        <p class="showing">
          <strong>Showing only</strong> {props.filter}.{' '}
          <button type="button" class="link" onClick={(event) => everything(event.currentTarget)}>
            Show everything
          </button>
        </p>
      </Show>
      <Show when={props.view.ignored.length > 0}>
        <p class="showing">
          This address asked for something that is not here, which was left out: {props.view.ignored.join(', ')}.
        </p>
      </Show>
    </section>
  );
}
