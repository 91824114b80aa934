import { For } from 'solid-js';
import { ROLE_TITLE } from '../../functions/api/session/actor.ts';
import { mayOpen } from '../api/session.ts';
import type { Me } from '../api/shapes.ts';
import { Page } from '../components/Page.tsx';

const OTHERS = [
  { path: '/receipts', title: 'Receipts of files' },
  { path: '/audit', title: 'Who saw what' },
  { path: '/glossary', title: 'Glossary' },
  { path: '/accessibility', title: 'Accessibility' },
];

/** In place of a page that somebody's role does not see. */
export const NotForRole = (props: { me: Me }) => (
  <Page title="This page is not for your role">
    <p>
      You are signed in as {ROLE_TITLE[props.me.view_as ?? props.me.role]}, {props.me.agency.title}. If your work needs
      this page, ask the partnership’s operator. You can open:
    </p>
    <ul>
      <For each={OTHERS.filter(({ path }) => mayOpen(path))}>
        {({ path, title }) => (
          <li>
            <a href={path}>{title}</a>
          </li>
        )}
      </For>
    </ul>
  </Page>
);
