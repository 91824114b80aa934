import type { Settings } from './settings.ts';

/** Who says who somebody is, and at which addresses our own pages are. An adapter a place: one machine, AWS. */
export interface Identity {
  settings: Settings;
  /** The address of our own pages, such as `https://dashboard.example`, for a request to a host; undefined when that host is none of ours. */
  origin(host: string): string | undefined;
}
