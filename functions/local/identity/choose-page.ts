import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { ROLE_TITLE } from '../../api/session/actor.ts';
import type { DemoPerson } from './demo-people.ts';

const STYLE = `body { max-width: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif; color: #14191f; }
li { margin-block: 0.75rem; list-style: none; } ul { padding: 0; }
button { width: 100%; padding: 0.75rem 1rem; font: inherit; text-align: left; color: #14191f; background: #fff; border: 2px solid #12436d; }
button:focus-visible { outline: 3px solid #801650; outline-offset: 2px; }`;

/** Lets the page use its own style and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`;

/** The page on which somebody chooses who to be. @param synthetic whether all children are invented */
export const choosePage = (people: readonly DemoPerson[], agencies: Record<string, string>, synthetic: boolean) =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Choose who to be - Demo sign-in</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <main>
          <h1>Choose who to be</h1>
          <p>
            <strong>This sign-in is for the demo only.</strong> It asks for no password and no second factor: it stands
            in for your partnership's own.
          </p>
          ${
            synthetic
              ? ''
              : html`<p>
                  <strong>The files in this folder are not the demo's.</strong> Whoever can use this computer can open
                  them here. Name your own sign-in service in partnership.yaml before anybody else may.
                </p>`
          }
          <form method="post">
            <ul>
              ${people.map(
                ({ subject, role, agency }) =>
                  html`<li>
                    <button name="subject" value="${subject}">
                      <strong>${ROLE_TITLE[role]}</strong>, ${agencies[agency]}
                    </button>
                  </li>`,
              )}
            </ul>
          </form>
        </main>
      </body>
    </html>`;
