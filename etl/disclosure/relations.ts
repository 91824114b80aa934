import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { countedOnce } from '../build/cells.ts';
import { parseYaml } from '../yaml.ts';
import type { Placed } from './cells.ts';
import type { Model, Relation } from './model.ts';
import { periodsOf } from './nested.ts';
import type { Policy } from './policy.ts';

const relations = z.strictObject({
  same: z.array(z.array(z.string()).min(2)),
  within: z.array(z.tuple([z.string(), z.string()])),
  parts: z.array(z.strictObject({ whole: z.string(), parts: z.array(z.string()).min(1) })),
  dated_once: z.array(z.string()),
  apart: z.record(z.string(), z.string()),
  redefined: z.record(z.string(), z.strictObject({ after: z.number().int(), why: z.string() })),
  balance: z.array(
    z.strictObject({ kpi: z.string(), split: z.string(), these: z.array(z.string()), those: z.array(z.string()) }),
  ),
});
export type Relations = z.infer<typeof relations>;

/** What definitions imply between figures. @throws SafeguardingError when the file is wrong */
export const readRelations = (): Relations =>
  parseYaml(readFileSync(new URL('./relations.yaml', import.meta.url), 'utf8'), 'disclosure/relations.yaml', relations);

/**
 * The counts of a release, and beside them what is left of each whole without its parts: nobody shows it, everybody who has both can subtract.
 * It is guarded like any count.
 */
export function withRests(cells: ReadonlyMap<string, Placed>, { parts }: Relations, { withhold }: Policy) {
  const all = new Map(cells);
  for (const line of parts)
    for (const whole of [...cells.values()].filter(({ of }) => of === line.whole)) {
      const own = partsOf(line, whole, cells);
      const value = whole.value - own.reduce((sum, part) => sum + part.value, 0);
      if (own.length < line.parts.length || value <= 0) continue;
      const [id, of] = [restOf(line, whole.id), restOf(line, whole.of)];
      const sensitive = value >= withhold.from && value <= withhold.to;
      all.set(id, { ...whole, id, of, value, shown: false, least: 0, sensitive });
    }
  return all;
}

type Parts = Relations['parts'][number];
const restOf = ({ whole, parts }: Parts, id: string) => id.replace(whole, `${whole} less ${parts.join(', ')}`);
const partsOf = (line: Parts, { id }: Placed, cells: ReadonlyMap<string, Placed>) =>
  line.parts.flatMap((part) => cells.get(id.replace(line.whole, part)) ?? []);

/** The counts of a release with everything that holds between them: shares, periods, splits, and what definitions imply. */
export function modelOf(cells: ReadonlyMap<string, Placed>, known: Relations): Model {
  const all = [...cells.values()];
  const place = new Map(all.map((cell, i) => [cell.id, i]));
  const found: Relation[] = [];
  const sum = (parts: Placed[], whole: Placed[], least: number | null, most: number | null) =>
    found.push({ terms: [...terms(parts, 1), ...terms(whole, -1)], least, most });
  const terms = (group: Placed[], times: number) =>
    group.map((cell) => [place.get(cell.id)!, times] as [number, number]);
  /** Parts that overlap are each within the whole, and together not less. */
  const divides = (parts: Placed[], whole: Placed, complete: boolean, overlap: boolean) => {
    if (overlap) for (const part of parts) sum([part], [whole], null, 0);
    if (complete) sum(parts, [whole], 0, overlap ? null : 0);
    else if (!overlap) sum(parts, [whole], null, 0);
  };

  for (const rest of all.filter((c) => c.of.endsWith('/rest'))) {
    const other = (part: string) => cells.get(rest.id.replace('/rest', part))!;
    sum([rest, other('/numerator')], [other('/denominator')], 0, 0);
  }
  for (const [whole, parts] of splitsOf(all, cells)) {
    const all = parts.find((c) => whole.header.unsplit[splitOf(c)] === valueOf(c));
    if (all) sum([all], [whole], 0, 0);
    else divides(parts, whole, true, countedOnce(whole.header) !== undefined);
  }
  for (const [whole, parts, complete] of periodsOf(all))
    divides(parts, whole, complete, countedOnce(whole.header) !== undefined && !known.dated_once.includes(whole.of));
  for (const [first, ...others] of known.same)
    for (const [a, b] of pairs([first!, ...others], cells)) if (a.value === b.value) sum([a], [b], 0, 0);
  for (const line of known.parts)
    for (const whole of all.filter(({ of }) => of === line.whole)) {
      const own = [...partsOf(line, whole, cells), ...[cells.get(restOf(line, whole.id)) ?? []].flat()];
      if (own.reduce((all, part) => all + part.value, 0) === whole.value) sum(own, [whole], 0, 0);
    }
  for (const pair of known.within) for (const [a, b] of pairs(pair, cells)) sum([a], [b], null, 0);
  for (const { kpi, split, these, those } of known.balance)
    for (const whole of all.filter((c) => c.of === kpi && c.split === '')) {
      const values = (names: string[]) => names.flatMap((name) => cells.get(`${whole.id}${split}=${name}`) ?? []);
      if (values([...these, ...those]).length === these.length + those.length) sum(values(these), values(those), 0, 0);
    }
  return {
    cells: all.map(({ id, value, shown, least, sensitive }) => ({ id, value, shown, least, sensitive })),
    relations: found,
  };
}

const splitOf = ({ split }: Placed) => split.slice(0, split.indexOf('='));
const valueOf = ({ split }: Placed) => split.slice(split.indexOf('=') + 1);

/** Each count with its parts by one split. */
function splitsOf(all: Placed[], cells: ReadonlyMap<string, Placed>): [Placed, Placed[]][] {
  const groups = new Map<string, Placed[]>();
  for (const cell of all.filter((c) => c.split !== '' && !c.of.endsWith('/rest'))) {
    const key = [cell.of, cell.row.at, splitOf(cell)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].map((parts) => [cells.get(`${parts[0]!.of}|${parts[0]!.row.at}|`)!, parts]);
}

/** Every two counts of a list that are over the same months and the same part of a split. */
const pairs = (list: string[], cells: ReadonlyMap<string, Placed>): [Placed, Placed][] =>
  [...cells.values()].flatMap((a) => {
    const at = list.indexOf(a.of);
    if (at < 0) return [];
    return list.slice(at + 1).flatMap((other) => {
      const b = cells.get(a.id.replace(a.of, other));
      return b ? [[a, b] as [Placed, Placed]] : [];
    });
  });
