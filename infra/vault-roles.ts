// Who may use the vault's key: this list and nothing else. The key's own policy is made of it, and a test holds the stacks to it.

/** What a role does with the vault's bytes: writes them, reads them, or both. */
type Direction = 'encrypt' | 'decrypt';

export const VAULT_ROLES = [
  { name: 'land', does: 'pseudonymise', directions: ['encrypt'] },
  { name: 'build', does: 'link', directions: ['encrypt', 'decrypt'] },
  { name: 'review', does: 'review', directions: ['encrypt', 'decrypt'] },
  { name: 'lists', does: 're-identify', directions: ['decrypt'] },
  { name: 'erase', does: 'erase and seal', directions: ['encrypt', 'decrypt'] },
] as const satisfies readonly { name: string; does: string; directions: readonly Direction[] }[];

/** Who makes references of identifiers: the roles that may ask for a MAC of the pseudonyms' root. */
export const PSEUDONYM_ROLES = ['land', 'build'] as const;

/** S3 asks for a data key when it writes, and for that key's plain text when it reads. */
export const KMS_ACTIONS: Record<Direction, string> = { encrypt: 'kms:GenerateDataKey', decrypt: 'kms:Decrypt' };

/** The roles of the list that go one way. */
export const vaultRolesThat = (direction: Direction) =>
  VAULT_ROLES.filter(({ directions }) => (directions as readonly Direction[]).includes(direction)).map(
    ({ name }) => name,
  );
