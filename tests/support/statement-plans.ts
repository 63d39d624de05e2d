import pg from 'pg';

export interface PlanFault {
  statement: string;
  fault: string;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: PlanNode[];
}

/** Every reading statement that reaches PostgreSQL while `work` runs. */
export async function statementsOf(
  work: () => Promise<unknown>,
): Promise<{ text: string; values: unknown[] }[]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls.flatMap(([config]) => {
      const { text, values = [] } = config as unknown as { text?: string; values?: unknown[] };
      return text && /^\s*(SELECT|WITH)/i.test(text) ? [{ text, values }] : [];
    });
  } finally {
    query.mockRestore();
  }
}

/**
 * What is wrong with the plan of a statement, by running it: a large table read from one end to the other, or more rows
 * sorted than a page needs.
 *
 * @param large names of the large tables
 * @param mostSorted rows that may go into a sort
 */
export async function planFaults(
  client: pg.Client,
  { text, values }: { text: string; values: unknown[] },
  { large, mostSorted }: { large: ReadonlySet<string>; mostSorted: number },
): Promise<string[]> {
  // What writes is only planned: its rows are there by now.
  const how = /\b(INSERT|UPDATE|DELETE)\b/.test(text) ? '(FORMAT JSON)' : '(ANALYZE, FORMAT JSON)';
  const { rows } = await client.query({ text: `EXPLAIN ${how} ${text}`, values });
  const [{ Plan: plan }] = (rows[0] as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'];
  return faultsOf(plan);

  function faultsOf(node: PlanNode): string[] {
    // Planned for another case, and not run in this one.
    if (node['Actual Loops'] === 0) return [];
    const name = node['Relation Name'];
    const isScan = node['Node Type'].includes('Seq Scan') && name !== undefined && large.has(name);
    const sorted = node['Node Type'] === 'Sort' ? rowsInto(node) : 0;
    return [
      ...(isScan ? [`reads all of ${name}`] : []),
      ...(sorted > mostSorted ? [`sorts ${sorted} rows`] : []),
      ...(node.Plans ?? []).flatMap(faultsOf),
    ];
  }
}

function rowsInto(node: PlanNode): number {
  return (node.Plans ?? []).reduce((sum, child) => sum + child['Actual Rows'] * child['Actual Loops'], 0);
}
