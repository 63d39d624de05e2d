import { Prisma } from '@/lib/db/generated/client';
import { createLogger } from '@/lib/runtime/logger';

describe('the log', () => {
  function linesOf(write: (logger: ReturnType<typeof createLogger>) => void): string[] {
    const lines: string[] = [];
    write(createLogger('debug', { write: (line: string) => void lines.push(line) }));
    return lines;
  }

  it('has no secret, address or text, should one be handed over', () => {
    const [line = ''] = linesOf((logger) =>
      logger.info(
        {
          password: 'Geheim!1',
          input: { email: 'hong@example.com', body: '안녕하세요', token: 'abc' },
          userId: 'u1',
        },
        'tried',
      ),
    );
    expect(line).not.toMatch(/Geheim|hong|안녕하세요|abc/);
    expect(JSON.parse(line)).toMatchObject({ userId: 'u1', msg: 'tried' });
  });

  it('tells what an error says of the program, not the row that it was about', () => {
    const refused = Object.assign(new Error('duplicate key value, hong@example.com'), {
      code: '23505',
      detail: 'Key (email)=(hong@example.com) already exists.',
      where: 'COPY "User", line 1: "hong"',
    });
    const error = new Prisma.PrismaClientKnownRequestError('failed for 010-1234-5678', {
      code: 'P2002',
      clientVersion: '7',
      meta: { target: 'hong@example.com' },
    });
    Object.assign(error, { cause: refused });
    const [line = ''] = linesOf((logger) => logger.error({ err: error, requestId: 'r1' }, 'failed'));
    expect(line).not.toMatch(/hong|1234/);
    expect(JSON.parse(line)).toMatchObject({
      requestId: 'r1',
      err: { code: 'P2002', message: 'failed for [phone]', cause: { code: '23505' } },
    });
  });

  it('keeps passwords of addresses of parts to itself', () => {
    const error = new Error('cannot reach postgresql://admin:s3cret@db:5432/x');
    const [line = ''] = linesOf((logger) => logger.error({ err: error }, 'failed'));
    expect(line).not.toContain('s3cret');
  });

  it('is one line a line, whatever is in it', () => {
    const nasty = 'a\n{"level":60,"msg":"forged"}\u001b[31m\r\n\u2028';
    const lines = linesOf((logger) => logger.warn({ err: new Error(nasty), field: nasty }, nasty));
    expect(lines).toHaveLength(1);
    const codes = [...(lines[0] ?? '').trimEnd()].map((character) => character.codePointAt(0) ?? 0);
    expect(Math.min(...codes)).toBeGreaterThanOrEqual(32);
    expect(JSON.parse(lines[0] ?? '').field).toBe(nasty);
  });
});
