import { memoryStore } from './memory-store.ts';
import { readersSuite } from './suites/readers.ts';

readersSuite(memoryStore);
