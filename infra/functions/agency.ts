import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/**
 * Says in each token of which agency somebody is: the one through whose directory they came. A directory has no say in it, so that no
 * agency can make somebody another's; whom no directory vouches for is of none. Beside it, with what somebody showed who they are, as
 * a list: Cognito makes one text of several values.
 */
export async function handler(event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> {
  const { identities, 'custom:amr': amr = '' } = event.request.userAttributes;
  const providers = (JSON.parse(identities ?? '[]') as { providerName: string }[]).map((known) => known.providerName);
  const agency = providers.length === 1 ? providers[0]! : '';
  const factors = amr
    .replace(/^\[(.*)\]$/, '$1')
    .split(/,\s*/)
    .filter(Boolean);
  // Cognito takes lists since the second version of this event; its types know of texts alone.
  const claims = { agency, factors: factors as unknown as string };
  event.response = { claimsAndScopeOverrideDetails: { idTokenGeneration: { claimsToAddOrOverride: claims } } };
  return event;
}
