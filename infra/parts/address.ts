import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  GeoRestriction,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin, HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IFunctionUrl } from 'aws-cdk-lib/aws-lambda';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { except } from './except.ts';
import { securityHeaders } from './headers.ts';

/** Every page of the dashboard is one file; what has an ending is a file of its own. */
const PAGES = `function handler({ request }) {
  if (!/\\.[a-z0-9]+$/.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

interface AddressProps {
  stage: Stage;
  firewallArn: string;
  logs: IBucket;
  /** The dashboard's pages. */
  site: IBucket;
  /** Who answers below which path; the first that fits. */
  answers: { path: string; url: IFunctionUrl }[];
  /** Where files of agencies go, by an address that was signed for one of them. */
  landing: IBucket;
}

/** The one address of a stage: pages, API and uploads are of one origin, so that a browser needs no exceptions. */
export function address(scope: Construct, id: string, props: AddressProps): Distribution {
  const { stage, firewallArn, logs, site, answers, landing } = props;
  const responseHeadersPolicy = securityHeaders(scope, stage);
  const passedOn = (origin: IOrigin) => ({
    origin,
    responseHeadersPolicy,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  });
  const pages = new EdgeFunction(scope, 'Pages', {
    runtime: FunctionRuntime.JS_2_0,
    comment: 'Every page of the dashboard is one file',
    code: FunctionCode.fromInline(PAGES),
  });
  const signed = new HttpOrigin(landing.bucketRegionalDomainName, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
  });
  const made = new Distribution(scope, id, {
    comment: `Safeguarding dashboard, ${stage.name}`,
    domainNames: [stage.host],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', stage.certificate_arn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    geoRestriction: GeoRestriction.allowlist('GB'),
    webAclId: firewallArn,
    enableLogging: true,
    logBucket: logs,
    defaultRootObject: 'index.html',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(site),
      responseHeadersPolicy,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
    },
    additionalBehaviors: Object.fromEntries([
      ...answers.map(({ path, url }) => [
        path,
        passedOn(FunctionUrlOrigin.withOriginAccessControl(url, { readTimeout: Duration.seconds(30) })),
      ]),
      ['/landing/*', passedOn(signed)],
    ]),
  });
  except(
    made,
    'There is one API: a second would answer from the same store.',
    'guard:cloudfront_origin_failover_enabled_check',
  );
  except(
    made,
    'Each permission names this distribution as its source, in a form that the rule does not read. A test reads it.',
    'guard:lambda_function_public_access_prohibited_check',
  );
  return made;
}
