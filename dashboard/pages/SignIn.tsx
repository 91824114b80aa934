import { useLocation } from '@solidjs/router';
import { onCleanup, onMount } from 'solid-js';
import { Given } from '../components/Given.tsx';
import { Page } from '../components/Page.tsx';
import { me, signedOut, signInTo } from '../api/session.ts';
import { whyInWords } from '../words/session.ts';

/** Where one signs in: a page of its own, and what stands in place of any page while nobody is signed in. */
export function SignIn() {
  const location = useLocation();
  const own = () => location.pathname === '/sign-in';
  const to = () => (own() ? '/' : location.pathname + location.search);
  // Whoever signs in within another window finds this one signed in too.
  const look = async () => {
    if (!document.hidden && signedOut() && (await fetch('/api/me')).ok) window.location.assign(to());
  };
  onMount(() => document.addEventListener('visibilitychange', look));
  onCleanup(() => document.removeEventListener('visibilitychange', look));
  return (
    <Page title="Sign in">
      <Given when={whyInWords(own() ? new URLSearchParams(location.search).get('why') : null)}>
        {(why) => <p class="problem">{why()}</p>}
      </Given>
      <p>
        These pages are about children at risk. They are for people whom their agency has named, and who is shown what
        is written down.
      </p>
      <p>
        <a class="button" href={signInTo(to())} rel="external">
          {me() ? 'Sign in again' : 'Sign in'}
        </a>
      </p>
    </Page>
  );
}
