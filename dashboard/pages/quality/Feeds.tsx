import { Index } from 'solid-js';
import type { Extract } from '../../api/shapes.ts';
import { DateText } from '../../components/DateText.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { dayAndTime, longDate } from '../../words/dates.ts';
import { dataUpTo, STATES } from '../../words/freshness.ts';
import { latestFirst } from '../../words/faults.ts';
import { Given } from '../../components/Given.tsx';

/** What each agency sends, how far it reaches, and when the next file is due. */
export const Feeds = (props: { extracts: readonly Extract[] }) => (
  <section>
    <h2 id="feeds">How fresh the data are</h2>
    <TableRegion label="How fresh the data are">
      <table>
        <caption>Late first, then by the day that the next file is due</caption>
        <thead>
          <tr>
            <th scope="col">Extract</th>
            <th scope="col">Agency</th>
            <th scope="col">State</th>
            <th scope="col">Data up to</th>
            <th scope="col">Last received</th>
            <th scope="col">Next file due</th>
          </tr>
        </thead>
        <tbody>
          <Index each={latestFirst(props.extracts)}>
            {(extract) => (
              <tr>
                <th scope="row">{extract().title}</th>
                <td>{extract().agency_title}</td>
                <td>
                  <span class="state" data-state={extract().state}>
                    {STATES[extract().state]}
                  </span>
                </td>
                <td>
                  <DateText text={dataUpTo(extract()) ? longDate(dataUpTo(extract())!) : 'Nothing yet'} />
                </td>
                <td>
                  <Given when={extract().last_received} fallback="Never">
                    {(at) => <DateText text={dayAndTime(at())} />}
                  </Given>
                </td>
                <td>
                  <DateText text={extract().due ? longDate(extract().due!) : 'Not set'} />
                </td>
              </tr>
            )}
          </Index>
        </tbody>
      </table>
    </TableRegion>
  </section>
);
