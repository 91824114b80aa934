import { Index } from 'solid-js';
import type { Quality } from '../../api/shapes.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Words } from '../../components/Words.tsx';
import { shareOf } from '../../words/sentences.ts';
import { whole } from '../../words/numbers.ts';
import { ruleName } from '../../words/rules.ts';

/** How many children of each agency are known to another, and by what evidence they were joined. */
export const Links = (props: { links: Quality['links']; methods: Quality['link_methods'] }) => (
  <section>
    <h2 id="links">How children are joined over agencies</h2>
    <Words ids={['upn']} />
    <div class="side-by-side">
      <TableRegion label="Children known to more than one agency">
        <table>
          <caption>Children known to more than one agency</caption>
          <thead>
            <tr>
              <th scope="col">Agency</th>
              <th scope="col" class="number">
                Children
              </th>
              <th scope="col" class="number">
                Also known elsewhere
              </th>
              <th scope="col" class="number">
                Share
              </th>
            </tr>
          </thead>
          <tbody>
            <Index each={props.links}>
              {(link) => (
                <tr>
                  <th scope="row">{link().agency_title}</th>
                  <td class="number">{whole(link().children)}</td>
                  <td class="number">{whole(link().linked)}</td>
                  <td class="number">{shareOf(link().linked, link().children)}</td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableRegion>
      <TableRegion label="Evidence for the links">
        <table>
          <caption>Evidence for the links</caption>
          <thead>
            <tr>
              <th scope="col">Evidence</th>
              <th scope="col" class="number">
                Links
              </th>
            </tr>
          </thead>
          <tbody>
            <Index each={props.methods}>
              {(method) => (
                <tr>
                  <th scope="row">{ruleName(method().method)}</th>
                  <td class="number">{whole(method().links)}</td>
                </tr>
              )}
            </Index>
          </tbody>
        </table>
      </TableRegion>
    </div>
  </section>
);
