import { createHash } from 'node:crypto';
import type { Contract } from '../contract.ts';
import { SafeguardingError } from '../errors.ts';
import type { Partnership } from '../partnership.ts';
import { type Period, parsePeriod, periodFromParts } from '../periods.ts';
import { Refusal } from './refusal.ts';
import type { Survey } from './survey.ts';

/** What is known of a file before it is read. */
export interface Submission {
  id: string;
  /** Of its bytes, in hexadecimal. */
  sha256: string;
  /** The name as the sender gave it, when a contract knows such names; else only its ending, since a name may hold a name. */
  file: string;
  contract: Contract | null;
  period: Period | null;
  version: number | null;
}

/** A file's bytes as they were taken in: where they rest, and what they are. */
export interface Received {
  path: string;
  survey: Survey;
}

/** What a caller says of a file, where its name does not. */
export interface Told {
  extract?: string;
  period?: string;
  /** Land it although it was withdrawn; unless told, a withdrawn file stays withdrawn however often it comes by. */
  again?: boolean;
}

/** The endings of names that may be told. Others may be a part of somebody's name, as in "J.Smith". */
const KNOWN_ENDING = /\.(?:csv|docx?|eml|html?|json|msg|ods|pdf|rtf|tsv|txt|xlsb|xlsm|xlsx?|xml|zip)$/i;

const namePattern = (contract: Contract) => new RegExp(contract.fileName, 'i');

/**
 * Says what a file is, by its name or by what the caller says of it.
 * @param content the SHA-256 of its bytes
 * The id is a hash of what decides the verdict: the same bytes for the same period under the same contract are the same submission.
 * @throws SafeguardingError when the caller names an extract or a period that is none
 */
export function identify(p: Partnership, name: string, content: string, told: Told): Submission {
  const contract = contractFor(p, name, told.extract);
  const parts = (contract && namePattern(contract).exec(name)?.groups) ?? {};
  const period = told.period
    ? toldPeriod(told.period)
    : contract
      ? (periodFromParts(contract.periodKind, parts) ?? null)
      : null;
  const version = parts.version ? Number(parts.version) : null;
  const known = contract !== null && namePattern(contract).test(name);
  const decides = [
    contract?.agency,
    contract?.id,
    period?.label,
    version,
    contract?.fingerprint,
    p.configFingerprint,
    content,
  ];
  return {
    id: createHash('sha256').update(JSON.stringify(decides)).digest('hex').slice(0, 32),
    sha256: content,
    file: known ? name : `(unrecognised name${KNOWN_ENDING.exec(name)?.[0].toLowerCase().replace(/^/, ', *') ?? ''})`,
    contract,
    period,
    version,
  };
}

/** The contract that is told, or that knows files of such a name; null when none does. @throws SafeguardingError when told one that is not there */
export function contractFor(p: Partnership, name: string, told?: string): Contract | null {
  if (told) {
    const contract = p.contracts.find((c) => c.id === told);
    if (contract) return contract;
    throw new SafeguardingError(
      'usage',
      `There is no extract "${told}". Expected one of: ${p.contracts.map((c) => c.id).join(', ')}.`,
    );
  }
  return p.contracts.find((c) => namePattern(c).test(name)) ?? null;
}

function toldPeriod(told: string): Period {
  const period = parsePeriod(told);
  if (period) return period;
  throw new SafeguardingError(
    'usage',
    `"${told}" is not a period. Expected one such as 2024-11, "2024-25 Q3", 2025-03-31 or "2025 spring".`,
  );
}

/** The contract and the period, for a file that can be read. @throws Refusal when either is unknown */
export function assertKnown(p: Partnership, s: Submission): { contract: Contract; period: Period } {
  if (!s.contract)
    throw new Refusal(
      'unknown file',
      `No contract knows a file of this name. Say which extract it is (--extract), one of: ${p.contracts.map((c) => c.id).join(', ')}.`,
    );
  if (!s.period)
    throw new Refusal(
      'unknown period',
      `The name does not say the period. Name the file as the contract of "${s.contract.id}" says, or say the period (--period).`,
    );
  return { contract: s.contract, period: s.period };
}
