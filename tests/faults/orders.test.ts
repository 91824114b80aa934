import { memoryStore } from './memory-store.ts';
import { ordersSuite } from './suites/orders.ts';

ordersSuite(memoryStore);
