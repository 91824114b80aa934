/** What somebody does here; what each may see and do is one table: ../roles.ts. */
export const ROLES = [
  'executive',
  'quality-assurance',
  'analyst',
  'supplier',
  'link-reviewer',
  'data-protection',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles as people read them. */
export const ROLE_TITLE: Readonly<Record<Role, string>> = {
  executive: 'Executive',
  'quality-assurance': 'Quality assurance',
  analyst: 'Analyst',
  supplier: 'Supplier of files',
  'link-reviewer': 'Link reviewer',
  'data-protection': 'Data protection lead',
  operator: 'Operator',
};

/** Who asks: told apart by issuer and subject, never by a name or an address. */
export interface Actor {
  issuer: string;
  subject: string;
  /** As the provider tells it, for the page's foot. */
  name: string;
  role: Role;
  /** An agency of partnership.yaml. */
  agency: string;
  /** A hash of the session's id, by which the record of who saw what knows it. */
  session: string;
  /** When the person last showed who they are, with a second factor: ISO 8601. */
  authenticated_at: string;
}
