import { Show } from 'solid-js';
import { createFigures } from '../../api/figures.ts';
import { funnelPath, type Shown } from '../../api/paths.ts';
import type { Funnel as Found, KpiSummary } from '../../api/shapes.ts';
import { Answered } from '../../components/Answered.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Downloads } from '../../components/Downloads.tsx';
import { periodName } from '../../words/dates.ts';
import { funnelInWords } from '../../words/funnel.ts';
import { lower } from '../../words/letters.ts';
import { valueText, whole } from '../../words/numbers.ts';

type Place = Found['places'][number];

/** Which values of a split differ from the rest: in words, and each beside the range that chance would explain. */
export function Funnel(props: { kpi: KpiSummary; by: { id: string; title: string }; view: Shown }) {
  const path = () => funnelPath(props.kpi, props.by.id, props.view);
  const answer = createFigures<Found>(path);
  const title = () => `Which differ from the rest, by ${lower(props.by.title)}?`;
  return (
    <section class="breakdown" aria-labelledby="funnel">
      <h2 id="funnel">{title()}</h2>
      <Answered answer={answer} height={320}>
        {(data) => (
          <>
            <p>{funnelInWords(data(), props.kpi)}</p>
            <Show when={data().places.length > 0}>
              <Places found={data()} kpi={props.kpi} by={props.by.title} />
              <p class="note">
                The line is what chance explains for so many, three standard deviations round the average, which is the
                upright stroke; a place differs where its dot lies outside. The fewer there are, the longer the line.
                <Show when={data().left_out.length > 0}>
                  {' '}
                  Not compared, since not known or fewer than 10: {data().left_out.join(', ')}.
                </Show>
              </p>
              <Downloads path={path()} of={title()} />
            </Show>
          </>
        )}
      </Answered>
    </section>
  );
}

function Places(props: { found: Found; kpi: KpiSummary; by: string }) {
  const range = ({ three }: Place) => ({ lower: Math.max(0, three.lower), upper: Math.min(100, three.upper) });
  const top = () => Math.max(...props.found.places.flatMap((place) => [place.value, range(place).upper]), 1);
  const at = (value: number) => `${2 + (96 * value) / top()}%`;
  const columns = (): Column<Place>[] => [
    { title: props.by, heads: true, cell: ({ label }) => label },
    { title: 'Rate', number: true, cell: ({ value }) => valueText(value, props.kpi) },
    { title: 'Of', number: true, cell: (place) => `${whole(place.numerator)} of ${whole(place.denominator)}` },
    {
      title: 'Chance explains',
      cell: (place) => `${valueText(range(place).lower, props.kpi)} to ${valueText(range(place).upper, props.kpi)}`,
    },
    { title: 'Does it differ?', cell: ({ words }) => words },
  ];
  const sorted = () => props.found.places.toSorted((a, b) => b.value - a.value);
  return (
    <DataTable
      caption={`${props.kpi.title}, ${periodName(props.found.period!)}`}
      class="funnel"
      columns={columns()}
      rows={sorted()}
      bar={(place) => (
        <>
          <line class="funnel-range" x1={at(range(place).lower)} x2={at(range(place).upper)} y1="8" y2="8" />
          <line class="funnel-average" x1={at(props.found.average!)} x2={at(props.found.average!)} y1="0" y2="16" />
          <circle class="bar" cx={at(place.value)} cy="8" r="5" />
        </>
      )}
    />
  );
}
