import { A } from '@solidjs/router';
import { createMemo, Index, Show } from 'solid-js';
import type { Kpi, KpiSummary, SeriesRow } from '../api/shapes.ts';
import { ranked } from '../words/ranked.ts';
import { capital } from '../words/letters.ts';
import { partOf, valueText } from '../words/numbers.ts';
import { ruleName } from '../words/rules.ts';
import { shareOf } from '../words/sentences.ts';
import { StatusMark } from './StatusMark.tsx';
import { Given } from './Given.tsx';

/** A rate of fewer than this says little: one child more or less moves it by ten points. */
const FEW = 10;

interface BarTableProps {
  caption: string;
  kpi: KpiSummary;
  split: Kpi['splits'][number];
  /** The rows of one period. */
  rows: readonly SeriesRow[];
  /** Where a value leads: a page that shows it alone, or no longer alone. */
  link?(value: string): string;
  /** The values that the page shows alone. */
  chosen?: readonly string[] | undefined;
}

/** A split at one period: a table whose bars are drawn in it, so that the picture and the figures cannot part. */
export function BarTable(props: BarTableProps) {
  const rows = createMemo(() => ranked(props.rows, props.split));
  const value = (row: SeriesRow) => row.split[props.split.id] ?? '';
  const chosen = (row: SeriesRow) => props.chosen?.includes(value(row)) ?? false;
  const top = () => Math.max(...rows().map((row) => row.value ?? 0), 0) || 1;
  const total = () => rows().reduce((sum, row) => sum + row.numerator, 0);
  // Shares are only of counts that add up: a child may be counted under two values, a rate never adds.
  const adds = () =>
    props.kpi.measure === 'count' || (props.kpi.measure === 'stock' && rows().every((row) => row.denominator === null));
  const aside = (row: SeriesRow) => (adds() ? shareOf(row.numerator, total()) : partOf(row, props.kpi));
  const asideTitle = () => (adds() ? 'Share' : props.kpi.unit === 'percent' ? 'Of' : '');
  const few = (row: SeriesRow) => row.denominator !== null && row.denominator > 0 && row.denominator < FEW;
  return (
    <div>
      <table class="bar-table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.split.title}</th>
            <th scope="col" class="number">
              {props.kpi.unit === 'percent' ? 'Rate' : ruleName(props.kpi.unit)}
            </th>
            <Show when={asideTitle()} fallback={<td />}>
              <th scope="col" class="number">
                {asideTitle()}
              </th>
            </Show>
            <td class="bar-cell" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          <Index each={rows()}>
            {(row) => (
              <tr data-chosen={chosen(row())}>
                <th scope="row">
                  <Given when={props.link} fallback={capital(value(row()))}>
                    {(link) => (
                      <A
                        class="row-link"
                        href={link()(value(row()))}
                        noScroll
                        aria-current={chosen(row()) ? 'true' : undefined}
                      >
                        <span class="visually-hidden">
                          {chosen(row()) ? 'No longer only' : 'Only'} {props.split.title.toLowerCase()}:{' '}
                        </span>
                        {capital(value(row()))}
                      </A>
                    )}
                  </Given>
                </th>
                <td class="number">{valueText(row().value, props.kpi)}</td>
                <td class="number part">
                  {aside(row())}
                  <Show when={few(row())}> (few)</Show>
                  <Show when={row().status === 'withheld'}>
                    <StatusMark status="withheld" />
                  </Show>
                </td>
                <td class="bar-cell" aria-hidden="true">
                  <svg width="100%" height="14">
                    <rect
                      class="bar"
                      data-few={few(row())}
                      height="14"
                      width={`${(100 * (row().value ?? 0)) / top()}%`}
                    />
                  </svg>
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
      <Show when={rows().some(few)}>
        <p class="note">Few: a rate of fewer than {FEW}, so that one more or less moves it by ten points or more.</p>
      </Show>
    </div>
  );
}
