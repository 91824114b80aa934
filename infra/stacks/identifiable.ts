// Landing and vault: what says who a child is. Nothing that people look at can come here but by the roles of vault-roles.ts.
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { AccessLogs, ZoneBucket } from '../parts/bucket.ts';
import { ZoneKey } from '../parts/key.ts';
import { roleArn } from '../parts/names.ts';
import type { PartnershipConfig } from '../../etl/partnership.ts';
import type { Stage } from '../stage.ts';
import { KMS_ACTIONS, PSEUDONYM_ROLES, vaultRolesThat } from '../vault-roles.ts';

interface IdentifiableProps extends StackProps {
  stage: Stage;
  retention: PartnershipConfig['retention'];
}

/** Whom the key of landing lets in: who takes files in, and who signs where an agency may put one. */
const LANDING = { encrypt: ['land', 'api'], decrypt: ['land'] };
/** Copies of identities that were replaced or erased are gone after so many days, with the backups that they are. */
const RECOVERABLE_DAYS = 35;

export class IdentifiableStack extends Stack {
  readonly landing: { bucket: ZoneBucket; key: ZoneKey };
  readonly vault: { bucket: ZoneBucket; key: ZoneKey };
  readonly pseudonyms: ZoneKey;

  constructor(scope: Construct, id: string, { stage, retention, ...props }: IdentifiableProps) {
    super(scope, id, props);
    const arns = (roles: readonly string[]) => roles.map((role) => roleArn(this, stage, role));
    const accessLogs = new AccessLogs(this, 'AccessLogs');

    const landingKey = new ZoneKey(this, 'LandingKey', 'Encrypts the files that agencies send');
    const vaultKey = new ZoneKey(this, 'VaultKey', 'Encrypts who is who');
    this.pseudonyms = new ZoneKey(this, 'Pseudonyms', 'The root from which references of children are made', {
      mac: true,
    });
    for (const direction of ['encrypt', 'decrypt'] as const) {
      const sid = direction === 'encrypt' ? 'Write' : 'Read';
      landingKey.allowRoles(sid, [KMS_ACTIONS[direction]], arns(LANDING[direction]));
      vaultKey.allowRoles(sid, [KMS_ACTIONS[direction]], arns(vaultRolesThat(direction)));
    }
    this.pseudonyms.allowRoles('MakeReferences', ['kms:GenerateMac'], arns(PSEUDONYM_ROLES));

    this.landing = {
      key: landingKey,
      bucket: new ZoneBucket(this, 'Landing', {
        stage,
        key: landingKey,
        accessLogs,
        lock: ObjectLockRetention.governance(Duration.days(retention.raw_days)),
        recoverableDays: 1,
        events: true,
      }),
    };
    this.vault = {
      key: vaultKey,
      bucket: new ZoneBucket(this, 'Vault', { stage, key: vaultKey, accessLogs, recoverableDays: RECOVERABLE_DAYS }),
    };
  }
}
