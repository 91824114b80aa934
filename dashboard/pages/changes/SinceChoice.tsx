import { Choice } from '../../components/Choice.tsx';
import { longDate } from '../../words/dates.ts';

interface SinceChoiceProps {
  /** The days of the meetings that were held, newest first. */
  meetings: readonly string[];
  since: string | null;
  onChange(day: string): void;
}

/** A native select of meetings. A day on which none was held stands in it too, where the address asks for it. */
export function SinceChoice(props: SinceChoiceProps) {
  const days = () => [...new Set([...props.meetings, ...(props.since ? [props.since] : [])])].toSorted().reverse();
  const title = (day: string, i: number) =>
    `${longDate(day)}${props.meetings.includes(day) ? (i === 0 ? ', the last meeting' : '') : ', no meeting'}`;
  return (
    <Choice label="Since" value={props.since ?? ''} onChange={(day) => props.onChange(day)}>
      {days().map((day, i) => ({ id: day, title: title(day, i) }))}
    </Choice>
  );
}
