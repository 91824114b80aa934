import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HEADERS } from '../../functions/api/headers.ts';
import { TABLE } from '../../functions/api/roles.ts';
import { LONGEST_MS } from '../../functions/api/session/sessions.ts';
import { readConfig } from '../../etl/partnership.ts';
import {
  openBuckets,
  openToAll,
  openUrls,
  ofType,
  statements,
  type Templates,
  unencrypted,
  usersOf,
  wideActions,
} from './look.ts';
import { addStacks } from '../../infra/stacks.ts';
import { readStage } from '../../infra/stage.ts';
import { sectionOf } from '../docs/claims.ts';
import { newApp, templatesOf } from './synth.ts';

const { templates, found } = templatesOf('production');
const zoneOf = (zone: string) => templates[zone]!.Resources;
const idOf = (zone: string, begin: string) => Object.keys(zoneOf(zone)).find((id) => id.startsWith(begin))!;

/** The same templates with one thing done to them. */
function spoilt(spoil: (resources: Record<string, any>) => void, zone = 'pipeline'): Templates {
  const copy = structuredClone(templates);
  spoil(copy[zone]!.Resources);
  return copy;
}
const policyOf = (resources: Record<string, any>, type: string) =>
  Object.values(resources).find(({ Type }) => Type === type).Properties.PolicyDocument.Statement;

test('AWS Solutions, NIST 800-53 and Control Tower find nothing that is not excepted with a reason', () => {
  expect(found).toEqual([]);
});

describe("the vault's key", () => {
  const vault = idOf('identifiable', 'VaultKey');
  const list = [
    'build kms:Decrypt',
    'build kms:GenerateDataKey',
    'erase kms:Decrypt',
    'erase kms:GenerateDataKey',
    'land kms:GenerateDataKey',
    'lists kms:Decrypt',
    'review kms:Decrypt',
    'review kms:GenerateDataKey',
  ];
  test('lets in exactly the roles of the list, each in its direction', () => {
    expect(usersOf(templates, 'identifiable', vault).key).toEqual(list);
  });
  test('is in the rights of no other role', () => {
    const { roles } = usersOf(templates, 'identifiable', vault);
    expect(roles).toEqual([
      'build kms:Decrypt',
      'build kms:GenerateDataKey',
      'erase kms:Decrypt',
      'erase kms:GenerateDataKey',
      'land kms:GenerateDataKey',
      'lists kms:Decrypt',
    ]);
  });
  test('a role that may do anything with keys is seen', () => {
    const wide = { Effect: 'Allow', Action: 'kms:*', Resource: '*' };
    const broken = spoilt((r) => policyOf(r, 'AWS::IAM::ManagedPolicy').push(wide));
    expect(usersOf(broken, 'identifiable', vault).roles).toContainEqual(expect.stringMatching(/kms:\*$/));
  });
  test('a key that lets the whole account in is seen', () => {
    const broken = spoilt(
      (r) =>
        r[vault].Properties.KeyPolicy.Statement.push({
          Effect: 'Allow',
          Action: 'kms:*',
          Principal: { AWS: 'root' },
          Resource: '*',
        }),
      'identifiable',
    );
    expect(usersOf(broken, 'identifiable', vault).key).not.toEqual(list);
  });
  test('references are made by landing and building alone; seals of the record by who answers people', () => {
    const makers = usersOf(templates, 'identifiable', idOf('identifiable', 'Pseudonyms'));
    expect(makers.key).toEqual(['build kms:GenerateMac', 'land kms:GenerateMac']);
    expect(makers.roles).toEqual(makers.key);
    const sealers = usersOf(templates, 'record', idOf('record', 'Seals'));
    expect(sealers.roles).toEqual([
      'api kms:GenerateMac',
      'erase kms:GenerateMac',
      'lists kms:GenerateMac',
      'retain kms:GenerateMac',
    ]);
  });
});

