// Who is signed in, what they may see, and for how long: one answer of the API, asked when the site is opened.
import { createSignal } from 'solid-js';
import { get, onSignedOut, post } from './client.ts';
import { forgetAll } from './kept.ts';
import { needOf } from './pages.ts';
import type { Me } from './shapes.ts';

const [me, setMe] = createSignal<Me>();
const [signedOut, setSignedOut] = createSignal(false);
/** Whether it was said who is signed in, or that nobody is, or could not be. */
const [told, setTold] = createSignal(false);
/** When the session ends unless it is used, and in any case; in milliseconds of this machine's clock. */
const [ends, setEnds] = createSignal({ idle: Infinity, longest: Infinity });
export { ends, me, signedOut, told };

const know = (text: string) => {
  const now = JSON.parse(text) as Me;
  setEnds({ idle: Date.now() + now.seconds.idle * 1000, longest: Date.now() + now.seconds.longest * 1000 });
  setMe(now);
};

// Nothing that was answered to somebody is shown once they are gone.
onSignedOut(() => {
  forgetAll();
  setMe(undefined);
  setSignedOut(true);
});

/** Asks who is signed in. A failure changes nothing: the pages say what they cannot have. */
export const askMe = (): Promise<void> =>
  get('/me')
    .then(
      ({ text }) => know(text),
      () => {},
    )
    .finally(() => setTold(true));

/** Says that the pages are in use, so that the session goes on. */
export const stayIn = (): Promise<void> => post('/session/extend', {}).then(know, () => {});

/** Shows the pages as another role sees them, or as one's own does. */
export async function viewAs(role: Me['role'] | null): Promise<void> {
  window.location.assign((JSON.parse(await post('/session/view-as', { role })) as Me).home);
}

export async function signOut(everywhere = false): Promise<void> {
  await post(everywhere ? '/session/sign-out-everywhere' : '/session/sign-out', {});
  window.location.assign('/sign-in?why=signed-out');
}

/** Whether the API answers something to whoever is signed in. Until that is known, it is tried. */
export const may = (route: string): boolean => me()?.routes.includes(route) ?? true;

/** Whether a page of ours is for whoever is signed in. */
export const mayOpen = (address: string): boolean => may(needOf(address.split('?')[0]!));

/** Where one signs in, to come back to a page. */
export const signInTo = (page: string): string => `/api/session/sign-in?to=${encodeURIComponent(page)}`;
