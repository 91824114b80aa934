import { Duration, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPoolClient,
  FeaturePlan,
  type IUserPool,
  LambdaVersion,
  Mfa,
  OAuthScope,
  ProviderAttribute,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Directory, Stage } from '../stage.ts';

/** Where Cognito sends people back to. */
const CALLBACK = '/api/session/callback';

/** Sign-in through the agencies' own directories. Nobody can sign up, and whom no directory vouches for gets no agency, so sees nothing. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly issuer: string;
  /** Where directories send people back to, by their kind's own path below it. */
  readonly address: string;

  /** @param agencyOf says, in each token, of which agency somebody is */
  constructor(scope: Construct, id: string, stage: Stage, agencyOf: IFunction) {
    super(scope, id);
    const told = new StringAttribute({ mutable: true });
    this.pool = new UserPool(this, 'People', {
      userPoolName: `safeguarding-${stage.name}`,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      selfSignUpEnabled: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 16,
        requireDigits: true,
        requireLowercase: true,
        requireSymbols: true,
        requireUppercase: true,
        tempPasswordValidity: Duration.days(1),
      },
      customAttributes: { role: told, amr: told, acr: told },
      deletionProtection: true,
      // Kept also where the stack's creation fails: what is protected from deletion could not be taken back with it.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, agencyOf, LambdaVersion.V2_0);
    const domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `safeguarding-${stage.name}-${Stack.of(this).account}` },
    });
    this.address = domain.baseUrl();
    const directories = stage.directories.map((directory) => addDirectory(this, this.pool, directory));
    this.client = this.pool.addClient('Dashboard', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // Never the scope with which somebody could change what their directory says of them.
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`https://${stage.host}${CALLBACK}`],
        logoutUrls: [`https://${stage.host}/`],
      },
      supportedIdentityProviders: stage.directories.map(({ agency }) => UserPoolClientIdentityProvider.custom(agency)),
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(8),
    });
    this.client.node.addDependency(...directories);
    // Through the pages of a directory, and by no call that brings a password. Left out, Cognito would allow some.
    (this.client.node.defaultChild as CfnUserPoolClient).explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.pool.userPoolId}`;
  }
}

/** A directory is called after its agency: that name, which no directory can choose, is what says whose somebody is. */
function addDirectory(scope: Construct, userPool: IUserPool, directory: Directory) {
  const other = ProviderAttribute.other;
  const common = {
    userPool,
    name: directory.agency,
    attributeMapping: {
      fullname: other('name'),
      custom: { 'custom:role': other('role'), 'custom:amr': other('amr'), 'custom:acr': other('acr') },
    },
  };
  if (directory.kind === 'saml')
    return new UserPoolIdentityProviderSaml(scope, directory.agency, {
      ...common,
      metadata: UserPoolIdentityProviderSamlMetadata.url(directory.metadata_url),
      idpSignout: true,
    });
  return new UserPoolIdentityProviderOidc(scope, directory.agency, {
    ...common,
    issuerUrl: directory.issuer,
    clientId: directory.client_id,
    clientSecret: SecretValue.secretsManager(directory.client_secret_name).unsafeUnwrap(),
    scopes: ['openid', 'profile'],
  });
}
