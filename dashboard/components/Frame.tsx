import { Navigate, type RouteSectionProps } from '@solidjs/router';
import { createEffect, For, Match, on, Show, Suspense, Switch } from 'solid-js';
import { createLive, LiveProvider } from '../api/live.ts';
import { holdsSmall } from '../api/small.ts';
import { pinnedBy } from '../api/pinned.ts';
import { askMe, mayOpen, me, signedOut, told } from '../api/session.ts';
import { keptIn, pinnedIn } from '../api/view.ts';
import { NotForRole } from '../pages/NotForRole.tsx';
import { SignIn } from '../pages/SignIn.tsx';
import { dayAndTime } from '../words/dates.ts';
import { announced } from './announce.ts';
import { Foot } from './Foot.tsx';
import { NavLink } from './NavLink.tsx';
import { Offer } from './Offer.tsx';
import { Pinned } from './Pinned.tsx';
import { TimeOut } from './session/TimeOut.tsx';
import { Skeleton } from './Skeleton.tsx';
import { Unbroken } from './Unbroken.tsx';
import { Given } from './Given.tsx';

/** The pages of the navigation; the priorities of the partnership follow the first. */
const PAGES = [
  { path: '/', title: 'Overview' },
  { path: '/measures', title: 'All KPIs' },
  { path: '/changes', title: 'What changed' },
  { path: '/board', title: 'Board pack' },
  { path: '/quality', title: 'Data quality' },
];

/** What stands around every page: where you are, whose figures these are, and how fresh. */
export function Frame(props: RouteSectionProps) {
  const live = createLive(() => pinnedBy(props.location.search));
  const kept = (path: string) => keptIn(path, props.location.search);
  const pinned = (path: string) => pinnedIn(path, props.location.search);
  // Another page or view is asked for anew, so all of it comes from the newest figures.
  createEffect(on(() => props.location.pathname + props.location.search, live.accept, { defer: true }));
  void askMe();
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
          <a href={me()?.home ?? '/'} class="service">
            Safeguarding dashboard
          </a>
          <strong class="marking" data-small={holdsSmall()}>
            OFFICIAL-SENSITIVE{holdsSmall() ? ': holds small numbers about few children' : ''}
          </strong>
        </div>
        <div class="nav-line">
          <nav aria-label="Pages" class="nav">
            <For each={PAGES.filter(({ path }) => !signedOut() && mayOpen(path))}>
              {({ path, title }) => (
                <>
                  <NavLink to={path === '/board' ? path : pinned(path)}>{title}</NavLink>
                  <For each={path === '/' ? partnership()?.priorities : []}>
                    {(priority) => <NavLink to={kept(`/${priority.id}`)}>{priority.title}</NavLink>}
                  </For>
                </>
              )}
            </For>
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
            {live.state() === 'lost' && !signedOut()
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
          <Match when={signedOut()}>
            <SignIn />
          </Match>
          {/* Before it is known whose the page is, it would ask for what is not theirs. */}
          <Match when={!told()}>
            <Skeleton height={480} />
          </Match>
          <Match when={!mayOpen(props.location.pathname) && me()} keyed>
            {(who) => (
              <Show when={props.location.pathname === '/'} fallback={<NotForRole me={who} />}>
                <Navigate href={who.home} />
              </Show>
            )}
          </Match>
          <Match when={live.state() === 'none'}>
            <NoFigures />
          </Match>
        </Switch>
      </main>
      <Foot />
      <Offer />
      <TimeOut />
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
