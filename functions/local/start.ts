// One machine in place of AWS: the first run, the inbox that is watched, the server of API and dashboard. This file puts them together.
import { decideForDemo } from '../../etl/demo/decisions.ts';
import { land } from '../../etl/landing/land.ts';
import type { Progress } from '../../etl/progress.ts';
import { openPartnership } from '../../etl/partnership.ts';
import { reconcile } from '../../etl/reconcile/reconcile.ts';
import { createApi } from '../api/api.ts';
import { sweep } from '../api/session/sessions.ts';
import { buildDashboard, DASHBOARD } from './dashboard.ts';
import { demoFiles } from './demo-files.ts';
import { demoAtMeeting } from './demo-meeting.ts';
import { releaseDemo } from './demo-releases.ts';
import { localIdentity } from './identity/local-identity.ts';
import { watchInbox } from './inbox.ts';
import { servePages } from './pages.ts';
import { listen } from './listen.ts';
import { ownPlace } from './place.ts';

export interface Local {
  url: string;
  close(): Promise<void>;
}

interface StartOptions {
  data: string;
  /** The only port that will do; the first free one from 8080 unless told. */
  port?: number;
  onProgress: Progress;
  log(line: string): void;
}

/** Makes the demo partnership where there are no data, brings the snapshot up to date, and serves it. @returns once it can show data */
export async function startLocal({ data, port, onProgress, log }: StartOptions): Promise<Local> {
  const dashboard = buildDashboard();
  dashboard.catch(() => {}); // awaited below, when the data are ready
  const files = await demoFiles(data, onProgress);
  const rest = files && (await demoAtMeeting(data, files, onProgress));
  const p = await openPartnership({ data });
  if (rest) {
    await decideForDemo(p);
    await land(p, rest, { onProgress });
  }
  await reconcile(p, onProgress);
  await dashboard;

  await sweep(p.store, p.clock.now());
  const { identity, own, close: closeIdentity } = await localIdentity(p);
  if (!own && !p.synthetic)
    log(
      'Whoever can use this computer can sign in, as anybody: partnership.yaml names no sign-in service ("sign_in"). See docs/decisions/020-sign-in.md.',
    );
  const inbox = await watchInbox(p, log);
  const app = servePages(createApi(p, identity, ownPlace(p, inbox.wake)), DASHBOARD);
  const server = await listen(app, port);
  const releasing = releaseDemo(p, log);
  return {
    url: server.url,
    async close() {
      await Promise.all([server.close(), inbox.close(), releasing.close(), closeIdentity()]);
      p.close();
    },
  };
}
