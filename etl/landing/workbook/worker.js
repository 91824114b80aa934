// Runs in a thread of its own, where TypeScript has to be made known first.
import { register } from 'tsx/esm/api';

register();
await import('./serve.ts');
