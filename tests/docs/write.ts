// Writes the list of ASVS items into docs/security.md, from docs/asvs.json.
import { writeFileSync } from 'node:fs';
import { withSection } from './asvs.ts';
import { read } from './claims.ts';

writeFileSync(new URL('../../docs/security.md', import.meta.url), withSection(read('docs/security.md')));
