// Files in, snapshot out. This is the map: what a partnership is made of, and the one place where adapters are chosen.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Contract, readContracts } from './contract.ts';
import { duckdb } from './engines/duckdb.ts';
import type { Engine } from './engines/engine.ts';
import { bySize, inSession, type LakeEngine } from './engines/lake.ts';
import { SafeguardingError } from './errors.ts';
import { folderStore } from './storage/folder.ts';
import { type Scratch, scratchIn } from './storage/scratch.ts';
import type { Store } from './storage/store.ts';
import { type Mac, vaultMac } from './vault/mac.ts';
import { parseYaml } from './yaml.ts';

const config = z.strictObject({
  name: z.string(),
  place: z.string(),
  agencies: z.record(z.string(), z.string()),
  priorities: z.array(z.strictObject({ id: z.string(), title: z.string(), question: z.string() })),
  towns: z.record(z.string(), z.record(z.string(), z.array(z.number().int().min(0).max(9)))),
  /** KPIs that have a sheet in every board pack. */
  board_pack: z.array(z.string()).default([]),
  /** Whom to tell of what somebody cannot use, and how soon they answer. */
  accessibility: z.strictObject({ contact: z.string(), answers_within: z.string() }).nullable().default(null),
  /** Who says who somebody is; what it holds is the matter of the API, which alone signs people in. */
  sign_in: z.record(z.string(), z.unknown()).nullable().default(null),
  /** What runs the queries of models and KPIs. `auto`: DuckDB, and Athena for large ones where it is there. */
  engine: z.enum(['duckdb', 'athena', 'auto']).default('auto'),
  age_bands: z.array(z.strictObject({ title: z.string(), below: z.number().int().optional() })).min(1),
  /** How long things are kept: see docs/decisions/022-retention-and-backup.md. */
  retention: z.strictObject({
    /** Files as agencies sent them, once they have a receipt. */
    raw_days: z.number().int().min(1),
    /** Snapshots other than the current one, with what only they hold. */
    snapshots_days: z.number().int().min(1),
    /** The record of who saw what. Nothing here removes it: it is the lock of its bucket. */
    audit_years: z.number().int().min(1),
  }),
});
export type PartnershipConfig = z.infer<typeof config>;

export interface Clock {
  now(): Date;
}

/** The folders in which analysts work. */
export interface House {
  contracts: string;
  models: string;
  kpis: string;
}

export interface Partnership {
  readonly data: string;
  readonly house: House;
  readonly config: PartnershipConfig;
  /** Changes when towns or age bands change: files are then checked anew. */
  readonly configFingerprint: string;
  readonly contracts: readonly Contract[];
  /** True when the children are invented by the demo. */
  readonly synthetic: boolean;
  readonly store: Store;
  readonly engine: Engine;
  /** What runs the queries of models and KPIs. */
  readonly lake: LakeEngine;
  readonly mac: Mac;
  readonly scratch: Scratch;
  readonly clock: Clock;
  close(): void;
}

/** Marks a data folder as the demo partnership's. */
export const DEMO_MARK = 'demo.json';
const HOME = fileURLToPath(new URL('..', import.meta.url));

/** What partnership.yaml of a folder says. @throws SafeguardingError naming file, line and place of each fault */
export const readConfig = (home = HOME): PartnershipConfig =>
  parseYaml(readFileSync(join(home, 'partnership.yaml'), 'utf8'), 'partnership.yaml', config);

/**
 * Opens a data folder as a partnership.
 * @param options.home the folder that holds partnership.yaml and etl/; the product's own unless told
 * @param options.store where bytes rest; the data folder unless told
 * @param options.engine what runs SQL; DuckDB in this process unless told
 * @param options.mac what gives the keys of references; a root in the vault unless told
 * @param options.athena what runs large queries, where there is such a thing
 * @throws SafeguardingError when partnership.yaml or a contract is wrong
 */
export async function openPartnership(options: {
  data: string;
  home?: string;
  clock?: Clock;
  store?: Store;
  engine?: Engine;
  mac?: Mac;
  athena?: LakeEngine;
}): Promise<Partnership> {
  const home = options.home ?? HOME;
  const house = {
    contracts: join(home, 'etl/contracts'),
    models: join(home, 'etl/models'),
    kpis: join(home, 'etl/kpis'),
  };
  const parsed = readConfig(home);
  const contracts = readContracts(house.contracts);
  for (const { id, agency } of contracts)
    if (!Object.hasOwn(parsed.agencies, agency))
      throw new SafeguardingError(
        'usage',
        `contracts/${id}.odcs.yaml: there is no agency "${agency}" in partnership.yaml. Expected one of: ${Object.keys(parsed.agencies).join(', ')}. A new agency is a new line there.`,
      );
  const store = options.store ?? folderStore(options.data);
  const restricted = join(options.data, 'landing', 'scratch');
  const scratch = await scratchIn(restricted);
  const engine = options.engine ?? (await duckdb(join(restricted, `spill-${randomUUID()}`)));
  return {
    data: options.data,
    house,
    config: parsed,
    configFingerprint: createHash('sha256')
      .update(JSON.stringify([parsed.towns, parsed.age_bands]))
      .digest('hex')
      .slice(0, 16),
    contracts,
    synthetic: existsSync(join(options.data, DEMO_MARK)),
    store,
    engine,
    mac: options.mac ?? (await vaultMac(store)),
    lake: lakeEngine(parsed.engine, inSession(store), options.athena),
    scratch,
    clock: options.clock ?? { now: () => new Date() },
    close: () => engine.close(),
  };
}

/** Who never runs such queries needs no Athena, whatever partnership.yaml says. */
const absent: LakeEngine = () => {
  throw new SafeguardingError(
    'usage',
    'partnership.yaml says "engine: athena", which is only there in AWS. With "engine: auto" DuckDB runs everything here.',
  );
};

function lakeEngine(
  choice: PartnershipConfig['engine'],
  small: LakeEngine,
  athena: LakeEngine | undefined,
): LakeEngine {
  if (choice === 'athena') return athena ?? absent;
  return choice === 'duckdb' || !athena ? small : bySize(small, athena);
}
