// Files in, snapshot out. Events only wake a function; what is true is what the store holds, and the reconciler lists it.
import { Duration, Size, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as ToFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { OF_BUILDS, OF_SUBMISSIONS } from '../../etl/reconcile/orphans.ts';
import { type Product, Worker } from '../parts/function.ts';
import { ZoneKey } from '../parts/key.ts';
import { mayAskWhen, mayList, mayRead, mayRemove, mayWrite } from '../parts/rights.ts';
import { WakeUps } from '../parts/queue.ts';
import { mayQuery } from '../parts/athena.ts';
import type { IdentifiableStack } from './identifiable.ts';
import type { LakeStack } from './lake.ts';
import type { RecordStack } from './record.ts';

interface PipelineProps extends StackProps {
  product: Product;
  identifiable: IdentifiableStack;
  lake: LakeStack;
  record: RecordStack;
}

/** Lambda allows 15 minutes; a landing takes seconds, a build of a million children minutes. */
const LAND_TIMEOUT = Duration.minutes(5);
const BUILD_TIMEOUT = Duration.minutes(15);
const RECONCILE_EVERY = Duration.minutes(15);
/** Where it is kept who was erased, and who is sealed. */
const ABOUT_PEOPLE = ['vault/erased/', 'vault/sealed/'];
/** Where rows and identities are written anew without people who were erased, and how many went is said. */
const SWEPT = { lake: ['lake/staged/', 'lake/erased/', 'lake/swept/'], vault: ['vault/identities/'] };
/** What a build makes, and what of it and of landings that never ended is collected. Receipts and decisions are not among it. */
const below = (zone: string, folders: readonly string[]) => folders.filter((folder) => folder.startsWith(zone));
const MADE = { lake: below('lake/', OF_BUILDS), vault: below('vault/', OF_BUILDS) };
const COLLECTED = [...OF_SUBMISSIONS, ...OF_BUILDS];

export class PipelineStack extends Stack {
  readonly workers: Record<'land' | 'build' | 'reconcile' | 'retain' | 'erase', Worker>;
  readonly queues: readonly WakeUps[];

  constructor(
    scope: Construct,
    id: string,
    { product, identifiable, lake: lakeStack, record, ...props }: PipelineProps,
  ) {
    super(scope, id, props);
    const { landing, vault, pseudonyms } = identifiable;
    const { lake } = lakeStack;
    const key = new ZoneKey(this, 'Key', "Encrypts the pipeline's messages and logs");
    key.allowLogs(product.stage);
    key.allowService('events.amazonaws.com');
    key.allowEnvironments();
    key.allowAccount('Messages');
    const toLand = new WakeUps(this, 'ToLand', key, LAND_TIMEOUT);
    const toBuild = new WakeUps(this, 'ToBuild', key, BUILD_TIMEOUT);
    const makeReferences = new PolicyStatement({ actions: ['kms:GenerateMac'], resources: [pseudonyms.keyArn] });
    const buckets = { LANDING_BUCKET: landing.bucket.bucketName, LAKE_BUCKET: lake.bucket.bucketName };
    const identifiers = { VAULT_BUCKET: vault.bucket.bucketName, MAC_KEY: pseudonyms.keyArn };

    const land = new Worker(this, 'land', {
      ...product,
      key,
      memory: 3008,
      timeout: LAND_TIMEOUT,
      atOnce: 5,
      disk: Size.gibibytes(4),
      environment: { ...buckets, ...identifiers },
      deadLetters: toLand.failed,
      rights: [
        ...mayRead(landing, 'landing/'),
        ...mayWrite(landing, 'landing/'),
        ...mayWrite(vault, 'vault/identities/'),
        ...mayRead(lake, 'lake/'),
        ...mayWrite(lake, 'lake/receipts/', 'lake/staged/', 'lake/rejects/', 'lake/uploads/'),
        mayRemove(landing, 'landing/inbox/'),
        makeReferences,
        ...mayReceive(toLand, key),
      ],
    });
    land.addEventSource(new SqsEventSource(toLand, { batchSize: 1, reportBatchItemFailures: true, maxConcurrency: 5 }));

    const build = new Worker(this, 'build', {
      ...product,
      key,
      memory: 8192,
      timeout: BUILD_TIMEOUT,
      // One snapshot is made at a time; a second build at once would only lose the race for its number.
      atOnce: 1,
      disk: Size.gibibytes(10),
      environment: {
        ...buckets,
        ...identifiers,
        ATHENA_WORKGROUP: lakeStack.workGroup.name,
        GLUE_DATABASE: lakeStack.database,
      },
      deadLetters: toBuild.failed,
      rights: [
        ...mayRead(vault, 'vault/'),
        ...mayWrite(vault, ...MADE.vault, ...SWEPT.vault),
        mayRemove(vault, ...below('vault/', COLLECTED)),
        ...mayRead(lake, 'lake/'),
        ...mayWrite(lake, 'lake/_log/', ...MADE.lake, ...SWEPT.lake),
        mayRemove(lake, ...below('lake/', COLLECTED)),
        // What was announced and never came goes too; when it was announced is all that is read of it.
        mayList(landing.bucket),
        mayRemove(landing, 'landing/inbox/'),
        mayAskWhen(landing.bucket, 'landing/inbox/'),
        makeReferences,
        ...mayQuery(this, lakeStack),
        ...mayReceive(toBuild, key),
      ],
    });
    build.addEventSource(
      new SqsEventSource(toBuild, { batchSize: 100, maxBatchingWindow: Duration.seconds(30), maxConcurrency: 2 }),
    );

    const reconcile = new Worker(this, 'reconcile', {
      ...product,
      key,
      memory: 512,
      timeout: Duration.minutes(2),
      atOnce: 1,
      environment: { ...buckets, WAKE_QUEUE_URL: toLand.queueUrl, BUILD_QUEUE_URL: toBuild.queueUrl },
      deadLetters: toBuild.failed,
      rights: [
        mayList(landing.bucket),
        mayList(lake.bucket),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [toLand.queueArn, toBuild.queueArn] }),
        mayTell(key),
      ],
    });

    const { audit, anchors, seals } = record;
    const recorded = {
      AUDIT_BUCKET: audit.bucket.bucketName,
      ANCHORS_BUCKET: anchors.bucket.bucketName,
      MAC_KEY: seals.keyArn,
    };
    const mayRecord = [
      ...mayRead(audit, 'audit/'),
      ...mayWrite(audit, 'audit/'),
      ...mayRead(anchors, 'anchors/'),
      ...mayWrite(anchors, 'anchors/'),
      new PolicyStatement({ actions: ['kms:GenerateMac'], resources: [seals.keyArn] }),
    ];
    const retain = new Worker(this, 'retain', {
      ...product,
      key,
      memory: 1769,
      timeout: LAND_TIMEOUT,
      atOnce: 1,
      environment: { ...buckets, ...recorded },
      deadLetters: toBuild.failed,
      rights: [
        mayList(landing.bucket),
        mayRemove(landing, 'landing/'),
        mayAskWhen(landing.bucket, 'landing/'),
        ...mayRead(lake, 'lake/'),
        ...mayWrite(lake, 'lake/retention/'),
        mayRemove(lake, 'lake/_log/'),
        ...mayRecord,
        mayTell(key),
      ],
    });

    // Nothing wakes it: whoever may invoke functions of the account does, on the word of the data protection lead.
    const erase = new Worker(this, 'erase', {
      ...product,
      key,
      memory: 3008,
      timeout: BUILD_TIMEOUT,
      atOnce: 1,
      disk: Size.gibibytes(10),
      environment: { ...buckets, VAULT_BUCKET: vault.bucket.bucketName, ...recorded },
      rights: [
        ...mayRead(vault, 'vault/identities/', 'vault/gathered/', ...ABOUT_PEOPLE),
        ...mayWrite(vault, ...ABOUT_PEOPLE),
        ...mayRead(lake, 'lake/'),
        // Whether a file as sent is still there, and nothing of what it says.
        mayList(landing.bucket),
        mayAskWhen(landing.bucket, 'landing/'),
        ...mayRecord,
      ],
    });

    wake(this, 'FileArrived', toLand, landing.bucket.bucketName, ['landing/inbox/']);
    wake(this, 'ReceiptWritten', toBuild, lake.bucket.bucketName, [
      'lake/receipts/',
      'lake/decisions/',
      'lake/withdrawals/',
    ]);
    new Rule(this, 'Reconcile', {
      description: 'Finds what events did not tell of, and removes what was kept long enough',
      schedule: Schedule.rate(RECONCILE_EVERY),
      targets: [reconcile, retain].map(
        (worker) => new ToFunction(worker, { retryAttempts: 2, maxEventAge: RECONCILE_EVERY }),
      ),
    });
    this.workers = { land, build, reconcile, retain, erase };
    this.queues = [toLand, toBuild];
  }
}

/** The right to put messages into queues, which are encrypted. */
const mayTell = (key: ZoneKey) =>
  new PolicyStatement({ actions: ['kms:GenerateDataKey', 'kms:Decrypt'], resources: [key.keyArn] });

const mayReceive = (queue: WakeUps, key: ZoneKey) => [
  new PolicyStatement({
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
    resources: [queue.queueArn],
  }),
  new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
];

/** Wakes whoever reads a queue when an object comes into a bucket below one of the prefixes. */
function wake(scope: Construct, id: string, queue: WakeUps, bucket: string, prefixes: string[]): void {
  new Rule(scope, id, {
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      account: [Stack.of(scope).account],
      detail: { bucket: { name: [bucket] }, object: { key: prefixes.map((prefix) => ({ prefix })) } },
    },
    targets: [queue.asTarget()],
  });
}
