import { For, Match, Show, Switch } from 'solid-js';
import type { KpiSummary } from '../../api/shapes.ts';
import type { Asked } from './fields.ts';

interface FieldInputProps {
  asked: Asked;
  kpis: readonly KpiSummary[];
  value: string;
  fault: string | undefined;
  onInput(value: string): void;
}

/** One native control with its label, and what is wrong with it. */
export function FieldInput(props: FieldInputProps) {
  const shared = () => ({
    id: `field-${props.asked.field}`,
    'aria-invalid': props.fault ? ('true' as const) : undefined,
    'aria-describedby': props.fault ? `fault-${props.asked.field}` : undefined,
    'aria-required': props.asked.optional ? undefined : ('true' as const),
  });
  return (
    <div class="field">
      <label for={`field-${props.asked.field}`}>
        {props.asked.label}
        {props.asked.type === 'date' ? ', such as 31/10/2026' : ''}
      </label>
      <Show when={props.fault}>
        <p class="field-fault" id={`fault-${props.asked.field}`}>
          {props.fault}
        </p>
      </Show>
      <Switch>
        <Match when={props.asked.type === 'kpi'}>
          <select {...shared()} onChange={(event) => props.onInput(event.currentTarget.value)}>
            <option value="" selected={props.value === ''}>
              {props.asked.optional ? 'All KPIs' : 'Choose a KPI'}
            </option>
            <For each={props.kpis}>
              {(kpi) => (
                <option value={kpi.id} selected={kpi.id === props.value}>
                  {kpi.title}
                </option>
              )}
            </For>
          </select>
        </Match>
        <Match when={props.asked.type === 'long'}>
          <textarea
            {...shared()}
            rows="3"
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        </Match>
        <Match when={props.asked.type === 'date' || props.asked.type === 'text' || props.asked.type === 'number'}>
          <input
            {...shared()}
            type="text"
            inputmode={props.asked.type === 'number' ? 'decimal' : undefined}
            autocomplete="off"
            value={props.value}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
        </Match>
      </Switch>
    </div>
  );
}
