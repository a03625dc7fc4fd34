/** Asks the database how it runs each statement; returns those that read a whole table, with the table. */
export async function explainAll(db, recorded) {
  const rows = [];
  for (const { name, statements } of recorded) {
    for (const { sql, bindings } of statements) {
      if (!/^(select|update|\(?\s*select)/i.test(sql)) continue;
      const [plan] = await db.raw(`explain ${sql}`, bindings);
      const scans = plan.filter((step) => step.type === 'ALL' && step.table !== null && !step.table.startsWith('<'));
      rows.push({ name, sql, keys: plan.map((step) => `${step.table}: ${step.key ?? step.type}`), scans });
    }
  }
  return rows;
}
