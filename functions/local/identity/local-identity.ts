import type { Partnership } from '../../../etl/partnership.ts';
import type { Identity } from '../../api/session/identity.ts';
import { settingsOf } from '../../api/session/settings.ts';
import { demoProvider } from './demo-provider.ts';
import { demoSettings } from './demo-settings.ts';
import { originHere } from './origin.ts';

/**
 * Who says who somebody is on this machine: the partnership's own provider where partnership.yaml names one. Otherwise the demo's, of which
 * the page says that it asks for no password.
 */
export async function localIdentity(
  p: Partnership,
): Promise<{ identity: Identity; own: boolean; close(): Promise<void> }> {
  if (p.config.sign_in?.issuer && !p.synthetic)
    return { identity: { settings: settingsOf(p), origin: originHere }, own: true, close: async () => {} };
  const { issuer, clientId, close } = await demoProvider(p);
  return { identity: { settings: demoSettings(p, issuer, clientId), origin: originHere }, own: false, close };
}
