import { Duration, Stack } from 'aws-cdk-lib';
import type { IRule, IRuleTarget } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { except } from './except.ts';

/** How often a message is tried before a person has to look. */
const TRIES = 3;

/** Messages that wake a function; what it cannot do after three tries waits in a queue of its own for a person. */
export class WakeUps extends Queue {
  readonly failed: Queue;

  /** @param timeout the function's: a message is given to nobody else for six times as long */
  constructor(scope: Construct, id: string, key: IKey, timeout: Duration) {
    const common = { encryption: QueueEncryption.KMS, encryptionMasterKey: key, enforceSSL: true };
    const failed = new Queue(scope, `${id}-failed`, { ...common, retentionPeriod: Duration.days(14) });
    except(failed, 'This is where what failed waits: for a person.', 'guard:sqs_dlq_check');
    super(scope, id, {
      ...common,
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      deadLetterQueue: { queue: failed, maxReceiveCount: TRIES },
    });
    this.failed = failed;
  }

  /** The queue for a rule of EventBridge. CDK's own would let events of every rule and every account in, since the queue is encrypted. */
  asTarget(): IRuleTarget {
    return {
      bind: (rule: IRule) => {
        for (const queue of [this, this.failed]) letIn(queue, rule);
        return { arn: this.queueArn, deadLetterConfig: { arn: this.failed.queueArn } };
      },
    };
  }
}

const letIn = (queue: Queue, rule: IRule) =>
  queue.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sqs:SendMessage'],
      principals: [new ServicePrincipal('events.amazonaws.com')],
      resources: [queue.queueArn],
      conditions: {
        ArnEquals: { 'aws:SourceArn': rule.ruleArn },
        StringEquals: { 'aws:SourceAccount': Stack.of(queue).account },
      },
    }),
  );
