import { For } from 'solid-js';
import type { Kpi } from '../../api/shapes.ts';
import type { View } from '../../api/view.ts';
import { capital } from '../../words/letters.ts';

interface FilterFormProps {
  splits: readonly Kpi['splits'][number][];
  where: View['where'];
  onApply(where: View['where']): void;
}

/** Checkboxes for each split. Nothing moves until Apply is pressed. */
export function FilterForm(props: FilterFormProps) {
  const apply = (event: SubmitEvent) => {
    event.preventDefault();
    const ticked = new FormData(event.currentTarget as HTMLFormElement);
    const where: View['where'] = {};
    for (const { id } of props.splits) {
      const values = ticked.getAll(id).map(String);
      if (values.length > 0) where[id] = values;
    }
    props.onApply(where);
  };
  return (
    <details class="filter">
      <summary>Filter</summary>
      <form onSubmit={apply}>
        <div class="filter-groups">
          <For each={props.splits}>
            {(split) => (
              <fieldset>
                <legend>{split.title}</legend>
                <For each={split.values}>
                  {(value) => (
                    <label>
                      <input
                        type="checkbox"
                        name={split.id}
                        value={value}
                        checked={props.where[split.id]?.includes(value) ?? false}
                      />
                      <span>{capital(value)}</span>
                    </label>
                  )}
                </For>
              </fieldset>
            )}
          </For>
        </div>
        <button type="submit">Apply filter</button>
      </form>
    </details>
  );
}
