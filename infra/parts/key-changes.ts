import { Rule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { inRunbook } from './runbook.ts';

/** Tells of every change of who may use a key, and of every step towards losing one. */
export function tellOfKeyChanges(scope: Construct, id: string, keys: readonly IKey[], topic: ITopic): void {
  const changes = ['PutKeyPolicy', 'CreateGrant', 'DisableKey', 'ScheduleKeyDeletion', 'DisableKeyRotation'];
  new Rule(scope, id, {
    description: inRunbook('A key was changed'),
    eventPattern: {
      source: ['aws.kms'],
      detailType: ['AWS API Call via CloudTrail'],
      detail: { eventName: changes, resources: { ARN: keys.map((key) => key.keyArn) } },
    },
    targets: [{ bind: () => ({ arn: topic.topicArn }) }],
  });
}
