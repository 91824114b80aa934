// What stands before everything: the firewall of the web. CloudFront looks for it in us-east-1, so this stack is there; it keeps no data
// but a note of each request that was stopped.
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { ZoneKey } from '../parts/key.ts';
import type { Stage } from '../stage.ts';

interface EdgeProps extends StackProps {
  stage: Stage;
}

/** Requests of one address in five minutes: a page asks for twenty things at most. */
const REQUESTS = 2000;
/**
 * The same of what anybody may ask for without being signed in: whoever comes back from a sign-in with a made-up answer leaves an entry in a
 * record that nobody can shorten. A sign-in is two requests, so that thirty people of one office fit.
 */
const SIGN_INS = 60;
const OPEN = ['/api/session/sign-in', '/api/session/callback'];
const MANAGED = ['AmazonIpReputationList', 'CommonRuleSet', 'KnownBadInputsRuleSet'];

export class EdgeStack extends Stack {
  readonly firewall: CfnWebACL;

  constructor(scope: Construct, id: string, { stage, ...props }: EdgeProps) {
    super(scope, id, props);
    this.firewall = new CfnWebACL(this, 'Firewall', {
      name: `safeguarding-${stage.name}`,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('All'),
      rules: [
        {
          name: 'Rate',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: REQUESTS, aggregateKeyType: 'IP' } },
          visibilityConfig: seen('Rate'),
        },
        {
          name: 'SignInRate',
          priority: 1,
          action: { block: {} },
          statement: {
            rateBasedStatement: {
              limit: SIGN_INS,
              evaluationWindowSec: 300,
              aggregateKeyType: 'IP',
              scopeDownStatement: { orStatement: { statements: OPEN.map((path) => pathBegins(path, DECODED)) } },
            },
          },
          visibilityConfig: seen('SignInRate'),
        },
        ...MANAGED.map((name, i) => ({
          name,
          priority: i + 2,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: `AWSManagedRules${name}`,
              scopeDownStatement: NOT_A_FILE,
            },
          },
          visibilityConfig: seen(name),
        })),
      ],
    });
    this.logStopped(stage);
  }

  /** Writes down what was stopped, without what a browser knows somebody by. */
  private logStopped(stage: Stage): void {
    const key = new ZoneKey(this, 'Key', 'Encrypts the log of requests that were stopped');
    const logGroupName = `aws-waf-logs-safeguarding-${stage.name}`;
    key.allowLogGroup(logGroupName);
    const log = new LogGroup(this, 'Stopped', {
      logGroupName,
      encryptionKey: key,
      retention: RetentionDays.THIRTEEN_MONTHS,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: this.firewall.attrArn,
      logDestinationConfigs: [`arn:aws:logs:${this.region}:${this.account}:log-group:${log.logGroupName}`],
      redactedFields: [
        { singleHeader: { Name: 'cookie' } },
        { singleHeader: { Name: 'authorization' } },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          { Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] },
        ],
      },
    });
  }
}

/** A path as the API will understand it, however it was written. */
const DECODED = ['URL_DECODE', 'NORMALIZE_PATH'];

/** Files of agencies are judged by the product itself, row by row; a firewall would stop one for its size or a name with an apostrophe. */
const NOT_A_FILE = { notStatement: { statement: pathBegins('/landing/', ['NONE']) } };

function pathBegins(searchString: string, transformations: string[]) {
  return {
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: 'STARTS_WITH',
      searchString,
      textTransformations: transformations.map((type, priority) => ({ priority, type })),
    },
  };
}

const seen = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // A sample would keep whole requests, cookies and all, where anybody with a console may look.
  sampledRequestsEnabled: false,
});
