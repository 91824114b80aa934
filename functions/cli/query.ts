import { type Command, InvalidArgumentError, Option } from 'commander';
import { GRAINS } from '../../etl/periods.ts';
import type { SeriesRequest } from '../../etl/query/request.ts';
import { csv } from '../print/csv.ts';
import { noFigures } from '../print/no-figures.ts';
import { seriesCells, seriesHeader } from '../print/series.ts';
import { textTable } from '../print/text-table.ts';
import { type Common, verb, whole } from './verb.ts';
import { withExisting } from './with-partnership.ts';

type Where = Record<string, string[]>;
interface Options extends Common, Pick<SeriesRequest, 'grain' | 'from' | 'to'> {
  by: string[];
  where: Where;
  asAt?: number;
  format: 'table' | 'csv' | 'json';
}

export const query = (program: Command) =>
  verb(program, 'query', 'what the API would answer for a KPI')
    .argument('<kpi>', "the KPI's id")
    .addOption(new Option('--grain <grain>', 'the length of a period').choices(GRAINS).default('month'))
    .option('--by <split,...>', 'a row for each value of these splits', (text) => text.split(','), [])
    .option('--where <split=value>', 'only these facts; may be repeated', addWhere, {})
    .option('--from <date>', 'the first date or period')
    .option('--to <date>', 'the last date or period')
    .option('--as-at <snapshot>', 'answer from this snapshot', whole(1))
    .addOption(new Option('--format <format>', 'how to print it').choices(['table', 'csv', 'json']).default('table'))
    .action(run);

function addWhere(text: string, before: Where): Where {
  const [, split, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (!split || !value) throw new InvalidArgumentError('Expected SPLIT=VALUE, such as town=Hanley.');
  const values = Object.hasOwn(before, split) ? before[split]! : [];
  return { ...before, [split]: [...values, value] };
}

async function run(kpi: string, { data, json, format, asAt, grain, by, where, from, to }: Options): Promise<void> {
  const [{ series }, { kpiOf }, { pinnedSnapshot }] = await Promise.all([
    import('../../etl/query/series.ts'),
    import('../../etl/query/request.ts'),
    import('../pinned.ts'),
  ]);
  await withExisting(data, async (p) => {
    const snapshot = await pinnedSnapshot(p, asAt);
    const rows = await series(p, snapshot, { kpi, grain, by, where, from, to });
    const table = kpiOf(snapshot, kpi);
    if (rows.length === 0) console.error(noFigures(snapshot, table, by));
    if (json || format === 'json')
      return console.log(JSON.stringify({ kpi, snapshot: snapshot.number, grain, by, where, rows }));
    const cells = seriesCells(table.header, by, rows);
    console.log(format === 'csv' ? csv([seriesHeader(by), ...cells]).trimEnd() : textTable(seriesHeader(by), cells));
  });
}
