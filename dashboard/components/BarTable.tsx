import { createMemo, Index, Show } from 'solid-js';
import type { Kpi, KpiSummary, SplitTrend } from '../api/shapes.ts';
import { capital } from '../words/letters.ts';
import { partOf, valueText } from '../words/numbers.ts';
import { adds, asideTitle, asOf, isFew, FEW, ranked, type SplitRow, yearBeforeTitle } from '../words/ranked.ts';
import { ruleName } from '../words/rules.ts';
import { changeOnYear, shareOf } from '../words/sentences.ts';
import { senseOf, sinceInWords } from '../words/signal.ts';
import { Given } from './Given.tsx';
import { SenseShape } from './SignalMark.tsx';
import { SmallKey, SmallMark } from './SmallMark.tsx';
import { StatusMark } from './StatusMark.tsx';
import { TableRegion } from './TableRegion.tsx';

interface BarTableProps {
  caption: string;
  kpi: KpiSummary;
  split: Kpi['splits'][number];
  trends: readonly SplitTrend[];
  /** The period that is shown. */
  period: string;
  /** Where a value leads: a page that shows it alone, or no longer alone. */
  link?: ((value: string) => string) | undefined;
  /** The values that the page shows alone. */
  chosen?: readonly string[] | undefined;
}

/** A split at one period with its change on the year before: a table whose bars are drawn in it, so that picture and figures cannot part. */
export function BarTable(props: BarTableProps) {
  const rows = createMemo(() => ranked(asOf(props.trends, props.period), props.split));
  const chosen = (value: string) => props.chosen?.includes(value) ?? false;
  const top = () => Math.max(...rows().map(({ point }) => point.value ?? 0), 0) || 1;
  const total = () => rows().reduce((sum, { point }) => sum + point.numerator, 0);
  const aside = ({ point }: SplitRow) =>
    adds(props.kpi) ? shareOf(point.numerator, total()) : partOf(point, props.kpi);
  return (
    <div>
      <TableRegion label={props.caption}>
        <table class="bar-table">
          <caption>{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{props.split.title}</th>
              <th scope="col" class="number">
                {props.kpi.unit === 'percent' ? 'Rate' : ruleName(props.kpi.unit)}
              </th>
              <Given when={asideTitle(props.kpi)}>
                {(title) => (
                  <th scope="col" class="number">
                    {title()}
                  </th>
                )}
              </Given>
              <th scope="col" class="number">
                {yearBeforeTitle(rows())}
              </th>
              <td class="bar-cell" aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            <Index each={rows()}>
              {(row) => (
                <tr data-chosen={chosen(row().value)}>
                  <th scope="row">
                    <Given when={props.link} fallback={capital(row().value)}>
                      {(link) => (
                        <a
                          class="row-link"
                          href={link()(row().value)}
                          noScroll
                          aria-current={chosen(row().value) ? 'true' : undefined}
                        >
                          <span class="visually-hidden">
                            {chosen(row().value) ? 'No longer only' : 'Only'} {props.split.title.toLowerCase()}:{' '}
                          </span>
                          {capital(row().value)}
                        </a>
                      )}
                    </Given>
                    <Given when={sinceInWords(row().trend)}>
                      {(since) => (
                        <span class="row-signal">
                          <SenseShape sense={senseOf(row().trend.signal)} /> {since()}
                        </span>
                      )}
                    </Given>
                  </th>
                  <td class="number">
                    {valueText(row().point.value, props.kpi)}
                    <SmallMark of={row().point} />
                  </td>
                  <Show when={asideTitle(props.kpi)}>
                    <td class="number part">
                      {aside(row())}
                      <Show when={isFew(row().point)}> (few)</Show>
                      <Show when={row().point.status === 'withheld'}>
                        <StatusMark status="withheld" />
                      </Show>
                    </td>
                  </Show>
                  <td class="number">{changeOnYear(row().point, row().point.year_before, props.kpi)}</td>
                  <td class="bar-cell" aria-hidden="true">
                    <svg width="100%" height="14">
                      <rect
                        class="bar"
                        data-few={isFew(row().point)}
                        height="14"
                        width={`${(100 * (row().point.value ?? 0)) / top()}%`}
                      />
                    </svg>
                  </td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableRegion>
      <SmallKey of={rows().map(({ point }) => point)} />
      <Show when={rows().some(({ point }) => isFew(point))}>
        <p class="note">Few: a rate of fewer than {FEW}, so that one more or less moves it by ten points or more.</p>
      </Show>
      <Show when={props.kpi.counted_once}>
        <p class="note">One may count under several values, so the values need not add up to the whole.</p>
      </Show>
    </div>
  );
}
