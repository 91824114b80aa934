// The lake: pseudonymised tables, snapshots, and Athena over them.
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase } from 'aws-cdk-lib/aws-glue';
import type { Construct } from 'constructs';
import { AccessLogs, ZoneBucket } from '../parts/bucket.ts';
import { ZoneKey } from '../parts/key.ts';
import { roleArn } from '../parts/names.ts';
import { KMS_ACTIONS } from '../vault-roles.ts';
import type { Stage } from '../stage.ts';

interface LakeProps extends StackProps {
  stage: Stage;
}

const GIGABYTE = 1e9;
/** What Athena answers is read at once, and rests no longer than a day. */
const ATHENA_RESULTS = 'lake/athena/';
const LAKE = {
  encrypt: ['land', 'build', 'retain', 'api'],
  decrypt: ['land', 'build', 'retain', 'api', 'lists', 'review', 'erase'],
};
const RECOVERABLE_DAYS = 35;

export class LakeStack extends Stack {
  readonly lake: { bucket: ZoneBucket; key: ZoneKey };
  /** Where Athena writes what it answers: the lake's key, a place of its own in the lake's bucket. */
  readonly workGroup: CfnWorkGroup;
  readonly database: string;

  constructor(scope: Construct, id: string, { stage, ...props }: LakeProps) {
    super(scope, id, props);
    const key = new ZoneKey(this, 'Key', 'Encrypts the lake');
    for (const direction of ['encrypt', 'decrypt'] as const)
      key.allowRoles(
        direction === 'encrypt' ? 'Write' : 'Read',
        [KMS_ACTIONS[direction]],
        LAKE[direction].map((role) => roleArn(this, stage, role)),
      );
    const bucket = new ZoneBucket(this, 'Lake', {
      stage,
      key,
      accessLogs: new AccessLogs(this, 'AccessLogs'),
      recoverableDays: RECOVERABLE_DAYS,
      events: true,
    });
    bucket.writeOnce('lake/_log/', 'lake/receipts/', 'lake/withdrawals/', 'lake/decisions/', 'lake/uploads/');
    bucket.addLifecycleRule({ prefix: ATHENA_RESULTS, expiration: Duration.days(1) });
    this.lake = { bucket, key };

    this.workGroup = new CfnWorkGroup(this, 'WorkGroup', {
      name: `safeguarding-${stage.name}`,
      description: 'Builds tables when the lake outgrows one function. No page asks it anything.',
      state: 'ENABLED',
      recursiveDeleteOption: false,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: stage.athena_scan_limit_gb * GIGABYTE,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: bucket.s3UrlForObject(ATHENA_RESULTS),
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
          expectedBucketOwner: this.account,
        },
      },
    });
    this.database = `safeguarding_${stage.name}`;
    new CfnDatabase(this, 'Database', {
      catalogId: this.account,
      databaseInput: {
        name: this.database,
        description: 'Tables over the files of the lake, made anew by each build from contracts and models',
      },
    });
  }
}
