// Retention as it is scheduled: the function runs as it was deployed, over buckets with the locks of their templates.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { readConfig } from '../../../../etl/partnership.ts';
import type { Retention } from '../../../../etl/retention/retain.ts';
import { bucketName } from '../names.ts';
import type { Product } from '../product.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const at = (Key: string) => ({ Bucket: bucketName(Key.split('/')[0]!), Key });
const keyOf = (line: string) => line.split(' ')[0]!;

/** @param sent the id of the upload of the first file, which later ones have corrected */
export function retainedSuite(product: () => Product, sent: () => string): void {
  const { retention: limits } = readConfig();
  let content: string;

  const readJson = async <T>(key: string): Promise<T> => {
    const { Body } = await product().s3.send(new GetObjectCommand(at(key)));
    return JSON.parse(await Body!.transformToString()) as T;
  };

  /** Makes what was written today look older. The emulator lets us write where AWS refuses to write twice. */
  const age = async (key: string, by: object) => {
    const Body = JSON.stringify({ ...(await readJson<object>(key)), ...by });
    await product().s3.send(new PutObjectCommand({ ...at(key), Body, ChecksumAlgorithm: 'SHA256' }));
  };

  it('removes what was kept long enough and nothing else, once a day, and keeps a report of it', async () => {
    const { s3, held, invoke, ask, upload, episodes } = product();
    const { submission } = await upload(sent());
    const [log, landing] = ['lake/_log/00000001.json', `landing/police-missing/${submission}`];
    content = `${landing}/content`;
    await age(`lake/receipts/${submission}.json`, { received_at: daysAgo(limits.raw_days + 1) });
    await age(log, { built_at: daysAgo(limits.snapshots_days + 1) });
    // The schedule may have come by: then it did so a day ago.
    for (const key of (await held('lake')).map(keyOf).filter((one) => one.startsWith('lake/retention/')))
      await s3.send(new DeleteObjectCommand(at(key)));
    const all = () => held('landing', 'vault', 'lake');
    const [before, figure] = [await all(), await episodes()];

    expect(await invoke('retain')).toBeNull();
    const after = await all();
    expect(
      before
        .filter((line) => !after.includes(line))
        .map(keyOf)
        .sort(),
    ).toEqual([log, content, `${landing}/submission.json`].sort());
    const reports = after.filter((line) => !before.includes(line)).map(keyOf);
    expect(reports).toEqual([expect.stringMatching(/^lake\/retention\/\w+\.json$/)]);
    const files = after.filter((line) => /^landing\/police-missing\/.*\/content /.test(line)).length;
    const report = await readJson<Retention>(reports[0]!);
    expect(report).toMatchObject({ dry_run: false, limits, raw: { went: 1, stays: files, waiting: 0 } });
    expect(report.snapshots.went).toEqual([1]);
    expect(files).toBeGreaterThan(1);

    expect(await ask('/api/retention', 'data-protection')).toEqual([report]);
    const { entries } = await ask<{ entries: object[] }>('/api/audit?action=retain', 'data-protection');
    expect(entries[0]).toMatchObject({ actor: { subject: 'schedule' }, decision: 'allowed' });
    expect(await held('anchors')).not.toEqual([]);

    for (const name of ['retain', 'reconcile', 'build']) await invoke(name);
    expect(await all()).toEqual(after);
    expect(await episodes()).toBe(figure);
  });

  it('leaves what it removed under its lock, which nobody ends early: it can be brought back until then', async () => {
    const { s3, held } = product();
    const versions = async (key: string) => {
      const { Bucket, Key: Prefix } = at(key);
      const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
      return { VersionId: Versions[0]!.VersionId, removed: DeleteMarkers.length };
    };
    const entry = keyOf((await held('audit'))[0]!);
    for (const [key, mode, days, removals] of [
      [content, 'GOVERNANCE', limits.raw_days, 1],
      [entry, 'COMPLIANCE', limits.audit_years * 366, 0],
    ] as const) {
      const { VersionId, removed } = await versions(key);
      expect(removed).toBe(removals);
      const version = { ...at(key), VersionId };
      const { Retention: lock } = await s3.send(new GetObjectRetentionCommand(version));
      expect(lock!.Mode).toBe(mode);
      expect(Math.round((lock!.RetainUntilDate!.getTime() - Date.now()) / DAY_MS)).toBe(days);
      const remove = (BypassGovernanceRetention: boolean) =>
        s3.send(new DeleteObjectCommand({ ...version, BypassGovernanceRetention }));
      await expect(remove(mode === 'COMPLIANCE')).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });
}
