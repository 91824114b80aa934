import { type Duration, RemovalPolicy, type Size, Stack, Tokenization } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { except } from './except.ts';
import { logGroupName, roleName } from './names.ts';

/** Where what runs comes from: a stage, and the folder that `bundle` made. */
export interface Product {
  stage: Stage;
  code: string;
}

interface WorkerProps extends Product {
  /** Encrypts its logs and its environment. */
  key: IKey;
  memory: number;
  timeout: Duration;
  /** How many may run at once, taken from what the account has. */
  atOnce: number;
  /** Room in /tmp, where files rest while DuckDB reads them. */
  disk?: Size;
  environment: Record<string, string>;
  /** All that it may do beside writing its own log. */
  rights: PolicyStatement[];
  /** Where what it was asked to do, and could not, waits for a person. */
  deadLetters?: IQueue;
}

/** A function with a role, a policy and a log of its own. What it may do is what its rights say, and nothing is added behind them. */
export class Worker extends LambdaFunction {
  readonly name: string;

  constructor(scope: Construct, name: string, props: WorkerProps) {
    const { stage, key, deadLetters, rights } = props;
    const wide = rights.flatMap(({ actions }) => actions).filter((action) => action.includes('*'));
    if (wide.length > 0) throw new Error(`${name} may not do ${wide.join(', ')}: each action is named.`);
    const logGroup = new LogGroup(scope, `${name}-log`, {
      logGroupName: logGroupName(stage, name),
      encryptionKey: key,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const role = new Role(scope, `${name}-role`, {
      roleName: roleName(stage, name),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    const policy = new ManagedPolicy(scope, `${name}-policy`, {
      roles: [role],
      statements: [
        ...rights,
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
        ...(deadLetters
          ? [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] })]
          : []),
      ],
    });
    for (const resource of rights.flatMap(({ resources }) => resources).filter((arn) => arn.endsWith('/*')))
      except(
        policy,
        'The objects below a prefix, or the tables of a database.',
        `solutions:IAM5[Resource::${shown(scope, resource)}]`,
      );
    super(scope, name, {
      functionName: roleName(stage, name),
      description: `${stage.name}: ${name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      code: Code.fromAsset(props.code),
      handler: `${name}.handler`,
      role: role.withoutPolicyUpdates(),
      logGroup,
      environmentEncryption: key,
      environment: props.environment,
      memorySize: props.memory,
      ephemeralStorageSize: props.disk,
      timeout: props.timeout,
      reservedConcurrentExecutions: props.atOnce,
      deadLetterQueue: deadLetters,
    });
    this.name = name;
    except(
      this,
      'Nothing listens and nothing is reached but by signed calls to services of AWS. A network of its own is the step after this one.',
      'nist:LambdaInsideVPC',
      'guard:lambda_inside_vpc_check',
    );
    if (!deadLetters) except(this, 'Somebody waits for the answer and is told when there is none.', 'nist:LambdaDLQ');
  }
}

/** An ARN as the checks show it, with the account as `<AWS::AccountId>`. */
const shown = (scope: Construct, arn: string): string =>
  Tokenization.reverseString(arn)
    .mapTokens({ mapToken: (token) => `<${(Stack.of(scope).resolve(token) as { Ref: string }).Ref}>` })
    .join({ join: (left: string, right: string) => `${left}${right}` }) as string;
