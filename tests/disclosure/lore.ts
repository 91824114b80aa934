import type { Lore } from './attacker.ts';

/** What a careful reader of the KPIs' definitions knows. */
export const LORE: Lore = {
  same: [
    ['ppn-received', 'ppn-repeat-12m/denominator', 'ppn-triaged-next-day/denominator'],
    [
      'mace-open',
      'mace-cp-plan/denominator',
      'mace-no-plan/denominator',
      'mace-sen/denominator',
      'mace-missing-90d/denominator',
    ],
  ],
  within: [
    ['ppn-notices', 'ppn-received'],
    ['missing-children', 'missing-episodes'],
    ['mace-consultation-overdue/denominator', 'mace-open'],
  ],
  overlapping: ['children-known', 'missing-children', 'ppn-notices'],
  datedOnce: ['children-known', 'ppn-notices'],
  balance: [{ kpi: 'children-known', split: 'agency', these: ['police', 'council'], those: ['both', 'all'] }],
};
