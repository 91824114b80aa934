import { me } from '../api/session.ts';
import { Page } from '../components/Page.tsx';

export const NotFound = () => (
  <Page title="Page not found">
    <p>
      There is no page at this address. Go to <a href={me()?.home ?? '/'}>your first page</a>.
    </p>
  </Page>
);
