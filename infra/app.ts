// `npx cdk synth -c stage=production`: the stacks of one stage. It asks no account and no network for anything.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { Annotations, App } from 'aws-cdk-lib';
import { buildDashboard, DASHBOARD } from '../functions/local/dashboard.ts';
import { bundle, ENTRIES } from './bundle/bundle.ts';
import { addChecks } from './checks.ts';
import { addStacks } from './stacks.ts';
import { readStage } from './stage.ts';

const app = new App();
const stage = readStage(String(app.node.getContext('stage')));
const code = 'infra/dist';
await buildDashboard();
const missing = await bundle(ENTRIES, stage.architecture, code);
await cp(DASHBOARD, join(code, 'site'), { recursive: true });
// With an account at hand this may be a deployment, and functions without their library would be deployed to fail.
if (missing && process.env.CDK_DEFAULT_ACCOUNT) throw new Error(missing);
const { pipeline } = addStacks(app, stage, code);
if (missing) Annotations.of(pipeline).addWarningV2('safeguarding:duckdb', missing);
addChecks(app);
app.synth();
