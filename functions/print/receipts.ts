import type { Reason, Receipt } from '../../etl/landing/receipt.ts';
import { roughly } from '../../etl/query/sensitive.ts';
import { textTable } from './text-table.ts';

/** Receipts as a table, and below it what is wrong with each file and what to do. */
export function receiptLines(receipts: Receipt[]): string {
  if (receipts.length === 0) return 'There was no file to land.';
  const rows = receipts.map((r) => [
    r.file,
    r.extract,
    r.period,
    r.outcome,
    r.rows,
    r.accepted,
    r.rejected,
    r.repeated,
    r.warned,
  ]);
  const table = textTable(
    ['file', 'extract', 'period', 'outcome', 'rows', 'accepted', 'rejected', 'repeated', 'warned'],
    rows,
  );
  const faults = receipts.filter((r) => r.reasons.length > 0 && r.outcome !== 'duplicate').map(faultLines);
  const withdrawn = receipts.filter((r) => r.withdrawn).map(withdrawnLine);
  const erased = receipts.filter((r) => r.erased).map(erasedLine);
  return [table, ...faults, ...withdrawn, ...erased].join('\n\n');
}

const withdrawnLine = ({ file, withdrawn }: Receipt): string =>
  `${file}: withdrawn on ${withdrawn!.at.slice(0, 10)} (${withdrawn!.reason}), and not counted. To count it after all, land it with --again.`;

const erasedLine = ({ file, erased }: Receipt): string =>
  `${file}: of the accepted rows, ${roughly(erased!)} are of people who were erased, and in no figure.`;

const faultLines = (receipt: Receipt): string =>
  [`${receipt.file}: ${receipt.outcome}`, ...receipt.reasons.map(reasonLine)].join('\n');

const VERBS = { refuse: 'refused', reject: 'rejected', warn: 'warned' };

function reasonLine({ rule, column, severity, rows, advice, example_rows: examples }: Reason): string {
  const count = rows === 0 ? '' : rows === 1 ? ' 1 row' : ` ${rows} rows`;
  const where = column === null ? '' : ` in "${column}"`;
  const which = examples.length === 0 ? '' : ` (row ${examples.join(', ')}${rows > examples.length ? ', ...' : ''})`;
  return `  ${VERBS[severity]}${count}: ${rule}${where}${which}. ${advice}`;
}
