/** The stage that is deployed, and the emulator's account. */
export const STAGE = 'test';
export const ACCOUNT = '000000000000';

/** The name of a function, and of a zone's bucket, as the stacks make them. */
export const functionName = (name: string) => `safeguarding-${STAGE}-${name}`;
export const bucketName = (zone: string) => `safeguarding-${STAGE}-${zone}-${ACCOUNT}`;
