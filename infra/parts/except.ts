import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const PACKS = {
  solutions: 'AwsSolutions::AwsSolutions-',
  nist: 'NIST.800.53.R5::NIST.800.53.R5-',
  guard: 'cdk-validator-cfnguard::',
};

/** A rule by its pack and its name there. */
type Rule = `${keyof typeof PACKS}:${string}`;

/** Says that rules of the checks do not hold here, and why that is right. Nothing else may be wrong with the construct. */
export function except(construct: IConstruct, reason: string, ...rules: Rule[]): void {
  for (const rule of rules) {
    const end = rule.indexOf(':');
    const [pack, name] = [rule.slice(0, end) as keyof typeof PACKS, rule.slice(end + 1)];
    Validations.of(construct).acknowledge({ id: PACKS[pack] + name, reason });
  }
}
