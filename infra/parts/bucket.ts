import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type IBucket,
  type ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { except } from './except.ts';
import { bucketName } from './names.ts';

interface ZoneBucketProps {
  stage: Stage;
  key: IKey;
  /** Where S3 writes down who asked for what. */
  accessLogs: IBucket;
  /** For how long nothing that was written can be removed. */
  lock?: ObjectLockRetention;
  /** For how many days what was replaced or removed can be brought back. */
  recoverableDays: number;
  /** Whether others are told of new objects. */
  events?: boolean;
}

/** A zone's bucket: private, encrypted with the zone's key, over TLS only, each version kept for a while. */
export class ZoneBucket extends Bucket {
  /** Its ARN, as a text. */
  readonly plainArn: string;

  constructor(
    scope: Construct,
    id: string,
    { stage, key, accessLogs, lock, recoverableDays, events }: ZoneBucketProps,
  ) {
    const name = bucketName(scope, stage, id);
    super(scope, id, {
      bucketName: name,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockEnabled: lock !== undefined,
      objectLockDefaultRetention: lock,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(recoverableDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
          expiredObjectDeleteMarker: true,
        },
      ],
    });
    this.plainArn = `arn:aws:s3:::${name}`;
    // The construct's own switch would bring a function of its own with it, to do what this one line does.
    if (events)
      (this.node.defaultChild as CfnBucket).notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    else except(this, 'Nobody has to be told of what is written here.', ...NO_EVENTS);
    if (!lock)
      except(this, 'What is here has to be removable: by retention, by erasure, by a newer build.', ...NO_LOCK);
    except(this, ONE_REGION, 'nist:S3BucketReplicationEnabled');
  }

  /** Refuses to write over what is there: the one atomic step that commits and receipts rest on. */
  writeOnce(...prefixes: string[]): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'WriteOnce',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: prefixes.map((prefix) => this.arnForObjects(`${prefix}*`)),
        conditions: { Null: { 's3:if-none-match': 'true' } },
      }),
    );
  }
}

interface PlainProps {
  accessLogs?: IBucket;
  ownership?: ObjectOwnership;
  expireDays?: number;
  name?: string;
}

/** A bucket with S3's own encryption: for what S3 and CloudFront write or read themselves, and what holds no data of anybody. */
export class PlainBucket extends Bucket {
  constructor(scope: Construct, id: string, { accessLogs, ownership, expireDays, name }: PlainProps) {
    super(scope, id, {
      bucketName: name,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ownership ?? ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: accessLogs && `${id.toLowerCase()}/`,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      lifecycleRules: [
        {
          expiration: expireDays === undefined ? undefined : Duration.days(expireDays),
          noncurrentVersionExpiration: Duration.days(30),
        },
      ],
    });
    except(this, 'Nobody has to be told of what is written here.', ...NO_EVENTS);
    except(this, 'Holds no data of anybody, or logs that expire.', ...NO_LOCK);
    except(this, ONE_REGION, 'nist:S3BucketReplicationEnabled');
    except(
      this,
      'S3 and CloudFront do not write their logs with keys of ours, and the pages are the same for everybody.',
      'nist:S3DefaultEncryptionKMS',
      'guard:s3_bucket_default_encryption_kms_check',
    );
  }
}

/** Where S3 writes down who asked for what of the other buckets. */
export class AccessLogs extends PlainBucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, { expireDays: 400 });
    except(this, 'These are the access logs: theirs would have no end.', 'guard:s3_bucket_logging_enabled_check');
  }
}

const NO_EVENTS = ['guard:s3_event_notifications_enabled_check'] as const;
const NO_LOCK = ['guard:s3_bucket_object_lock_enabled_check'] as const;
const ONE_REGION =
  'The data stay in one region; versions, locks and the restore drill are the copies. A second account is the step after this one.';
