import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ZoneBucket } from './bucket.ts';
import { KMS_ACTIONS } from '../vault-roles.ts';

interface Zone {
  bucket: ZoneBucket;
  key: IKey;
}

/** The right to read a zone's objects below some prefixes, and to list the zone. */
export const mayRead = ({ bucket, key }: Zone, ...prefixes: string[]): PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:GetObject'], resources: objects(bucket, prefixes) }),
  mayList(bucket),
  new PolicyStatement({ actions: [KMS_ACTIONS.decrypt], resources: [key.keyArn] }),
];

/** The right to write a zone's objects below some prefixes. */
export const mayWrite = ({ bucket, key }: Zone, ...prefixes: string[]): PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:PutObject'], resources: objects(bucket, prefixes) }),
  new PolicyStatement({ actions: [KMS_ACTIONS.encrypt], resources: [key.keyArn] }),
];

/** The right to remove a zone's objects; an earlier version stays until it has been recoverable for long enough. */
export const mayRemove = ({ bucket }: Zone, ...prefixes: string[]): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:DeleteObject'], resources: objects(bucket, prefixes) });

/** The right to know which objects a bucket has, and nothing of what they say. Without it S3 does not tell "none" from "not yours". */
export const mayList = (bucket: ZoneBucket): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.plainArn] });

/** The right to know when an object was written. Without the zone's key there is no reading it. */
export const mayAskWhen = (bucket: ZoneBucket, ...prefixes: string[]): PolicyStatement =>
  new PolicyStatement({ actions: ['s3:GetObject'], resources: objects(bucket, prefixes) });

const objects = (bucket: ZoneBucket, prefixes: string[]) => prefixes.map((prefix) => `${bucket.plainArn}/${prefix}*`);