describe('the key of sessions', () => {
  const users = () => usersOf(templates, 'web', idOf('web', 'Key'));
  test('lets in who answers people, and of the rest of the account nobody', () => {
    expect(users().key).toEqual([
      'api kms:Decrypt',
      'api kms:GenerateDataKey',
      'by way of lambda.eu-west-2.amazonaws.com kms:CreateGrant',
      'by way of lambda.eu-west-2.amazonaws.com kms:Decrypt',
      'by way of lambda.eu-west-2.amazonaws.com kms:Encrypt',
      'lists kms:Decrypt',
      'lists kms:GenerateDataKey',
      ...['Decrypt', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'].map(
        (action) => `{"Service":"logs.eu-west-2.amazonaws.com"} kms:${action}`,
      ),
    ]);
  });
  test('is in the rights of no other role', () => {
    expect(users().roles).toEqual([
      'api kms:Decrypt',
      'api kms:GenerateDataKey',
      'lists kms:Decrypt',
      'lists kms:GenerateDataKey',
    ]);
  });
});

test('Lambda may open the settings of every function with the key that they are encrypted with', () => {
  for (const zone of ['pipeline', 'web'])
    for (const { KmsKeyArn } of ofType({ zone: templates[zone]! }, 'AWS::Lambda::Function')) {
      const { key } = usersOf(templates, zone, KmsKeyArn['Fn::GetAtt'][0]);
      for (const action of ['CreateGrant', 'Encrypt'])
        expect(key).toContain(`by way of lambda.eu-west-2.amazonaws.com kms:${action}`);
    }
});

describe('nothing is open', () => {
  test('no action is allowed by a wildcard', () => {
    expect(wideActions(templates)).toEqual([]);
    const broken = spoilt((r) =>
      policyOf(r, 'AWS::IAM::ManagedPolicy').push({ Effect: 'Allow', Action: ['s3:Get*'], Resource: 'x' }),
    );
    expect(wideActions(broken)).toEqual(['s3:Get*']);
  });
  test('nobody is let in by name of everybody', () => {
    expect(openToAll(templates)).toEqual([]);
    const broken = spoilt(
      (r) =>
        policyOf(r, 'AWS::S3::BucketPolicy').push({
          Effect: 'Allow',
          Action: 's3:GetObject',
          Principal: { AWS: '*' },
          Resource: 'x',
        }),
      'lake',
    );
    expect(openToAll(broken)).toHaveLength(1);
  });
  test('every bucket is private, encrypted, versioned and answers over TLS only', () => {
    expect(openBuckets(templates)).toEqual([]);
    const lake = idOf('lake', 'Lake');
    const withoutBlock = spoilt((r) => delete r[lake].Properties.PublicAccessBlockConfiguration, 'lake');
    expect(openBuckets(withoutBlock)).toEqual([lake]);
    const withoutTls = spoilt((r) => {
      const policy = Object.values(r).find(
        ({ Type, Properties }) => Type === 'AWS::S3::BucketPolicy' && Properties.Bucket.Ref === lake,
      );
      policy.Properties.PolicyDocument.Statement = policy.Properties.PolicyDocument.Statement.filter(
        (s: any) => !s.Condition?.Bool,
      );
    }, 'lake');
    expect(openBuckets(withoutTls)).toEqual([lake]);
  });
  test('functions answer signed calls only, and only those that CloudFront signs for this distribution', () => {
    expect(openUrls(templates)).toEqual([]);
    const broken = spoilt(
      (r) => (Object.values(r).find(({ Type }) => Type === 'AWS::Lambda::Url').Properties.AuthType = 'NONE'),
      'web',
    );
    expect(openUrls(broken)).toHaveLength(1);
    const asked = ofType(templates, 'AWS::Lambda::Permission').filter(
      ({ Principal }) => Principal === 'cloudfront.amazonaws.com',
    );
    expect(asked).toHaveLength(4);
    for (const { SourceArn } of asked) expect(JSON.stringify(SourceArn)).toContain(':distribution/');
  });
  test('queues, topics, logs and settings are encrypted with keys of ours', () => {
    expect(unencrypted(templates)).toEqual([]);
    const queue = idOf('pipeline', 'ToLand');
    expect(unencrypted(spoilt((r) => delete r[queue].Properties.KmsMasterKeyId))).toEqual([queue]);
  });
  test("only the pipeline's own rules wake it", () => {
    const sending = statements({ pipeline: templates.pipeline! }).filter(
      ({ Effect, Principal }) => Effect === 'Allow' && Principal?.Service === 'events.amazonaws.com',
    );
    const intoQueues = sending.filter(({ Action }) => Action === 'sqs:SendMessage');
    expect(intoQueues.length).toBeGreaterThan(3);
    for (const { Condition } of intoQueues) expect(Condition).toHaveProperty('ArnEquals.aws:SourceArn');
  });
});

