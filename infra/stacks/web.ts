// What people reach: CloudFront before the site and the API, sign-in, sessions.
import { CfnOutput, CustomResource, Duration, ReferenceStrength, Size, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import { ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { address } from '../parts/address.ts';
import { AccessLogs, PlainBucket, ZoneBucket } from '../parts/bucket.ts';
import { type Product, Worker } from '../parts/function.ts';
import { ZoneKey } from '../parts/key.ts';
import { bucketName, roleArn } from '../parts/names.ts';
import { mayRead, mayRemove, mayWrite } from '../parts/rights.ts';
import { SignIn } from '../parts/sign-in.ts';
import type { EdgeStack } from './edge.ts';
import type { IdentifiableStack } from './identifiable.ts';
import { KMS_ACTIONS } from '../vault-roles.ts';
import type { LakeStack } from './lake.ts';
import type { RecordStack } from './record.ts';

interface WebProps extends StackProps {
  product: Product;
  edge: EdgeStack;
  identifiable: IdentifiableStack;
  lake: LakeStack;
  record: RecordStack;
}

/** Where the vault keeps who the rows of submissions are about, and who is not to be told of any more. */
const IDENTITIES = ['vault/identities/', 'vault/gathered/', 'vault/erased/', 'vault/sealed/'];
/** CloudFront waits 30 seconds. */
const TIMEOUT = Duration.seconds(29);
/** Sessions last hours: of what is older nothing is kept. */
const SESSIONS_DAYS = 2;
/** What is counted of people, such as lists asked for today, is counted within a month. */
const MARKS_DAYS = 30;

export class WebStack extends Stack {
  readonly workers: readonly Worker[];
  /** Those of them that answer people. */
  readonly answering: readonly Worker[];

  constructor(
    scope: Construct,
    id: string,
    { product, edge, identifiable, lake: lakeStack, record, ...props }: WebProps,
  ) {
    super(scope, id, props);
    const { stage } = product;
    const { landing, vault } = identifiable;
    const { lake } = lakeStack;
    const key = new ZoneKey(this, 'Key', 'Encrypts sessions, and the logs of what people reach');
    key.allowLogs(stage);
    key.allowEnvironments();
    key.allowRoles(
      'Sessions',
      Object.values(KMS_ACTIONS),
      ['api', 'lists'].map((role) => roleArn(this, stage, role)),
    );
    const accessLogs = new AccessLogs(this, 'AccessLogs');
    const web = { key, bucket: new ZoneBucket(this, 'Web', { stage, key, accessLogs, recoverableDays: 1 }) };
    for (const prefix of ['web/sessions/', 'web/sign-ins/'])
      web.bucket.addLifecycleRule({ prefix, expiration: Duration.days(SESSIONS_DAYS) });
    web.bucket.addLifecycleRule({ expiration: Duration.days(MARKS_DAYS) });
    const siteName = bucketName(this, stage, 'site');
    const site = new PlainBucket(this, 'Site', { accessLogs, name: siteName });

    const publish = new Worker(this, 'publish-site', {
      ...product,
      key,
      memory: 512,
      timeout: Duration.minutes(1),
      atOnce: 1,
      environment: { SITE_BUCKET: site.bucketName },
      rights: [new PolicyStatement({ actions: ['s3:PutObject'], resources: [`arn:aws:s3:::${siteName}/*`] })],
    });
    new CustomResource(this, 'Published', {
      serviceToken: publish.functionArn,
      properties: { Version: publish.currentVersion.version },
    });

    const agency = new Worker(this, 'agency', {
      ...product,
      key,
      memory: 256,
      timeout: Duration.seconds(5),
      atOnce: 10,
      environment: {},
      rights: [],
    });
    const signIn = new SignIn(this, 'SignIn', stage, agency);

    const answering = {
      ...product,
      key,
      memory: 1769,
      timeout: TIMEOUT,
      disk: Size.gibibytes(4),
    };
    const environment = {
      PUBLIC_URL: `https://${stage.host}`,
      OIDC_ISSUER: signIn.issuer,
      OIDC_CLIENT_ID: signIn.client.userPoolClientId,
      LAKE_BUCKET: lake.bucket.bucketName,
      WEB_BUCKET: web.bucket.bucketName,
      AUDIT_BUCKET: record.audit.bucket.bucketName,
      ANCHORS_BUCKET: record.anchors.bucket.bucketName,
      MAC_KEY: record.seals.keyArn,
    };
    const rights = [
      ...mayRead(lake, 'lake/'),
      ...mayRead(web, 'web/'),
      ...mayWrite(web, 'web/'),
      mayRemove(web, 'web/'),
      ...mayRead(record.audit, 'audit/'),
      ...mayWrite(record.audit, 'audit/'),
      ...mayRead(record.anchors, 'anchors/'),
      ...mayWrite(record.anchors, 'anchors/'),
      new PolicyStatement({ actions: ['kms:GenerateMac'], resources: [record.seals.keyArn] }),
    ];

    const api = new Worker(this, 'api', {
      ...answering,
      atOnce: 40,
      environment: { ...environment, LANDING_BUCKET: landing.bucket.bucketName },
      rights: [
        ...rights,
        ...mayWrite(lake, 'lake/decisions/', 'lake/withdrawals/'),
        // Signs where one file of one agency may be put. It reads none.
        ...mayWrite(landing, 'landing/inbox/'),
      ],
    });
    // One route of it behind a path of its own, with the one role of people's requests that may read the vault: who is who, and no more.
    const lists = new Worker(this, 'lists', {
      ...answering,
      atOnce: 5,
      environment: { ...environment, VAULT_BUCKET: vault.bucket.bucketName },
      rights: [...rights, ...mayRead(vault, ...IDENTITIES)],
    });
    const urlOf = (worker: Worker) => worker.addFunctionUrl({ authType: FunctionUrlAuthType.AWS_IAM });

    const reached = address(this, 'Address', {
      stage,
      firewallArn: Stack.consumeReference(edge.firewall.attrArn, ReferenceStrength.WEAK),
      // CloudFront writes its logs as another account does: this one bucket knows access lists.
      logs: new PlainBucket(this, 'AddressLogs', {
        accessLogs,
        ownership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
        expireDays: 400,
      }),
      site,
      answers: [
        { path: '/api/lists', url: urlOf(lists) },
        { path: '/api/*', url: urlOf(api) },
      ],
      landing: landing.bucket,
    });
    // What a person has to enter elsewhere once the stack stands: in the DNS, and in each agency's directory.
    const tell = (id: string, value: string, description: string) => new CfnOutput(this, id, { value, description });
    tell('PointHostAt', reached.distributionDomainName, 'The CNAME of the host name');
    tell('SamlIdentifier', `urn:amazon:cognito:sp:${signIn.pool.userPoolId}`, 'The identifier in a directory (SAML)');
    tell('SamlReply', `${signIn.address}/saml2/idpresponse`, 'The reply address in a directory (SAML)');
    tell('OidcReply', `${signIn.address}/oauth2/idpresponse`, 'The reply address in a directory (OpenID Connect)');
    this.answering = [api, lists];
    this.workers = [...this.answering, agency, publish];
  }
}
