/** Every zone of a store that is backed up. Sessions (`web/`) are not: nobody is to be signed in by a restore. */
export const ZONES = ['landing/', 'vault/', 'lake/', 'audit/', 'anchors/'];

/** What names other objects. It is read before them, so that all that it names is there when it is copied, and written after them. */
const NAMING = ['lake/_log/', 'lake/receipts/', 'lake/withdrawals/', 'anchors/'];

/** Whether a key is of those. */
export const isNaming = (key: string): boolean => NAMING.some((prefix) => key.startsWith(prefix));
