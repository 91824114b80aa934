// The record of who saw what. Nobody can shorten it: not an administrator, not the account's root. It names no child.
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { PartnershipConfig } from '../../etl/partnership.ts';
import { AccessLogs, ZoneBucket } from '../parts/bucket.ts';
import { ZoneKey } from '../parts/key.ts';
import { roleArn } from '../parts/names.ts';
import type { Stage } from '../stage.ts';
import { KMS_ACTIONS } from '../vault-roles.ts';

interface RecordProps extends StackProps {
  stage: Stage;
  retention: PartnershipConfig['retention'];
}

/** A year at its longest. */
const DAYS = 366;
/** Each entry holds the hash of the one before, so that whoever writes also reads. */
const WRITERS = ['api', 'lists', 'retain', 'review', 'erase'];

export class RecordStack extends Stack {
  readonly audit: { bucket: ZoneBucket; key: ZoneKey };
  /** What the record was at times, apart from it: who cuts its end off leaves it here. */
  readonly anchors: { bucket: ZoneBucket; key: ZoneKey };
  /** The root of the seals of the record's entries. */
  readonly seals: ZoneKey;

  constructor(scope: Construct, id: string, { stage, retention, ...props }: RecordProps) {
    super(scope, id, props);
    const writers = WRITERS.map((role) => roleArn(this, stage, role));
    const key = new ZoneKey(this, 'Key', 'Encrypts the record of who saw what');
    key.allowRoles('Use', [KMS_ACTIONS.encrypt, KMS_ACTIONS.decrypt], writers);
    this.seals = new ZoneKey(this, 'Seals', 'Seals the entries of the record of who saw what', { mac: true });
    this.seals.allowRoles('Seal', ['kms:GenerateMac'], writers);
    const accessLogs = new AccessLogs(this, 'AccessLogs');
    const days = retention.audit_years * DAYS;
    const zone = (name: string, prefix: string) => {
      const lock = ObjectLockRetention.compliance(Duration.days(days));
      const bucket = new ZoneBucket(this, name, { stage, key, accessLogs, lock, recoverableDays: days });
      bucket.writeOnce(prefix);
      return { key, bucket };
    };
    this.audit = zone('Audit', 'audit/');
    this.anchors = zone('Anchors', 'anchors/');
  }
}
