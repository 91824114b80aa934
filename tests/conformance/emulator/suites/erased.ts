// A person is erased as the runbook says: by the function that nobody reaches but who may invoke it, and by the build after it.
import { expect, it } from 'vitest';
import type { Proof } from '../../../../etl/vault/erasure/proof.ts';
import { type Product, until } from '../product.ts';

export function erasedSuite(product: () => Product): void {
  it('erases a person with proof: gone from the figure, the lake and the vault, and in the record', async () => {
    const { invoke, episodes, ask } = product();
    const asked = { agency: 'police', local_id: 'P0', by: 'a.lead' };
    const erasing = { ...asked, do: 'erase', reason: 'held without a basis' };
    const looked = await invoke('erase', { ...erasing, dry_run: true });
    expect(looked).toMatchObject({ erasure: null, references: [{ agency: 'police' }] });
    const before = (await episodes())!;
    const { erasure } = (await invoke('erase', erasing)) as { erasure: string };
    await invoke('build');
    expect(await until(async () => ((await episodes()) === before - 1 ? before - 1 : undefined))).toBe(before - 1);

    const proof = (await invoke('erase', { erasure })) as Proof;
    expect(proof).toMatchObject({ done: true, found: { objects: 0 }, removed: [{ extract: 'police-missing' }] });
    expect(JSON.stringify([proof, looked])).not.toMatch(/"P0"|Testone/);
    const { entries } = await ask<{ entries: object[] }>('/api/audit?action=erase', 'data-protection');
    expect(entries[0]).toMatchObject({ target: expect.stringContaining(erasure), actor: { subject: 'a.lead' } });
    expect(await invoke('erase', erasing)).toEqual({
      problem: expect.stringContaining('Nothing is kept under this id'),
    });
    expect(await invoke('erase', { ...erasing, reason: 'because' })).toEqual({
      problem: expect.stringContaining('docs/runbook.md'),
    });
  });

  it('seals a person and lifts it', async () => {
    const { invoke } = product();
    const asked = { agency: 'police', local_id: 'P1', by: 'a.lead' };
    expect(await invoke('erase', { ...asked, do: 'seal' })).toEqual({
      sealed: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    await invoke('build');
    const lifted = await invoke('erase', { ...asked, do: 'unseal', reason: 'sealed by mistake' });
    expect(lifted).toEqual({ lifted: [expect.any(String)] });
    await invoke('build');
  });
}
