/** Why somebody sees the page on which one signs in. */
const WHY: Readonly<Record<string, string>> = {
  'signed-out': 'You are signed out.',
  again: 'That sign-in had ended, or was begun in another window. Sign in again.',
  'second-factor':
    'Your organisation did not say that you used a second factor, such as an app or a key. Sign in with one, or ask your IT desk.',
  'too-old':
    'Your organisation did not ask you to show who you are just now. Sign in again; if it happens again, tell your IT desk.',
  'no-role': 'You have no role here yet, or more than one. Ask the partnership’s operator.',
  'no-agency':
    'Your account belongs to no agency of this partnership, or to more than one. Ask the partnership’s operator.',
  'not-given':
    'Your organisation gave you a role that is not for it to give here, so nobody was signed in, and that was written down. Ask the partnership’s operator for a role.',
  'no-cookie':
    'Your browser did not keep the cookie that a sign-in needs. Allow cookies for this address, then sign in again.',
  unavailable: 'Nobody can sign in at the moment. Try again in a minute.',
  provider: 'Your organisation’s sign-in did not work. Sign in again; if it happens again, tell your IT desk.',
};

/** Why, in a sentence; undefined for what is no reason of ours. */
export const whyInWords = (why: string | null): string | undefined =>
  why && Object.hasOwn(WHY, why) ? WHY[why] : undefined;
