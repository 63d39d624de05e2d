/** An error as the log has it. */
export interface DescribedError {
  type: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: DescribedError;
}

const LONGEST = 2_000;
const DEEPEST = 4;

/**
 * What an error says of the program: kind, code, message, place, causes. What databases and libraries hang on errors
 * (the row that was refused, the request that was sent) stays out, and what looks like an address is masked.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error) && !isErrorLike(error))
    return { type: typeof error, message: masked(String(error)) };
  const { name, message, stack, cause } = error;
  const { code } = error as { code?: unknown };
  return {
    type: name,
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    message: masked(message),
    ...(stack !== undefined && { stack: masked(stack) }),
    ...(cause !== undefined && depth < DEEPEST && { cause: describeError(cause, depth + 1) }),
  };
}

/** Next.js and the server load separate copies of some modules, so `instanceof` is not enough. */
function isErrorLike(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && 'name' in error;
}

function masked(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}(\.[\w-]{1,32})+/g, '[e-mail]')
    .replace(/\b01[016789][-. ]?\d{3,4}[-. ]?\d{4}\b/g, '[phone]')
    .replace(/\bey[\w-]{10,}\.[\w.-]{10,}/g, '[token]')
    .replace(/(postgres(?:ql)?|rediss?|smtps?):\/\/[^\s@]*@/g, '$1://[removed]@');
}
