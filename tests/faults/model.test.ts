import { memoryStore } from './memory-store.ts';
import { modelSuite } from './suites/model.ts';

modelSuite(memoryStore);
