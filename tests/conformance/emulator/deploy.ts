// The stacks, deployed to the emulator as `cdk deploy` deploys them to AWS.
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App, CfnResource } from 'aws-cdk-lib';
import { parseDocument } from 'yaml';
import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { buildDashboard, DASHBOARD } from '../../../functions/local/dashboard.ts';
import { demoSettings } from '../../../functions/local/identity/demo-settings.ts';
import { bundle, ENTRIES } from '../../../infra/bundle/bundle.ts';
import { addStacks } from '../../../infra/stacks.ts';
import { readStage } from '../../../infra/stage.ts';
import type { PartnershipConfig } from '../../../etl/partnership.ts';
import { scratchFolder } from '../../partnerships.ts';
import type { Emulator } from './emulator.ts';
import { lockBuckets } from './locks.ts';
import { ACCOUNT, functionName, STAGE } from './names.ts';

/** What the emulator does not know. Nothing that the product does rests on it; `npm test` holds the stacks to it. */
export const UNKNOWN = ['AWS::WAFv2::LoggingConfiguration', 'AWS::CloudTrail::Trail', 'AWS::Budgets::Budget'];
const CDK = join(createRequire(import.meta.url).resolve('aws-cdk/package.json'), '../bin/cdk');

/** Bundles what runs, makes the stacks and deploys them all. @param issuer the provider of the sign-in, in place of Cognito's */
export async function deploy(
  emulator: Emulator,
  config: PartnershipConfig,
  issuer: string,
  clientId: string,
): Promise<void> {
  const [code, outdir] = [join(scratchFolder(), 'code'), join(scratchFolder(), 'cdk.out')];
  await buildDashboard();
  const missing = await bundle(ENTRIES, process.arch === 'arm64' ? 'arm64' : 'x64', code);
  if (missing) throw new Error(missing);
  cpSync(DASHBOARD, join(code, 'site'), { recursive: true });
  const sign_in = demoSettings({ config }, issuer, clientId);
  const place = join(code, 'partnership.yaml');
  const document = parseDocument(readFileSync(place, 'utf8'));
  document.set('sign_in', sign_in);
  writeFileSync(place, String(document));
  synth(code, outdir);
  for (const region of ['eu-west-2', 'us-east-1'])
    await cdk(emulator, outdir, 'bootstrap', `aws://${ACCOUNT}/${region}`);
  await cdk(emulator, outdir, 'deploy', '--all', '--require-approval', 'never');
  await lockBuckets(emulator, outdir);
}

function synth(code: string, outdir: string): void {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  const app = new App({ outdir, context });
  addStacks(app, readStage(STAGE), code);
  for (const node of app.node.findAll())
    if (CfnResource.isCfnResource(node) && UNKNOWN.includes(node.cfnResourceType))
      node.node.scope!.node.tryRemoveChild(node.node.id);
    // The emulator finds no output of a stack in another region, so the firewall is made and put before nothing.
    else if (CfnResource.isCfnResource(node) && node.cfnResourceType === 'AWS::CloudFront::Distribution')
      node.addPropertyDeletionOverride('DistributionConfig.WebACLId');
  app.synth();
}

async function cdk({ url }: Emulator, outdir: string, ...args: string[]): Promise<void> {
  const environment = {
    ...process.env,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-west-2',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_VERSION_CHECK: '1',
  };
  const run = promisify(execFile);
  await run(process.execPath, [CDK, ...args, '--app', outdir, '--no-notices'], {
    env: environment,
    maxBuffer: 2 ** 26,
  }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`cdk ${args[0]} failed:\n${error.stdout.slice(-4000)}\n${error.stderr.slice(-4000)}`);
  });
}

/** Tells a function other settings than the stacks did. */
export async function tell(emulator: Emulator, name: string, settings: Record<string, string>): Promise<void> {
  const lambda = new LambdaClient(emulator.client);
  const FunctionName = functionName(name);
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const Variables = { ...Environment?.Variables, ...settings };
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
}
