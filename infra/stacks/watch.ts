// What tells a person that something needs one. Every alarm names the part of docs/runbook.md that says what to do.
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { ReadWriteType, Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { Bells } from '../parts/alarms.ts';
import { AccessLogs, ZoneBucket } from '../parts/bucket.ts';
import { except } from '../parts/except.ts';
import { tellOfKeyChanges } from '../parts/key-changes.ts';
import { ZoneKey } from '../parts/key.ts';
import { inRunbook } from '../parts/runbook.ts';
import type { Stage } from '../stage.ts';
import type { PipelineStack } from './pipeline.ts';
import type { WebStack } from './web.ts';

interface WatchProps extends StackProps {
  stage: Stage;
  pipeline: PipelineStack;
  web: WebStack;
  /** Zones of which every reading and writing is written down, and their keys watched. */
  zones: readonly { bucket: IBucket; key: ZoneKey }[];
}

export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { stage, pipeline, web, zones, ...props }: WatchProps) {
    super(scope, id, props);
    const key = new ZoneKey(this, 'Key', 'Encrypts what people are told, and the trail of who did what in the account');
    for (const service of ['cloudwatch', 'events', 'cloudtrail']) key.allowService(`${service}.amazonaws.com`);
    key.allowAccount('Trail');
    const topic = new Topic(this, 'Tell', {
      masterKey: key,
      enforceSSL: true,
      displayName: `Safeguarding ${stage.name}`,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Tell',
        actions: ['sns:Publish'],
        principals: ['cloudwatch', 'events'].map((service) => new ServicePrincipal(`${service}.amazonaws.com`)),
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    topic.addSubscription(new EmailSubscription(stage.alarms_to));

    const bells = new Bells(this, stage, topic);
    const { land, build } = pipeline.workers;
    for (const worker of [...Object.values(pipeline.workers), ...web.workers]) bells.ofWorker(worker);
    for (const worker of web.answering) bells.ofAnswers(worker);
    for (const queue of pipeline.queues) bells.ofQueue(queue);
    bells.ofLog('refused-files', land, { event: 'receipt', outcome: 'refused' }, 'A file was refused');
    bells.ofLog('late-extracts', build, { event: 'late' }, 'An extract is late', '$.extracts');
    tellOfKeyChanges(this, 'KeyChanges', [...new Set(zones.map((zone) => zone.key))], topic);
    this.trail(
      stage,
      key,
      zones.map(({ bucket }) => bucket),
      pipeline.workers.erase,
    );
    this.budget(stage);
  }

  /** Who read or wrote what in the zones, by AWS's own account of it. */
  private trail(stage: Stage, key: ZoneKey, buckets: IBucket[], erase: IFunction): void {
    const bucket = new ZoneBucket(this, 'TrailFiles', {
      stage,
      key,
      accessLogs: new AccessLogs(this, 'AccessLogs'),
      recoverableDays: 400,
    });
    bucket.addLifecycleRule({ expiration: Duration.days(800) });
    const trail = new Trail(this, 'Trail', {
      bucket,
      encryptionKey: key,
      enableFileValidation: true,
      isMultiRegionTrail: true,
      managementEvents: ReadWriteType.WRITE_ONLY,
    });
    except(
      trail,
      'Changes of keys are told of as events; the trail itself is for looking things up, in its bucket.',
      'nist:CloudTrailCloudWatchLogsEnabled',
      'guard:cloud_trail_cloud_watch_logs_enabled_check',
    );
    trail.addS3EventSelector(buckets.map((watched) => ({ bucket: watched })));
    trail.addLambdaEventSelector([erase]); // with whose right a person was erased
  }

  private budget(stage: Stage): void {
    const subscribers = [{ subscriptionType: 'EMAIL', address: stage.alarms_to }];
    const notice = (notificationType: string, threshold: number) => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
      subscribers,
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `safeguarding-${stage.name} - ${inRunbook('The month costs more than planned')}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: stage.monthly_budget_usd, unit: 'USD' },
      },
      notificationsWithSubscribers: [notice('ACTUAL', 80), notice('FORECASTED', 100)],
    });
  }
}
