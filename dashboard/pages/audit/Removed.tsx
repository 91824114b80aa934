import { Show } from 'solid-js';
import { createAnswer } from '../../api/answer.ts';
import type { Retention } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { DataTable } from '../../components/DataTable.tsx';
import { dayAndTime } from '../../words/dates.ts';
import { counted } from '../../words/numbers.ts';

/** What went because it had been kept for as long as was decided. */
export function Removed() {
  const answer = createAnswer<Retention[]>(() => '/retention');
  return (
    <section>
      <h2>What was removed</h2>
      <Answered answer={answer} height={200}>
        {(reports) => (
          <Show
            when={reports().length > 0}
            fallback={<p>Nothing was removed yet: nothing has been kept long enough.</p>}
          >
            <DataTable
              caption="Removals, newest first"
              rows={reports()}
              columns={[
                { title: 'When', heads: true, cell: (report) => dayAndTime(report.at) },
                {
                  title: 'Files as sent',
                  cell: ({ raw, limits }) =>
                    `${counted(raw.went, 'file')} older than ${counted(limits.raw_days, 'day')}; ${raw.stays} stay`,
                },
                {
                  title: 'Snapshots',
                  cell: ({ snapshots, limits }) =>
                    `${counted(snapshots.went.length, 'snapshot')} older than ${counted(limits.snapshots_days, 'day')}; ${snapshots.stays} stay`,
                },
                { title: 'Waiting for a receipt', cell: ({ raw }) => raw.waiting, number: true },
              ]}
            />
          </Show>
        )}
      </Answered>
    </section>
  );
}
