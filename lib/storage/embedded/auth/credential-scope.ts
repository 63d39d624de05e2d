import type { Account } from '../store-context';

/** `<access key>/<yyyymmdd>/<region>/<service>/aws4_request`, taken apart. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** The scope as it stands in a string to sign. */
  readonly text: string;
}

/** Parses a credential, or gives null when it has not the five parts. */
export function parseCredential(credential: string): CredentialScope | null {
  const parts = credential.split('/');
  const [date, region, service, terminal] = parts.slice(-4);
  const accessKeyId = parts.slice(0, -4).join('/');
  if (!accessKeyId || !date || !region || !service || terminal !== 'aws4_request') return null;
  if (!/^\d{8}$/.test(date)) return null;
  return { accessKeyId, date, region, service, text: parts.slice(-4).join('/') };
}

/** What is wrong with a scope for this account and signing time (`yyyymmddThhmmssZ`), or null. */
export function findScopeFault(scope: CredentialScope, account: Account, amzDate: string): string | null {
  if (scope.region !== account.region) {
    return `the region '${scope.region}' is wrong; expecting '${account.region}'`;
  }
  if (scope.service !== 's3') return `incorrect service "${scope.service}". This endpoint belongs to "s3".`;
  if (scope.date !== amzDate.slice(0, 8)) {
    return `Invalid credential date "${scope.date}". This date is not the same as X-Amz-Date: "${amzDate.slice(0, 8)}".`;
  }
  return null;
}

/** Reads `yyyymmddThhmmssZ`; null when it is no such moment. */
export function parseAmzDate(text: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