describe('what is written stays written', () => {
  const locks = (zone: string) =>
    ofType({ zone: templates[zone]! }, 'AWS::S3::Bucket').flatMap(
      (b) => b.ObjectLockConfiguration?.Rule.DefaultRetention ?? [],
    );
  const { raw_days, audit_years } = readConfig().retention;
  test('files of agencies for as long as partnership.yaml says, and whoever must can still remove one', () => {
    expect(locks('identifiable')).toEqual([{ Mode: 'GOVERNANCE', Days: raw_days }]);
  });
  test('the record of who saw what for years, and nobody can shorten it', () => {
    const lock = { Mode: 'COMPLIANCE', Days: audit_years * 366 };
    expect(locks('record')).toEqual([lock, lock]);
  });
  test('buckets, keys and logs outlive their stack and what replaces them; what a failed creation made goes with it', () => {
    const kept = ['AWS::S3::Bucket', 'AWS::KMS::Key', 'AWS::Logs::LogGroup'];
    const made = Object.values(templates).flatMap(({ Resources }) => Object.values(Resources));
    const policies = (types: string[]) =>
      made
        .filter(({ Type }) => types.includes(Type))
        .map(({ Type, DeletionPolicy, UpdateReplacePolicy }) => [Type, DeletionPolicy, UpdateReplacePolicy]);
    expect(policies(kept).length).toBeGreaterThan(25);
    for (const [type, ...policy] of policies(kept))
      expect([type, ...policy]).toEqual([type, 'RetainExceptOnCreate', 'Retain']);
    expect(policies(['AWS::Cognito::UserPool'])).toEqual([['AWS::Cognito::UserPool', 'Retain', 'Retain']]);
  });
  test('nothing that holds a child is locked beyond erasure', () => {
    for (const zone of ['identifiable', 'lake', 'web'])
      expect(locks(zone).map(({ Mode }) => Mode)).not.toContain('COMPLIANCE');
  });
  test('commits, receipts, what people decided or took back, and the record are written once', () => {
    const once = statements(templates).filter(({ Condition }) => Condition?.Null?.['s3:if-none-match'] === 'true');
    const places = JSON.stringify(once.map(({ Resource }) => Resource));
    const lake = ['_log', 'receipts', 'withdrawals', 'decisions', 'uploads'].map((folder) => `lake/${folder}/*`);
    for (const prefix of [...lake, 'audit/*', 'anchors/*']) expect(places).toContain(prefix);
    expect(once.every(({ Effect }) => Effect === 'Deny')).toBe(true);
  });
});

