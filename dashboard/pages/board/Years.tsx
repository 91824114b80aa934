import type { PackMeasure } from '../../../etl/disclosure/pack/measure.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { countText, figureText } from '../../words/numbers.ts';
import { asRows } from './pack.ts';

/** Every measure by financial year, newest first, with what each figure is made of. */
export const Years = (props: { measures: readonly PackMeasure[] }) => {
  const rows = () =>
    props.measures.flatMap((measure) =>
      asRows(measure.years)
        .toReversed()
        .map((row) => ({ ...row, of: measure })),
    );
  return (
    <section class="sheet" aria-labelledby="pack-years">
      <h2 id="pack-years">Yearly figures</h2>
      <p>Of a stock, such as children open to MACE, the figure is that of the last position in the year.</p>
      <DataTable
        caption="Financial years that are complete, April to March"
        rows={rows()}
        columns={[
          { title: 'Measure', heads: true, cell: (row) => row.of.title },
          { title: 'Year', cell: (row) => row.period },
          {
            title: 'Numerator',
            number: true,
            cell: (row) => (row.denominator === null ? '' : countText(row.numerator)),
          },
          { title: 'Denominator', number: true, cell: (row) => countText(row.denominator) },
          { title: 'Value', number: true, cell: (row) => figureText(row, row.of) },
        ]}
      />
    </section>
  );
};
