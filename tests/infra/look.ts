// Reads templates for what must not be in them. Each function is tried on templates with that very fault.
import type { Template } from './synth.ts';

export type Templates = Record<string, Template>;

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Principal?: any;
  Condition?: Record<string, any>;
}

const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** All resources of a type in all stacks. */
export const ofType = (templates: Templates, ...types: string[]) =>
  Object.values(templates)
    .flatMap(({ Resources }) => Object.entries(Resources))
    .filter(([, { Type }]) => types.includes(Type))
    .map(([id, { Properties }]) => ({ id, ...Properties }) as Record<string, any> & { id: string });

/** Every statement of every policy, wherever it stands. */
export function statements(templates: Templates): Statement[] {
  const found: Statement[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('Effect' in value && 'Action' in value) found.push(value as Statement);
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const { Resources } of Object.values(templates)) walk(Resources);
  return found;
}

/** Actions that somebody is allowed by a wildcard. */
export const wideActions = (templates: Templates): string[] =>
  statements(templates)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => listed(Action))
    .filter((action) => action.includes('*'));

/** Statements that let everybody in. */
export const openToAll = (templates: Templates): Statement[] =>
  statements(templates).filter(
    ({ Effect, Principal }) => Effect === 'Allow' && (Principal === '*' || Principal?.AWS === '*'),
  );

/** Buckets that something may be public of, that keep no versions, that have no encryption, or that answer without TLS. */
export const openBuckets = (templates: Templates): string[] =>
  ofType(templates, 'AWS::S3::Bucket')
    .filter((bucket) => {
      const block = bucket.PublicAccessBlockConfiguration ?? {};
      const closed = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];
      return !(
        closed.every((name) => block[name] === true) &&
        bucket.VersioningConfiguration?.Status === 'Enabled' &&
        bucket.BucketEncryption &&
        refusesPlain(templates, bucket.id)
      );
    })
    .map(({ id }) => id);

const refusesPlain = (templates: Templates, bucket: string) =>
  ofType(templates, 'AWS::S3::BucketPolicy')
    .filter((policy) => policy.Bucket.Ref === bucket)
    .flatMap((policy) => policy.PolicyDocument.Statement as Statement[])
    .some(({ Effect, Condition }) => Effect === 'Deny' && Condition?.Bool?.['aws:SecureTransport'] === 'false');

/** Function URLs that answer to who does not sign. */
export const openUrls = (templates: Templates): string[] =>
  ofType(templates, 'AWS::Lambda::Url')
    .filter(({ AuthType }) => AuthType !== 'AWS_IAM')
    .map(({ id }) => id);

/** Queues, topics and logs that are not encrypted with a key of ours. */
export const unencrypted = (templates: Templates): string[] => [
  ...ofType(templates, 'AWS::SQS::Queue', 'AWS::SNS::Topic')
    .filter((made) => !made.KmsMasterKeyId)
    .map(({ id }) => id),
  ...ofType(templates, 'AWS::Logs::LogGroup', 'AWS::Lambda::Function')
    .filter((made) => !(made.KmsKeyId ?? made.KmsKeyArn))
    .map(({ id }) => id),
];

/** Which roles may do what with a key: by its own policy, and by theirs. */
export function usersOf(templates: Templates, zone: string, keyId: string): { key: string[]; roles: string[] } {
  const key = (templates[zone]!.Resources[keyId]!.Properties.KeyPolicy.Statement as Statement[])
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((s) =>
      listed(s.Action)
        .filter(uses)
        .flatMap((action) => whom(s).map((who) => `${who} ${action}`)),
    );
  const roles = Object.entries(templates).flatMap(([there, template]) =>
    ofType({ there: template }, 'AWS::IAM::ManagedPolicy', 'AWS::IAM::Policy', 'AWS::IAM::Role').flatMap((policy) =>
      policiesOf(policy)
        .filter(({ Effect }) => Effect === 'Allow')
        .filter(({ Resource }) => listed(Resource).some((r) => means(templates, zone, keyId, r, there === zone)))
        .flatMap(({ Action }) =>
          listed(Action)
            .filter(uses)
            .map((action) => `${nameOf(policy)} ${action}`),
        ),
    ),
  );
  return { key: key.sort(), roles: roles.sort() };
}

const policiesOf = (policy: Record<string, any>): Statement[] => [
  ...(policy.PolicyDocument?.Statement ?? []),
  ...(policy.Policies ?? []).flatMap((inline: any) => inline.PolicyDocument.Statement),
];
const nameOf = (policy: Record<string, any>): string =>
  (policy.Roles?.[0]?.Ref ?? policy.id).replace(/(role|policy)?[0-9A-F]{8}$/, '');

/** What an administrator does to look after a key is no use of it. */
const uses = (action: string) => /^(\*|kms:(\*|.*(crypt|DataKey|Mac|CreateGrant|Sign|Derive).*))$/i.test(action);

/** The roles that a statement of a key names, or the service by way of which alone it may be used; whole accounts and services as they are. */
function whom({ Principal, Condition }: Statement): string[] {
  const via = Condition?.StringEquals?.['kms:ViaService'];
  if (via) return [`by way of ${via}`];
  const arns = Condition?.ArnEquals?.['aws:PrincipalArn'];
  if (!arns) return [JSON.stringify(Principal)];
  return listed(arns).map((arn) => /role\/safeguarding-[a-z0-9]+-([a-z-]+)/.exec(JSON.stringify(arn))![1]!);
}

/** Whether a resource of a statement is a key, or could be. @param same whether it is of the key's own stack: stacks call things the same */
function means(templates: Templates, zone: string, keyId: string, resource: any, same: boolean): boolean {
  if (resource === '*') return true;
  if (typeof resource === 'string') return resource.includes(':kms:');
  const local = same && resource['Fn::GetAtt']?.[0] === keyId;
  const exported = Object.values(templates[zone]!.Outputs ?? {}).some(
    ({ Value, Export }) => (Value as any)['Fn::GetAtt']?.[0] === keyId && Export?.Name === resource['Fn::ImportValue'],
  );
  return local || exported;
}

/** Whether a function's role may do something with an object, or with a zone's list, by its own policy. */
export function mayDo(templates: Templates, role: string, action: string, key: string): boolean {
  const [zone] = key.split('/') as [string];
  const of = (arn: string) => arn.replace(/^arn:aws:s3:::safeguarding-[a-z0-9]+-/, '');
  const bucket = `${zone}-ACCOUNT`;
  const wanted = action === 's3:ListBucket' ? bucket : `${bucket}/${key}`;
  return ofType(templates, 'AWS::IAM::ManagedPolicy')
    .filter((policy) => nameOf(policy) === role)
    .flatMap(policiesOf)
    .filter(({ Effect, Action }) => Effect === 'Allow' && listed(Action).includes(action))
    .flatMap(({ Resource }) => listed(Resource as any).map((arn) => of(textOf(arn))))
    .some((arn) => (arn.endsWith('*') ? wanted.startsWith(arn.slice(0, -1)) : wanted === arn));
}

/** A text of a template, with the account's number as a word. */
function textOf(value: any): string {
  if (typeof value === 'string') return value;
  if (value?.Ref === 'AWS::AccountId') return 'ACCOUNT';
  return value?.['Fn::Join'] ? (value['Fn::Join'][1] as unknown[]).map(textOf).join('') : JSON.stringify(value);
}