describe('what people reach', () => {
  const web = () => zoneOf('web');
  const only = (type: string) => Object.values(web()).filter(({ Type }) => Type === type);
  const distribution = () => only('AWS::CloudFront::Distribution')[0]!.Properties.DistributionConfig;
  test('TLS 1.2 at least, behind the firewall of its stage, which is where CloudFront looks for it', () => {
    expect(distribution().ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021');
    expect(distribution().WebACLId['Fn::GetStackOutput']).toMatchObject({ Region: 'us-east-1' });
    expect(ofType(templates, 'AWS::WAFv2::WebACL')[0]).toMatchObject({ Scope: 'CLOUDFRONT' });
  });
  test('an address may ask so much and no more, and of what is open to anybody little, however its path is written', () => {
    const { Rules } = ofType(templates, 'AWS::WAFv2::WebACL')[0]!;
    const blocking = Rules.filter(({ Action }: any) => Action?.Block).map(
      ({ Statement }: any) => Statement.RateBasedStatement,
    );
    expect(blocking.map(({ Limit, AggregateKeyType }: any) => [Limit, AggregateKeyType])).toEqual([
      [2000, 'IP'],
      [60, 'IP'],
    ]);
    const [all, some] = blocking;
    expect([all.ScopeDownStatement, some.EvaluationWindowSec]).toEqual([undefined, 300]);
    const paths = some.ScopeDownStatement.OrStatement.Statements.map(({ ByteMatchStatement: match }: any) => {
      expect(match).toMatchObject({ FieldToMatch: { UriPath: {} }, PositionalConstraint: 'STARTS_WITH' });
      expect(match.TextTransformations.map(({ Type }: any) => Type)).toEqual(['URL_DECODE', 'NORMALIZE_PATH']);
      return match.SearchString;
    });
    const open = Object.keys(TABLE).filter((route) => TABLE[route] === 'anybody');
    expect(paths.sort()).toEqual(open.map((route) => route.split(' ')[1]).sort());
  });
  test('what asks the vault is reached by the one path that it answers', () => {
    const urls = Object.keys(web()).filter((id) => web()[id]!.Type === 'AWS::Lambda::Url');
    const lists = distribution().Origins.find(({ DomainName }: any) =>
      JSON.stringify(DomainName).includes(urls.find((id) => id.startsWith('lists'))!),
    );
    const paths = distribution().CacheBehaviors.filter(({ TargetOriginId }: any) => TargetOriginId === lists.Id);
    expect(paths.map(({ PathPattern }: any) => PathPattern)).toEqual(['/api/lists']);
    expect(distribution().CacheBehaviors[0].PathPattern).toBe('/api/lists');
  });
  test('browsers come by TLS alone, for two years, and to no host below ours without', () => {
    const policies = only('AWS::CloudFront::ResponseHeadersPolicy').map((policy) => policy.Properties);
    for (const { ResponseHeadersPolicyConfig: policy } of policies)
      expect(policy.SecurityHeadersConfig.StrictTransportSecurity).toEqual({
        AccessControlMaxAgeSec: 63_072_000,
        IncludeSubdomains: true,
        Override: true,
        Preload: true,
      });
    const { DefaultCacheBehavior, CacheBehaviors } = distribution();
    for (const behaviour of [DefaultCacheBehavior, ...CacheBehaviors])
      expect(behaviour.ResponseHeadersPolicyId).toEqual(DefaultCacheBehavior.ResponseHeadersPolicyId);
  });
  test('pages lead to TLS, the API answers nothing else', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = distribution();
    expect(DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    for (const { ViewerProtocolPolicy } of CacheBehaviors) expect(ViewerProtocolPolicy).toBe('https-only');
  });
  test('answers of the API are never kept', () => {
    for (const { PathPattern, CachePolicyId } of distribution().CacheBehaviors)
      expect([PathPattern, CachePolicyId]).toEqual([PathPattern, '4135ea2d-6df8-44a3-9df3-4b5a84be39ad']);
  });
  test('the pages have the very headers that the API sets', () => {
    const policies = Object.entries(web()).filter(([, { Type }]) => Type === 'AWS::CloudFront::ResponseHeadersPolicy');
    const [[id, policy]] = policies as [(typeof policies)[number]];
    const { SecurityHeadersConfig, CustomHeadersConfig, RemoveHeadersConfig } =
      policy.Properties.ResponseHeadersPolicyConfig;
    const Override = true;
    const { 'Content-Security-Policy': ContentSecurityPolicy, 'Referrer-Policy': ReferrerPolicy } = HEADERS;
    expect(SecurityHeadersConfig).toEqual({
      ContentSecurityPolicy: { ContentSecurityPolicy, Override },
      ReferrerPolicy: { ReferrerPolicy, Override },
      ContentTypeOptions: { Override },
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 2 * 365 * 86400,
        IncludeSubdomains: true,
        Preload: true,
        Override,
      },
    });
    const { 'Content-Security-Policy': _, 'X-Content-Type-Options': __, 'Referrer-Policy': ___, ...others } = HEADERS;
    const custom = Object.entries(others).map(([Header, Value]) => ({ Header, Value, Override }));
    expect(CustomHeadersConfig.Items).toEqual(expect.arrayContaining(custom));
    expect(CustomHeadersConfig.Items).toHaveLength(custom.length);
    expect(RemoveHeadersConfig.Items).toEqual([{ Header: 'Server' }]);
    const { DefaultCacheBehavior, CacheBehaviors } = distribution();
    expect(CacheBehaviors).toHaveLength(3);
    for (const { ResponseHeadersPolicyId } of [DefaultCacheBehavior, ...CacheBehaviors])
      expect(ResponseHeadersPolicyId).toEqual({ Ref: id });
  });
  test('what a person enters elsewhere is told when the stack stands', () => {
    const { Outputs = {} } = templates.web!;
    const told = Object.keys(Outputs).filter((name) => !Outputs[name]!.Export);
    expect(told).toEqual(['PointHostAt', 'SamlIdentifier', 'SamlReply', 'OidcReply']);
    expect(JSON.stringify(Outputs.SamlReply!.Value)).toMatch(/amazoncognito\.com\/saml2\/idpresponse/);
  });
  test('a directory under a name that is no agency is refused', () => {
    const stage = {
      ...readStage('test'),
      directories: [{ kind: 'saml', agency: 'polcie', metadata_url: 'x' } as const],
    };
    expect(() => addStacks(newApp(), stage, '.')).toThrow('"polcie" is no agency of partnership.yaml');
  });
  test('a sign-in that does not say who gives which role is refused before anything is deployed', () => {
    const config = readConfig();
    const sign_in = { ...config.sign_in, given_by: undefined };
    expect(() => addStacks(newApp(), readStage('test'), '.', { ...config, sign_in })).toThrow('given_by');
  });
  test('nobody signs up, and nobody can change what a directory says of them', () => {
    const [pool] = only('AWS::Cognito::UserPool');
    expect(pool!.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    const [client] = only('AWS::Cognito::UserPoolClient');
    expect(client!.Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      EnableTokenRevocation: true,
      RefreshTokenValidity: LONGEST_MS / 60_000,
      TokenValidityUnits: { RefreshToken: 'minutes' },
      AllowedOAuthScopes: ['openid', 'profile'],
      SupportedIdentityProviders: ['council', 'police'],
    });
  });
});

