import { For, Show } from 'solid-js';
import type { Pack as Papers } from '../../../etl/disclosure/pack/pack.ts';
import { useLive } from '../../api/live.ts';
import { periodName } from '../../words/dates.ts';
import { Cover } from './Cover.tsx';
import { MeasureSheet } from './MeasureSheet.tsx';
import { Meanings } from './Meanings.tsx';
import { PackOverview } from './Overview.tsx';
import { Trust } from './Trust.tsx';
import { WhatChanged } from './WhatChanged.tsx';
import { Years } from './Years.tsx';

/** The board's papers of a period, from the cover to the glossary. */
export function Pack(props: { pack: Papers }) {
  const live = useLive();
  const period = () => periodName(props.pack.period);
  const today = () => props.pack.made_on.slice(0, 10);
  const sheets = () => props.pack.measures.filter(({ sheet }) => sheet !== null);
  const contents = () => [
    { id: 'pack-overview', title: 'Overview' },
    { id: 'pack-changes', title: 'What changed' },
    ...sheets().map(({ kpi, title }) => ({ id: `pack-${kpi}-title`, title })),
    { id: 'pack-years', title: 'Yearly figures' },
    { id: 'pack-trust', title: 'Data quality' },
    { id: 'pack-definitions', title: 'Definitions used' },
    { id: 'pack-glossary', title: 'Glossary' },
  ];
  return (
    <div class="pack">
      <Cover pack={props.pack} partnership={live.snapshot()?.partnership} period={period()} contents={contents()} />
      <PackOverview measures={props.pack.measures} period={period()} />
      <WhatChanged measures={props.pack.measures} notes={props.pack.notes} period={period()} today={today()} />
      <For each={sheets()}>
        {(measure) => <MeasureSheet measure={measure} notes={props.pack.notes} period={period()} today={today()} />}
      </For>
      <Show when={props.pack.measures.some(({ years }) => years.length > 0)}>
        <Years measures={props.pack.measures} />
      </Show>
      <Trust extracts={props.pack.extracts} today={today()} />
      <Meanings pack={props.pack} />
    </div>
  );
}
