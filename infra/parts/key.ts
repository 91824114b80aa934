import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRootPrincipal,
  AnyPrincipal,
  Effect,
  type IPrincipal,
  PolicyDocument,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { logGroupName } from './names.ts';
import type { Stage } from '../stage.ts';

/** What the account's administrators may do with a key: look after it, never use it. */
const ADMINISTER = [
  'CancelKeyDeletion',
  'CreateAlias',
  'DeleteAlias',
  'DescribeKey',
  'DisableKey',
  'EnableKey',
  'EnableKeyRotation',
  'GetKeyPolicy',
  'GetKeyRotationStatus',
  'ListAliases',
  'ListGrants',
  'ListKeyPolicies',
  'ListResourceTags',
  'PutKeyPolicy',
  'RevokeGrant',
  'ScheduleKeyDeletion',
  'TagResource',
  'UntagResource',
  'UpdateAlias',
  'UpdateKeyDescription',
].map((action) => `kms:${action}`);

const LOGS = ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'DescribeKey'].map(
  (action) => `kms:${action}`,
);

interface ZoneKeyOptions {
  /** A root for references (HMAC) and no key for bytes. */
  mac?: boolean;
}

/** A zone's key. Nobody may use it but whom its statements name: the account's own administrators may not. */
export class ZoneKey extends Key {
  constructor(scope: Construct, id: string, description: string, { mac = false }: ZoneKeyOptions = {}) {
    const policy = new PolicyDocument({
      statements: [
        new PolicyStatement({
          sid: 'Administer',
          principals: [new AccountRootPrincipal()],
          actions: ADMINISTER,
          resources: ['*'],
        }),
        new PolicyStatement({
          sid: 'NoGrants',
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['kms:CreateGrant'],
          resources: ['*'],
          conditions: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'false', 'aws:PrincipalIsAWSService': 'false' } },
        }),
      ],
    });
    super(scope, id, {
      description,
      policy,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      pendingWindow: Duration.days(30),
      ...(mac ? { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC } : { enableKeyRotation: true }),
    });
  }

  /** Lets roles of this account use the key, if their own policies say so too. */
  allowRoles(sid: string, actions: string[], roles: string[]): void {
    this.allow(sid, actions, new AccountRootPrincipal(), { ArnEquals: { 'aws:PrincipalArn': roles } });
  }

  /** Leaves it to the policies of this account's roles who may use the key: for what holds no child. */
  allowAccount(sid: string): void {
    this.allow(sid, ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'], new AccountRootPrincipal(), {});
  }

  /**
   * Lets whoever deploys functions encrypt their settings with the key, by way of Lambda and for nothing else: Lambda asks for a grant by
   * their leave, with which it opens the settings whenever a function starts
   * (docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html).
   */
  allowEnvironments(): void {
    const byLambda = { StringEquals: { 'kms:ViaService': `lambda.${Stack.of(this).region}.amazonaws.com` } };
    const account = new AccountRootPrincipal();
    this.allow('Settings', ['kms:Encrypt', 'kms:Decrypt'], account, byLambda);
    const forAws = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
    this.allow('OpenSettings', ['kms:CreateGrant'], account, { ...byLambda, ...forAws });
  }

  /** Lets a service of AWS use the key for what belongs to this account. */
  allowService(service: string, conditions: Record<string, unknown> = {}): void {
    const actions = ['kms:Decrypt', 'kms:GenerateDataKey'];
    this.allow(`Use by ${service}`.replaceAll(/\W/g, ''), actions, new ServicePrincipal(service), conditions);
  }

  /** Lets CloudWatch encrypt the logs of a stage's functions. */
  allowLogs(stage: Stage): void {
    this.allowLogGroup(logGroupName(stage, '*'));
  }

  /** Lets CloudWatch encrypt what is written to log groups of a name. */
  allowLogGroup(name: string): void {
    const { region, account } = Stack.of(this);
    this.allow('Logs', LOGS, new ServicePrincipal(`logs.${region}.amazonaws.com`), {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${region}:${account}:log-group:${name}` },
    });
  }

  private allow(sid: string, actions: string[], principal: IPrincipal, conditions: Record<string, unknown>): void {
    this.addToResourcePolicy(
      new PolicyStatement({ sid, actions, principals: [principal], resources: ['*'], conditions: conditions as never }),
    );
  }
}
