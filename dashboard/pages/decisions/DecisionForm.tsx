import { createEffect, createSignal, For, on, Show } from 'solid-js';
import { post } from '../../api/client.ts';
import type { KpiSummary, Listed } from '../../api/shapes.ts';
import { Choice } from '../../components/Choice.tsx';
import { type Fault, missing, refused, toEntry, type Values, valuesOf } from './entry.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FieldInput } from './FieldInput.tsx';
import { BY, type Kind, KINDS, kindOf, WHY } from './fields.ts';

interface DecisionFormProps {
  kpis: readonly KpiSummary[];
  /** The row that is being corrected; undefined to enter a new one. */
  corrected: Listed | undefined;
  onKept(row: { number: number }): void;
  onLeave(): void;
}

/** Enters a decision, corrects one or withdraws it. What was typed stays until it is kept. */
export function DecisionForm(props: DecisionFormProps) {
  const [kind, setKind] = createSignal<Kind>('target');
  const [values, setValues] = createSignal<Values>({});
  const [faults, setFaults] = createSignal<Fault[]>([]);
  const [busy, setBusy] = createSignal(false);
  createEffect(
    on(
      () => props.corrected,
      (row) => {
        setFaults([]);
        setValues((before) => ({ by: before.by ?? '', ...(row?.decision ? valuesOf(row.decision) : {}) }));
        if (row?.decision) setKind(row.decision.kind);
      },
      { defer: true },
    ),
  );
  const corrects = () => props.corrected !== undefined;
  const asked = () => [...kindOf(kind()).fields, ...(corrects() ? [WHY] : []), BY];
  const faultOf = (field: string) => faults().find((fault) => fault.field === field)?.message;

  const send = async (entry: object) => {
    setBusy(true);
    try {
      props.onKept(JSON.parse(await post('/decisions', entry)) as { number: number });
      setValues(({ by }) => ({ by: by ?? '' }));
      setFaults([]);
    } catch (problem) {
      setFaults(refused((problem as Error).message));
    }
    setBusy(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = missing(kind(), values(), corrects());
    setFaults(found);
    if (found.length === 0) void send(toEntry(kind(), values(), props.corrected?.number ?? null));
  };
  const withdraw = () => {
    const found = missing(kind(), values(), true).filter(({ field }) => field === 'why' || field === 'by');
    setFaults(found);
    if (found.length === 0) void send({ ...toEntry(kind(), values(), props.corrected!.number), decision: null });
  };

  return (
    <section class="decision-form" aria-labelledby="enter">
      <h2 id="enter" tabindex="-1">
        {props.corrected ? `Correct row ${props.corrected.number}` : 'Enter a decision or a note'}
      </h2>
      <p>
        No name of a child, no date of birth and no number of theirs belongs here. Such numbers and dates are refused;
        names cannot be told from other words, so look again before you keep it.
      </p>
      <ErrorSummary faults={faults()} />
      <form onSubmit={submit} novalidate>
        <Show when={!corrects()}>
          <Choice label="What it is" value={kind()} onChange={(id) => setKind(id as Kind)}>
            {KINDS}
          </Choice>
        </Show>
        <For each={asked()}>
          {(field) => (
            <FieldInput
              asked={field}
              kpis={props.kpis}
              value={values()[field.field] ?? ''}
              fault={faultOf(field.field)}
              onInput={(value) => setValues((before) => ({ ...before, [field.field]: value }))}
            />
          )}
        </For>
        <p class="buttons">
          <button type="submit" disabled={busy()}>
            {corrects() ? 'Keep the correction' : 'Keep it'}
          </button>{' '}
          <Show when={corrects()}>
            <button type="button" disabled={busy()} onClick={withdraw}>
              Withdraw the row
            </button>{' '}
            <button type="button" class="link" onClick={() => props.onLeave()}>
              Leave it as it is
            </button>
          </Show>
        </p>
      </form>
    </section>
  );
}
