import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { addChecks } from '../../infra/checks.ts';
import { addStacks } from '../../infra/stacks.ts';
import { readStage } from '../../infra/stage.ts';

interface Resource {
  Type: string;
  Properties: Record<string, any>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}
export interface Template {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: string } }>;
}

/** An app as the CDK command would make it, whose output goes to a folder of its own. */
export function newApp(): App {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  return new App({ context, outdir: mkdtempSync(join(tmpdir(), 'safeguarding-cdk-')) });
}

/** What the checks find in an app, by rule. Nothing when synth goes through. */
export function foundIn(app: App): string[] {
  addChecks(app);
  try {
    app.synth();
    return [];
  } catch {
    const path = join(app.outdir, 'validation-report.json');
    const { pluginReports } = JSON.parse(readFileSync(path, 'utf8')) as { pluginReports: Report[] };
    return pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName));
  }
}
interface Report {
  violations: { ruleName: string }[];
}

/** The stacks of a stage as templates, by zone. What runs in them is left out: it is bundled and tried elsewhere. */
export function templatesOf(stage: string): { templates: Record<string, Template>; found: string[] } {
  const app = newApp();
  const code = mkdtempSync(join(tmpdir(), 'safeguarding-code-'));
  writeFileSync(join(code, 'api.js'), '');
  const stacks = addStacks(app, readStage(stage), code);
  const found = foundIn(app);
  const read = (name: string) =>
    JSON.parse(readFileSync(join(app.outdir, `${name}.template.json`), 'utf8')) as Template;
  const templates = Object.entries(stacks).map(([zone, stack]) => [zone, read(stack.artifactId)] as const);
  return { templates: Object.fromEntries(templates), found };
}
