import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { LakeStack } from '../stacks/lake.ts';

/** The right to ask the lake's workgroup, and to make and drop tables in its one database. */
export function mayQuery(scope: Construct, { workGroup, database, lake }: LakeStack): PolicyStatement[] {
  const { region, account } = Stack.of(scope);
  const glue = (resource: string) => `arn:aws:glue:${region}:${account}:${resource}`;
  return [
    new PolicyStatement({
      actions: [
        'athena:StartQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:StopQueryExecution',
      ],
      resources: [`arn:aws:athena:${region}:${account}:workgroup/${workGroup.name}`],
    }),
    new PolicyStatement({
      actions: [
        'glue:GetDatabase',
        'glue:GetTable',
        'glue:GetTables',
        'glue:GetPartitions',
        'glue:CreateTable',
        'glue:DeleteTable',
      ],
      resources: [glue('catalog'), glue(`database/${database}`), glue(`table/${database}/*`)],
    }),
    new PolicyStatement({ actions: ['s3:GetBucketLocation'], resources: [lake.bucket.bucketArn] }),
  ];
}
