// DuckDB behind a pipe: reads a line, answers with a line.
//   exec SQL        → "ok"
//   query SQL       → nanoseconds and the first value of the first row
//   keys SQL        → "ok"; keeps the rows (two texts each) as keys
//   lookup SQL      → nanoseconds for all keys and the sum of the first values
// An error is answered with "error MESSAGE".
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const { DuckDBInstance } = createRequire(`${resolve(process.argv[2])}/`)('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
let keys = [];

async function carryOut(verb, sql) {
  const start = process.hrtime.bigint();
  if (verb === 'exec') {
    await connection.run(sql);
    return 'ok';
  }
  if (verb === 'query') {
    const rows = await (await connection.runAndReadAll(sql)).getRows();
    return `${process.hrtime.bigint() - start} ${BigInt(rows[0][0])}`;
  }
  if (verb === 'keys') {
    keys = (await connection.runAndReadAll(sql)).getRows();
    return 'ok';
  }
  const statement = await connection.prepare(sql);
  const begin = process.hrtime.bigint();
  let sum = 0n;
  for (const [first, second] of keys) {
    statement.bindVarchar(1, first);
    statement.bindVarchar(2, second);
    for (const row of (await statement.runAndReadAll()).getRows()) sum += BigInt(row[0] ?? 0);
  }
  return `${process.hrtime.bigint() - begin} ${sum}`;
}

for await (const line of createInterface({ input: process.stdin })) {
  const space = line.indexOf(' ');
  let answer;
  try {
    answer = await carryOut(line.slice(0, space), line.slice(space + 1));
  } catch (error) {
    answer = `error ${String(error.message).replaceAll('\n', ' ')}`;
  }
  process.stdout.write(`${answer}\n`);
}
