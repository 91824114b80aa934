import { For, Index, type JSX, Show } from 'solid-js';
import { type Marked, SmallKey, SmallMark } from './SmallMark.tsx';
import { TableRegion } from './TableRegion.tsx';
import { Given } from './Given.tsx';

/** One column of a table: its heading, and what it says of a row. */
export interface Column<Row> {
  title: JSX.Element;
  cell(row: Row, i: number): JSX.Element;
  /** Says what the row is about. */
  heads?: boolean;
  number?: boolean;
}

interface DataTableProps<Row> {
  /** Names the table and the region that it scrolls in. */
  caption: string;
  /** Names the region, where the caption is also the name of what it stands in. */
  label?: string;
  class?: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** A picture of the row's figure in a last column, for those who see it: shapes of an SVG. */
  bar?(row: Row): JSX.Element;
}

/** A row that says of itself that it holds a small number. */
const markOf = (row: unknown): Marked => (typeof row === 'object' && row !== null ? (row as Marked) : {});

/** A table of plain rows and columns, wider than the screen where it must be. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => (
  <>
    <TableRegion label={props.label ?? props.caption}>
      <table class={props.class}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" class={column.number ? 'number' : undefined}>
                  {column.title}
                </th>
              )}
            </For>
            <Show when={props.bar}>
              <td class="bar-cell" aria-hidden="true" />
            </Show>
          </tr>
        </thead>
        <tbody>
          <Index each={props.rows}>
            {(row, i) => (
              <tr>
                <For each={props.columns}>
                  {(column) =>
                    column.heads ? (
                      <th scope="row">
                        {column.cell(row(), i)}
                        <SmallMark of={markOf(row())} />
                      </th>
                    ) : (
                      <td class={column.number ? 'number' : undefined}>{column.cell(row(), i)}</td>
                    )
                  }
                </For>
                <Given when={props.bar}>
                  {(bar) => (
                    <td class="bar-cell" aria-hidden="true">
                      <svg width="100%" height="16">
                        {bar()(row())}
                      </svg>
                    </td>
                  )}
                </Given>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </TableRegion>
    <SmallKey of={props.rows.map(markOf)} />
  </>
);
