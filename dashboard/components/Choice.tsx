import { For } from 'solid-js';

interface ChoiceProps {
  label: string;
  value: string;
  onChange(value: string): void;
  children: readonly { id: string; title: string }[];
}

/** A native select with its label. */
export const Choice = (props: ChoiceProps) => (
  <label class="choice">
    <span>{props.label}</span>
    <select onChange={(event) => props.onChange(event.currentTarget.value)}>
      <For each={props.children}>
        {(option) => (
          <option value={option.id} selected={option.id === props.value}>
            {option.title}
          </option>
        )}
      </For>
    </select>
  </label>
);
