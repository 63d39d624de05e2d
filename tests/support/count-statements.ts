import pg from 'pg';

/** Statements that reach PostgreSQL while `work` runs, BEGIN and COMMIT included, over all connections. */
export async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.length;
  } finally {
    query.mockRestore();
  }
}
