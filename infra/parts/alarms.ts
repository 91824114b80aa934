import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Worker } from './function.ts';
import type { WakeUps } from './queue.ts';
import { inRunbook } from './runbook.ts';

const FIVE_MINUTES = Duration.minutes(5);

interface Bell {
  metric: IMetric;
  /** The part of the runbook that says what to do. */
  heading: string;
  /** Above this it rings. */
  above?: number;
}

/** Rings, and rings off, by way of a topic. */
export class Bells {
  private readonly scope: Construct;
  private readonly topic: ITopic;
  private readonly stage: Stage;

  constructor(scope: Construct, stage: Stage, topic: ITopic) {
    this.scope = scope;
    this.stage = stage;
    this.topic = topic;
  }

  hang(id: string, { metric, heading, above = 0 }: Bell): void {
    const alarm = new Alarm(this.scope, id, {
      alarmName: `safeguarding-${this.stage.name}-${id}`,
      alarmDescription: inRunbook(heading),
      metric,
      threshold: above,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }

  /** A function that fails, or is asked more than it may do at once. */
  ofWorker(worker: Worker): void {
    const { name } = worker;
    const sum = { period: FIVE_MINUTES, statistic: Stats.SUM };
    this.hang(`${name}-errors`, { metric: worker.metricErrors(sum), heading: 'A function fails' });
    this.hang(`${name}-throttles`, { metric: worker.metricThrottles(sum), heading: 'Too much at once' });
  }

  /** A queue whose work fails, or waits. */
  ofQueue(queue: WakeUps): void {
    const id = queue.node.id;
    this.hang(`${id}-failed`, {
      metric: queue.failed.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
      heading: 'Work could not be done',
    });
    this.hang(`${id}-waits`, {
      metric: queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM }),
      heading: 'Work waits too long',
      above: Duration.hours(1).toSeconds(),
    });
  }

  /** What a function's log tells, counted: an event, and the place of a number in it where one event may tell of several. */
  ofLog(id: string, worker: Worker, told: Record<string, string>, heading: string, value = '1'): void {
    const metric = { namespace: `safeguarding/${this.stage.name}`, name: id };
    new MetricFilter(this.scope, `${id}-filter`, {
      logGroup: worker.logGroup,
      filterPattern: FilterPattern.all(
        ...Object.entries(told).map(([name, is]) => FilterPattern.stringValue(`$.${name}`, '=', is)),
      ),
      metricNamespace: metric.namespace,
      metricName: metric.name,
      metricValue: value,
    });
    const counted = new Metric({
      namespace: metric.namespace,
      metricName: metric.name,
      statistic: Stats.MAXIMUM,
      period: FIVE_MINUTES,
    });
    this.hang(id, { metric: counted, heading });
  }

  /** Answers of the product that are faults of ours. */
  ofAnswers(worker: Worker): void {
    this.hang(`${worker.name}-faults`, {
      metric: worker.metric('Url5xxCount', { period: FIVE_MINUTES, statistic: Stats.SUM }),
      heading: 'The dashboard answers with errors',
    });
  }
}
