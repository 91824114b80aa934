import { Page } from '../components/Page.tsx';

export const NotFound = () => (
  <Page title="Page not found">
    <p>
      There is no page at this address. Go to the <a href="/">overview</a>.
    </p>
  </Page>
);
