import { memoryStore } from './memory-store.ts';
import { reconcileSuite } from './suites/reconcile.ts';

reconcileSuite(memoryStore);
