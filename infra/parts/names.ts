import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';

/** The name of a function's role. It is fixed, so that a key can say in its own policy who may use it, before that role exists. */
export const roleName = (stage: Stage, name: string) => `safeguarding-${stage.name}-${name}`;

/** The ARN of a function's role. */
export const roleArn = (scope: Construct, stage: Stage, name: string) =>
  `arn:aws:iam::${Stack.of(scope).account}:role/${roleName(stage, name)}`;

/** The name of a zone's bucket: with it a right to some of its objects is a plain text that anybody can read. */
export const bucketName = (scope: Construct, stage: Stage, zone: string) =>
  `safeguarding-${stage.name}-${zone.toLowerCase()}-${Stack.of(scope).account}`;

/** Where a stage's functions write their logs. */
export const logGroupName = (stage: Stage, name: string) => `/safeguarding/${stage.name}/${name}`;
