/** One line of the scoreboard. */
export interface Row {
  part: string;
  name: string;
  unit: string;
  /** ours */
  value: number;
  /** the bare limit of the same run; null where there is none */
  limit: number | null;
  /** value / limit, or the value itself */
  ratio: number;
  target: string;
  met: boolean;
}

/** A figure that has to be at least (or at most) so many times its limit. */
export function rowOf(
  part: string,
  name: string,
  unit: string,
  [value, limit]: [number, number | null],
  bound: { atLeast: number } | { atMost: number },
): Row {
  const ratio = limit === null ? value : value / limit;
  const isLow = 'atLeast' in bound;
  const met = isLow ? ratio >= bound.atLeast : ratio <= bound.atMost;
  return {
    part,
    name,
    unit,
    value,
    limit,
    ratio,
    target: isLow ? `≥ ${bound.atLeast}` : `≤ ${bound.atMost}`,
    met,
  };
}

/** A figure of which nothing was promised. */
export function toldOnly(row: Row): Row {
  return { ...row, target: '–', met: true };
}

export function printRows(rows: readonly Row[]): void {
  console.log('\n| part | measured | ours | limit | ratio | target | |\n|---|---|---|---|---|---|---|');
  for (const { part, name, unit, value, limit, ratio, target, met } of rows) {
    const bare = limit === null ? '–' : `${short(limit)} ${unit}`;
    console.log(
      `| ${part} | ${name} | ${short(value)} ${unit} | ${bare} | ${short(ratio)} | ${target} | ${target === '–' ? '' : met ? 'met' : 'missed'} |`,
    );
  }
}

function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100);
}