describe('what runs', () => {
  const functions = ofType(templates, 'AWS::Lambda::Function');
  test('Node 24 on the processor of the stage, so many at once and no more', () => {
    expect(functions.map(({ Runtime }) => Runtime)).toEqual(functions.map(() => 'nodejs24.x'));
    expect(functions.map(({ Architectures }) => Architectures)).toEqual(functions.map(() => ['arm64']));
    for (const { ReservedConcurrentExecutions } of functions) expect(ReservedConcurrentExecutions).toBeGreaterThan(0);
  });
  test('each with a role of its own', () => {
    const roles = functions.map(({ Role }) => JSON.stringify(Role));
    expect(new Set(roles).size).toBe(functions.length);
  });
  test('Athena reads no more than its limit, whoever asks', () => {
    const [group] = ofType(templates, 'AWS::Athena::WorkGroup');
    expect(group!.WorkGroupConfiguration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 20e9,
    });
    expect(group!.WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption).toBe('SSE_KMS');
  });
});

describe('docs/security.md', () => {
  const names = (type: string, name: (made: Record<string, any> & { id: string }) => string) => [
    ...new Set(ofType(templates, type).map(name)),
  ];
  const missing = (heading: string, words: string[]) => words.filter((word) => !sectionOf(heading).includes(word));
  test('keys are those of the stacks', () => {
    const rows = sectionOf('Keys')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1);
    const keys = names('AWS::KMS::Key', ({ Description }) => Description);
    expect(rows.map((row) => row.split('|')[1]!.trim()).sort()).toEqual(keys.sort());
    for (const key of ofType(templates, 'AWS::KMS::Key'))
      expect([key.id, key.KeySpec ?? key.EnableKeyRotation]).toEqual([key.id, expect.toBeOneOf(['HMAC_256', true])]);
  });
  test('every bucket has its level', () => {
    const buckets = names('AWS::S3::Bucket', ({ id }) => `\`${id.replace(/[0-9A-F]{8}$/, '')}\``);
    expect(buckets.length).toBeGreaterThan(8);
    expect(missing('What is kept, by level', buckets)).toEqual([]);
  });
  test('logs are those of the stacks', () => {
    const logs = ofType(templates, 'AWS::Logs::LogGroup');
    const said = logs.map(({ LogGroupName }) => `\`${LogGroupName.replace(/^\/.*\/|-safeguarding-.*$/g, '')}\``);
    expect(missing('Logs', said)).toEqual([]);
    expect(new Set(logs.map(({ RetentionInDays }) => RetentionInDays))).toEqual(new Set([400]));
  });
  test('services that are called are those of the rights', () => {
    const rights = ofType(templates, 'AWS::IAM::ManagedPolicy').flatMap((policy) => policy.PolicyDocument.Statement);
    const services = new Set(rights.flatMap(({ Action }) => [Action].flat()).map((action) => action.split(':')[0]));
    const named = sectionOf('Who is called').split('of their own account')[0]!;
    expect([...named.matchAll(/`(\w+)`/g)].map(([, name]) => name).sort()).toEqual([...services].sort());
  });
  test('limits of the account are those of the stacks', () => {
    const atOnce = (name: string) =>
      ofType(templates, 'AWS::Lambda::Function').find(({ FunctionName }) => FunctionName.endsWith(`-${name}`))!
        .ReservedConcurrentExecutions;
    const [rules] = ofType(templates, 'AWS::WAFv2::WebACL').map(({ Rules }) => Rules);
    const limits = rules.flatMap(({ Statement }: any) => Statement.RateBasedStatement ?? []);
    const [requests, signIns] = limits.map(({ Limit }: any) => Limit);
    expect(sectionOf('Limits')).toContain(
      `One address: ${requests} requests in 5 minutes, and ${signIns} of signing in.`,
    );
    expect(sectionOf('Limits')).toContain(
      `At once: ${atOnce('api')} answers, ${atOnce('lists')} lists, ${atOnce('build')} build.`,
    );
  });
  test('tokens end when docs/security.md says', () => {
    const [client] = ofType(templates, 'AWS::Cognito::UserPoolClient');
    expect(client).toMatchObject({ IdTokenValidity: 5, AccessTokenValidity: 5, RefreshTokenValidity: 480 });
    expect(sectionOf('Signing in, and sessions')).toContain("Cognito's tokens: 5 minutes; its refresh token 8 hours");
  });
  test('no function is told to debug', () => {
    const told = ofType(templates, 'AWS::Lambda::Function').flatMap((made) =>
      Object.keys(made.Environment?.Variables ?? {}),
    );
    expect(told.filter((name) => /DEBUG|NODE_OPTIONS|NODE_ENV/.test(name))).toEqual([]);
  });
});

