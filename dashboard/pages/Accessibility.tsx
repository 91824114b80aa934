import { Show } from 'solid-js';
import { useLive } from '../api/live.ts';
import { Page } from '../components/Page.tsx';

/** The accessibility statement, in the model form of the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018. */
export default function Accessibility() {
  const live = useLive();
  const name = () => live.snapshot()?.partnership.name ?? 'the partnership';
  const contact = () => live.snapshot()?.partnership.accessibility;
  return (
    <Page title="Accessibility statement" lead={`For the safeguarding dashboard of ${name()}.`}>
      <p>We want as many people as possible to be able to use this dashboard. For example, you should be able to:</p>
      <ul>
        <li>change colours, contrast levels and fonts with your browser or device</li>
        <li>zoom in up to 400% without the text going off the screen</li>
        <li>use every page with a keyboard alone, charts included</li>
        <li>
          listen to every page with a screen reader: each chart has a sentence that says what it shows, and a table
        </li>
        <li>read it printed in black and white: nothing is told by colour alone</li>
      </ul>

      <h2>How accessible this dashboard is</h2>
      <p>Machines test every page. People have not yet tested it. We know of these limits:</p>
      <ul>
        <li>no one who uses a screen reader, a magnifier or speech recognition every day has tested it yet</li>
        <li>it was not yet tested with JAWS, NVDA, VoiceOver or TalkBack, nor on the tablets that our members use</li>
        <li>long tables scroll sideways on a narrow screen</li>
        <li>files that agencies send, and their names, are shown as they were sent</li>
      </ul>

      <h2>Feedback and contact</h2>
      <p>
        If you find a problem that is not listed here, or need a figure in another form (large print, easy read, audio,
        braille), tell{' '}
        <Show when={contact()} fallback={`whoever gave you access at ${name()}.`}>
          {(one) => (
            <>
              {one().contact}. You will have an answer within {one().answers_within}.
            </>
          )}
        </Show>
      </p>

      <h2>Enforcement procedure</h2>
      <p>
        The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites
        and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility regulations”). If you are
        not happy with how we respond to your complaint, contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service (EASS)</a>.
      </p>

      <h2>Technical information about this dashboard's accessibility</h2>
      <p>
        {name()} is committed to making this dashboard accessible, in accordance with the accessibility regulations.
      </p>
      <h3>Compliance status</h3>
      <p>
        This dashboard was not yet audited against the{' '}
        <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard by
        people, so we cannot say that it is fully compliant. Machine tests find no failure; they can find less than half
        of what may be wrong.
      </p>

      <h2>What we are doing to improve accessibility</h2>
      <p>
        Every change of the dashboard is tested by machine before it is used: each page against axe's rules for WCAG 2.2
        A and AA, at three widths, and by keyboard. Next are tests with people who use assistive technology, and an
        audit.
      </p>

      <h2>Preparation of this accessibility statement</h2>
      <p>
        This statement was prepared on 21 November 2026. It was last reviewed on 21 November 2026. The dashboard was
        last tested on 21 November 2026, by machine alone: axe-core in Chromium, over all pages, with invented data.
      </p>
    </Page>
  );
}
