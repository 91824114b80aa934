import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, FunctionUrlAuthType, Runtime } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { expect, test } from 'vitest';
import { Worker } from '../../infra/parts/function.ts';
import { readStage } from '../../infra/stage.ts';
import { foundIn, newApp } from './synth.ts';

/** Stacks that are broken on purpose: what is wrong with each, and the rules that must say so. */
const BROKEN: [fault: string, make: (stack: Stack) => void, rules: string[]][] = [
  [
    'a public bucket',
    (stack) =>
      new Bucket(stack, 'Open', {
        publicReadAccess: true,
        blockPublicAccess: new BlockPublicAccess({ blockPublicAcls: false, blockPublicPolicy: false }),
      }),
    [
      'AwsSolutions-S2',
      'NIST.800.53.R5-S3BucketLevelPublicAccessProhibited',
      's3_bucket_level_public_access_prohibited_check',
    ],
  ],
  [
    'a bucket that answers without TLS',
    (stack) => new Bucket(stack, 'Plain', { blockPublicAccess: BlockPublicAccess.BLOCK_ALL }),
    ['AwsSolutions-S10', 'NIST.800.53.R5-S3BucketSSLRequestsOnly'],
  ],
  [
    'a bucket without versions or a key',
    (stack) => new Bucket(stack, 'Unkept', { enforceSSL: true, encryption: BucketEncryption.S3_MANAGED }),
    ['NIST.800.53.R5-S3BucketVersioningEnabled', 'NIST.800.53.R5-S3DefaultEncryptionKMS'],
  ],
  [
    'a role that may do anything with keys',
    (stack) => {
      const role = new Role(stack, 'Wide', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
      role.addToPolicy(new PolicyStatement({ actions: ['kms:*'], resources: ['*'] }));
    },
    ['AwsSolutions-IAM5[Action::kms:*]', 'AwsSolutions-IAM5[Resource::*]'],
  ],
  [
    'an API that anybody may call',
    (stack) =>
      new LambdaFunction(stack, 'Api', {
        runtime: Runtime.NODEJS_24_X,
        handler: 'index.handler',
        code: Code.fromInline('exports.handler = () => {}'),
      }).addFunctionUrl({ authType: FunctionUrlAuthType.NONE }),
    ['lambda_function_public_access_prohibited_check'],
  ],
  [
    'a queue that is not encrypted',
    (stack) => new CfnQueue(stack, 'Queue', { sqsManagedSseEnabled: false }),
    ['AwsSolutions-SQS4', 'AwsSolutions-SQS3'],
  ],
  ['a key that is never renewed', (stack) => new Key(stack, 'Key'), ['AwsSolutions-KMS5']],
];

test.each(BROKEN)('%s does not go through', (_, make, rules) => {
  const app = newApp();
  make(new Stack(app, 'Broken', { env: { region: 'eu-west-2' } }));
  expect(foundIn(app)).toEqual(expect.arrayContaining(rules));
});

test('a function with a wildcard among its actions cannot even be written', () => {
  const stack = new Stack(newApp(), 'Broken');
  const key = new Key(stack, 'Key');
  const rights = [new PolicyStatement({ actions: ['s3:*'], resources: ['*'] })];
  const props = { stage: readStage('test'), code: '.', key, rights } as unknown as ConstructorParameters<
    typeof Worker
  >[2];
  expect(() => new Worker(stack, 'wide', props)).toThrow('each action is named');
});
