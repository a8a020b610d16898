/** As much of CloudWatch's metric math as an alarm of ours uses. Two of a row bind alike, the last row binds closest. */
const operators: Readonly<Record<string, (a: number, b: number) => number>>[] = [
  { '>=': (a, b) => Number(a >= b), '<': (a, b) => Number(a < b) },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b },
];

/** The value of an expression: numbers, names of values, operators, `IF(condition, then, else)`. Throws at whatever else stands there. */
export function evaluateExpression(expression: string, values: Readonly<Record<string, number>>): number {
  const tokens = expression.match(/[\w.]+|>=|\S/g) ?? [];
  const unknown = (token: string | undefined) => new Error(`metric math: cannot read ${token ?? 'the end'} in ${expression}`);
  const take = (wanted: string): void => {
    const token = tokens.shift();
    if (token !== wanted) throw unknown(token);
  };

  const binary = (level: number): number => {
    const row = operators[level];
    if (row === undefined) return single();
    let value = binary(level + 1);
    for (let act = row[tokens[0] ?? '']; act !== undefined; act = row[tokens[0] ?? '']) {
      tokens.shift();
      value = act(value, binary(level + 1));
    }
    return value;
  };
  const single = (): number => {
    const token = tokens.shift();
    if (token !== 'IF') {
      const value = values[token ?? ''] ?? (/^\d+$/.test(token ?? '') ? Number(token) : undefined);
      if (value === undefined) throw unknown(token);
      return value;
    }
    take('(');
    const condition = binary(0);
    take(',');
    const then = binary(0);
    take(',');
    const otherwise = binary(0);
    take(')');
    return condition === 0 ? otherwise : then;
  };

  const value = binary(0);
  if (tokens.length > 0) throw unknown(tokens[0]);
  return value;
}
