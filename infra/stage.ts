import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { parseYaml } from '../etl/yaml.ts';

const directory = z.discriminatedUnion('kind', [
  /** As Entra ID and ADFS offer it: no secret has to be kept. */
  z.strictObject({ kind: z.literal('saml'), agency: z.string(), metadata_url: z.url() }),
  z.strictObject({
    kind: z.literal('oidc'),
    agency: z.string(),
    issuer: z.url(),
    client_id: z.string(),
    /** The name in Secrets Manager, whose value never stands in a template. */
    client_secret_name: z.string(),
  }),
]);

const stage = z.strictObject({
  /** Where people reach it: a host name of the council's own. */
  host: z.hostname(),
  /** The certificate of that name, in us-east-1, where CloudFront looks for it. */
  certificate_arn: z.string().startsWith('arn:aws:acm:us-east-1:'),
  /** Who is told when something needs a person. */
  alarms_to: z.email(),
  monthly_budget_usd: z.number().positive(),
  /** Lambda's processor: Graviton costs a fifth less. */
  architecture: z.enum(['arm64', 'x64']).default('arm64'),
  /** No query of Athena may read more. */
  athena_scan_limit_gb: z.number().positive().default(20),
  /** The agencies' directories, through which their people sign in. */
  directories: z.array(directory).default([]),
});
export type Directory = z.infer<typeof directory>;
export type Stage = z.infer<typeof stage> & {
  /** Begins the name of every stack, so that stages stand side by side in one account. */
  readonly name: string;
};

const NAME = /^[a-z][a-z0-9]{1,11}$/;

/** Reads `stages/<name>.yaml`. @throws SafeguardingError naming file, line and place of each fault */
export function readStage(name: string): Stage {
  if (!NAME.test(name)) throw new Error(`"${name}" is no name of a stage. Expected up to 12 small letters and digits.`);
  const file = `infra/stages/${name}.yaml`;
  const path = fileURLToPath(new URL(`./stages/${name}.yaml`, import.meta.url));
  return { name, ...parseYaml(readFileSync(path, 'utf8'), file, stage) };
}
