import { A, type RouteSectionProps } from '@solidjs/router';
import { createEffect, For, Match, on, Show, Suspense, Switch } from 'solid-js';
import { createLive, LiveProvider } from '../api/live.ts';
import { holdsSmall } from '../api/small.ts';
import { keptIn, pinnedBy, pinnedIn } from '../api/view.ts';
import { dayAndTime } from '../words/dates.ts';
import { announced } from './announce.ts';
import { Foot } from './Foot.tsx';
import { Offer } from './Offer.tsx';
import { Pinned } from './Pinned.tsx';
import { Skeleton } from './Skeleton.tsx';
import { Unbroken } from './Unbroken.tsx';
import { Given } from './Given.tsx';

/** What stands around every page: where you are, whose figures these are, and how fresh. */
export function Frame(props: RouteSectionProps) {
  const live = createLive(() => pinnedBy(props.location.search));
  const kept = (path: string) => keptIn(path, props.location.search);
  const pinned = (path: string) => pinnedIn(path, props.location.search);
  // Another page or view is asked for anew, so all of it comes from the newest figures.
  createEffect(on(() => props.location.pathname + props.location.search, live.accept, { defer: true }));
  const partnership = () => live.snapshot()?.partnership;
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.querySelector('main')!.focus();
  };
  return (
    <LiveProvider value={live}>
      <a class="skip-link" href="#main" onClick={skip}>
        Skip to main content
      </a>
      <header class="masthead">
        <div class="masthead-names">
          <A href="/" class="service">
            Safeguarding dashboard
          </A>
          <strong class="marking" data-small={holdsSmall()}>
            OFFICIAL-SENSITIVE{holdsSmall() ? ': holds small numbers about few children' : ''}
          </strong>
        </div>
        <div class="nav-line">
          <nav aria-label="Pages" class="nav">
            <A href={pinned('/')} end>
              Overview
            </A>
            <For each={partnership()?.priorities}>
              {(priority) => <A href={kept(`/${priority.id}`)}>{priority.title}</A>}
            </For>
            <A href={pinned('/measures')}>All KPIs</A>
            <A href={pinned('/changes')}>What changed</A>
            <A href="/board">Board pack</A>
            <A href={pinned('/quality')}>Data quality</A>
          </nav>
        </div>
        <Show when={partnership()?.synthetic}>
          <p class="banner">
            <strong>Invented children: demo partnership.</strong> No figure here is about a real child.
          </p>
        </Show>
        <div class="freshness-line">
          <Given when={live.snapshot()}>
            {(snapshot) => (
              <p>
                <span class="partnership">{partnership()?.name}.</span>{' '}
                <Pinned number={snapshot().number} built={dayAndTime(snapshot().built_at)} />
              </p>
            )}
          </Given>
          <p role="status">
            {live.state() === 'lost'
              ? 'The server does not answer. These are the last figures received.'
              : announced('status')}
          </p>
          <p class="visually-hidden" aria-live="polite">
            {announced('point')}
          </p>
        </div>
      </header>
      <main id="main" tabindex="-1">
        <Switch
          fallback={
            <Unbroken>
              <Suspense fallback={<Skeleton height={480} />}>{props.children}</Suspense>
            </Unbroken>
          }
        >
          <Match when={live.state() === 'none'}>
            <NoFigures />
          </Match>
        </Switch>
      </main>
      <Foot />
      <Offer />
    </LiveProvider>
  );
}

const NoFigures = () => (
  <>
    <h1>No figures yet</h1>
    <p>
      No snapshot has been built. Land the agencies' files or drop them into the inbox; this page shows the figures as
      soon as they are ready.
    </p>
  </>
);
