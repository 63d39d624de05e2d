/** Whether an error of the AWS SDK carries this HTTP status. */
export function hasStatus(error: unknown, status: number): boolean {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return false;
  const metadata = error.$metadata;
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
    ? metadata.httpStatusCode === status
    : false;
}
