// The stacks of a stage: one a zone of trust. What a stack needs of another is in its constructor, and nothing else passes between them.
import { type App, Tags } from 'aws-cdk-lib';
import { type PartnershipConfig, readConfig } from '../etl/partnership.ts';
import { settingsOf } from '../functions/api/session/settings.ts';
import { EdgeStack } from './stacks/edge.ts';
import { IdentifiableStack } from './stacks/identifiable.ts';
import { LakeStack } from './stacks/lake.ts';
import { PipelineStack } from './stacks/pipeline.ts';
import { RecordStack } from './stacks/record.ts';
import { WatchStack } from './stacks/watch.ts';
import { WebStack } from './stacks/web.ts';
import type { Stage } from './stage.ts';

const LONDON = { env: { region: 'eu-west-2' } };
/** CloudFront looks for firewalls there and nowhere else. */
const VIRGINIA = { env: { region: 'us-east-1' } };

/** Adds a stage to an app. @param code the folder that `bundle` made @param config partnership.yaml's unless told */
export function addStacks(app: App, stage: Stage, code: string, config: PartnershipConfig = readConfig()) {
  const { retention, agencies } = config;
  // Functions that cannot read it would be deployed to fail; issuer and client are known when the stacks stand.
  settingsOf({ config }, { issuer: 'https://known-later.invalid', client_id: 'known later' });
  // The directory's name is what says whose its people are: under a name that is no agency's, nobody could sign in.
  for (const { agency } of stage.directories)
    if (!Object.hasOwn(agencies, agency))
      throw new Error(`infra/stages/${stage.name}.yaml: "${agency}" is no agency of partnership.yaml.`);
  const product = { stage, code };
  const named = (zone: string) => `Safeguarding-${stage.name}-${zone}`;
  const common = { stage, terminationProtection: true, ...LONDON };

  const identifiable = new IdentifiableStack(app, named('identifiable'), { ...common, retention });
  const lake = new LakeStack(app, named('lake'), common);
  const record = new RecordStack(app, named('record'), { ...common, retention });
  const pipeline = new PipelineStack(app, named('pipeline'), { ...common, product, identifiable, lake, record });
  const edge = new EdgeStack(app, named('edge'), { ...common, ...VIRGINIA });
  const web = new WebStack(app, named('web'), { ...common, product, edge, identifiable, lake, record });
  const zones = [identifiable.landing, identifiable.vault, lake.lake, record.audit, record.anchors];
  const watch = new WatchStack(app, named('watch'), { ...common, pipeline, web, zones });
  Tags.of(app).add('product', 'safeguarding-dashboard');
  Tags.of(app).add('stage', stage.name);
  return { identifiable, lake, record, pipeline, edge, web, watch };
}
