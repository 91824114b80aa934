import { Duration } from 'aws-cdk-lib';
import { type HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { HEADERS } from '../../functions/api/headers.ts';
import type { Stage } from '../stage.ts';

/** The headers that CloudFront has its own places for; it takes the others as they are. */
const OWN_PLACE = ['Content-Security-Policy', 'X-Content-Type-Options', 'Referrer-Policy'];

/** The same headers on the pages that the API sets on its answers, and the one that only an address with a certificate may set. */
export const securityHeaders = (scope: Construct, stage: Stage) =>
  new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: `safeguarding-${stage.name}`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: HEADERS['Content-Security-Policy'], override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HEADERS['Referrer-Policy'] as HeadersReferrerPolicy, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        preload: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(HEADERS)
        .filter(([name]) => !OWN_PLACE.includes(name))
        .map(([header, value]) => ({ header, value, override: true })),
    },
    removeHeaders: ['Server'],
  });
