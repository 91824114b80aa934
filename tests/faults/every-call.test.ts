import { memoryStore } from './memory-store.ts';
import { everyCallSuite } from './suites/every-call.ts';

everyCallSuite(memoryStore);
