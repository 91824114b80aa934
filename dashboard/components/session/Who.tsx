import { For, Show } from 'solid-js';
import { ROLE_TITLE } from '../../../functions/api/session/actor.ts';
import { signOut, viewAs } from '../../api/session.ts';
import type { Me } from '../../api/shapes.ts';

/** Who is signed in, at the foot of every page, and the way out. */
export const Who = (props: { me: Me }) => (
  <div class="who">
    <p>
      Signed in: {props.me.name}. {ROLE_TITLE[props.me.role]}, {props.me.agency.title}.
    </p>
    <button type="button" class="link" onClick={() => void signOut()}>
      Sign out
    </button>
    <button type="button" class="link" onClick={() => void signOut(true)}>
      Sign out everywhere
    </button>
    <Show when={props.me.may_view_as.length > 0}>
      <label>
        View as{' '}
        <select onChange={(event) => void viewAs((event.currentTarget.value || null) as Me['view_as'])}>
          <option value="">Myself</option>
          <For each={props.me.may_view_as}>
            {(role) => (
              <option value={role} selected={role === props.me.view_as}>
                {ROLE_TITLE[role]}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  </div>
);
