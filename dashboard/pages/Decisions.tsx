import { createMemo, createSignal, For } from 'solid-js';
import { createAnswer } from '../api/answer.ts';
import type { KpiSummary, Listed } from '../api/shapes.ts';
import { may } from '../api/session.ts';
import { announce } from '../components/announce.ts';
import { Answered } from '../components/Answered.tsx';
import { Page } from '../components/Page.tsx';
import { DecisionForm } from './decisions/DecisionForm.tsx';
import { KINDS } from './decisions/fields.ts';
import { KindTable } from './decisions/KindTable.tsx';
import { Given } from '../components/Given.tsx';

/** What people decide and note: targets, meetings, events, comments, actions, and where limits begin anew. Nothing is ever overwritten. */
export default function Decisions() {
  const listed = createAnswer<Listed[]>(() => '/decisions');
  const kpis = createAnswer<KpiSummary[]>(() => '/kpis');
  const [corrected, setCorrected] = createSignal<Listed>();
  const byId = createMemo(() => new Map(kpis.data()?.map((kpi) => [kpi.id, kpi])));
  let form!: HTMLDivElement;
  // The button that was pressed goes, or is another form's by then.
  const begin = (row: Listed | undefined) => {
    setCorrected(row);
    form.querySelector('h2')!.focus();
  };
  const kept = (row: { number: number }) => {
    announce('status', `Kept as row ${row.number}.`);
    begin(undefined);
    listed.retry();
  };
  return (
    <Page
      title="Targets, meetings and notes"
      lead="What the partnership has decided about its figures. A correction is a new row: what stood there before stays below it."
    >
      <Answered answer={listed} height={480}>
        {(rows) => (
          <For each={KINDS}>{(kind) => <KindTable kind={kind} listed={rows()} kpis={byId()} onCorrect={begin} />}</For>
        )}
      </Answered>
      <div ref={form}>
        <Given when={may('POST /api/decisions') && kpis.data()}>
          {(all) => (
            <DecisionForm kpis={all()} corrected={corrected()} onKept={kept} onLeave={() => begin(undefined)} />
          )}
        </Given>
      </div>
    </Page>
  );
}
