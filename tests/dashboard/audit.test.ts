import { expect, it } from 'vitest';
import { targetText } from '../../dashboard/words/audit.ts';

it.each([
  [
    '/api/kpis/visits/series?by=town&grain=month of snapshot 2',
    'kpis/visits/series, by town, grain month of snapshot 2',
  ],
  ['/api/kpis/visits/trend?where.town=Stoke+Town of snapshot 12', 'kpis/visits/trend, town Stoke Town of snapshot 12'],
  ['GET /api/kpis/:id', 'kpis/:id'],
  ['a target of visits in place of row 3', 'a target of visits in place of row 3'],
  ['https://idp.example', 'https://idp.example'],
])('tells of what "%s" is without what only programs need', (target, told) => expect(targetText(target)).toBe(told));