/** Of each kind of alarm, by how its name ends: what it means. */
const ALARMS: Record<string, string> = {
  errors: 'A function fails',
  throttles: 'Too much at once',
  failed: 'Work could not be done',
  waits: 'Work waits too long',
  faults: 'The dashboard answers with errors',
  files: 'A file was refused',
  extracts: 'An extract is late',
};
describe('alarms', () => {
  const alarms = ofType(templates, 'AWS::CloudWatch::Alarm');
  test('each says what it means, rings with the first fault, and tells when it begins and ends', () => {
    for (const alarm of alarms) {
      const end = alarm.AlarmName.split('-').at(-1);
      expect([alarm.AlarmName, alarm.AlarmDescription]).toEqual([alarm.AlarmName, `docs/runbook.md, "${ALARMS[end]}"`]);
      expect([end, alarm.Threshold]).toEqual([end, end === 'waits' ? 3600 : 0]);
      expect(alarm).toMatchObject({ EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' });
      for (const told of [alarm.AlarmActions, alarm.OKActions]) expect(told).toEqual([{ Ref: idOf('watch', 'Tell') }]);
    }
  });
  test('every function, every queue and all that answers people has its own', () => {
    const names = alarms.map(({ AlarmName }) => AlarmName.replace('safeguarding-production-', ''));
    const functions = ofType(templates, 'AWS::Lambda::Function').map(({ FunctionName }) =>
      FunctionName.replace('safeguarding-production-', ''),
    );
    const expected = [
      ...functions.flatMap((name) => [`${name}-errors`, `${name}-throttles`]),
      ...['ToLand', 'ToBuild'].flatMap((name) => [`${name}-failed`, `${name}-waits`]),
      'api-faults',
      'lists-faults',
      'refused-files',
      'late-extracts',
    ];
    expect(names.sort()).toEqual(expected.sort());
  });
  test('are heard by whom the stage names', () => {
    const { alarms_to } = readStage('production');
    expect(ofType(templates, 'AWS::SNS::Subscription').map(({ Protocol, Endpoint }) => [Protocol, Endpoint])).toEqual([
      ['email', alarms_to],
    ]);
  });
});

test('every alarm leads to a part of the runbook', () => {
  const headings = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  const told = [
    ...ofType(templates, 'AWS::CloudWatch::Alarm').map(({ AlarmDescription }) => AlarmDescription),
    ...ofType(templates, 'AWS::Budgets::Budget').map(({ Budget }) => Budget.BudgetName),
    ...ofType({ watch: templates.watch! }, 'AWS::Events::Rule').map(({ Description }) => Description),
  ];
  expect(told.length).toBeGreaterThan(15);
  const named = told.map((text: string) => /docs\/runbook\.md, "(.+)"$/.exec(text)?.[1]);
  for (const heading of named) expect(headings).toContain(heading);
  expect(new Set(named)).toEqual(new Set(headings));
});
