import { createSignal } from 'solid-js';

/** The two live regions of the page: `status` is seen and heard, `point` is only heard. */
export type Region = 'status' | 'point';
const [said, setSaid] = createSignal<Record<Region, string>>({ status: '', point: '' });

/** Says something politely, once. */
export const announce = (region: Region, text: string) => setSaid((before) => ({ ...before, [region]: text }));
export const announced = (region: Region) => said()[region];
