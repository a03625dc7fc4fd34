import { readFileSync, writeFileSync } from 'node:fs';
import { createRouteTable } from '../src/route-table.ts';
import { routes } from '../src/routes/index.ts';

const file = new URL('../../../docs/api.md', import.meta.url);
const [begin, end] = ['<!-- routes: begin -->', '<!-- routes: end -->'];

test('docs/api.md lists the routes as they are (UPDATE_DOCS=1 writes them anew)', () => {
  const text = readFileSync(file, 'utf8');
  const [before = '', rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '';
  const current = `${before}${begin}\n\n${createRouteTable(routes)}\n\n${end}${after}`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, current);
  else expect(text).toBe(current);
});
