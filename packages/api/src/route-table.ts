import { callsPerMinute } from './http/limits.ts';
import type { Route } from './http/route.ts';
import type { Access } from './http/route-rules.ts';

const callers: Readonly<Record<Access, string>> = {
  public: 'anyone',
  catalogue: 'anyone; a token in jwt mode',
  lessons: 'anyone; staff in jwt mode',
  staff: 'teacher, admin, service',
  known: 'any known user',
};

/** All routes as the Markdown tables of docs/api.md, one for each tag. */
export function createRouteTable(routes: readonly Route[]): string {
  const tags = [...new Set(routes.map((route) => route.tag))];
  return tags
    .map((tag) => {
      const rows = routes.filter((route) => route.tag === tag).map(row);
      return [`### ${tag}`, '', '| route | what it does | who | a minute |', '|---|---|---|---|', ...rows].join('\n');
    })
    .join('\n\n');
}

function row({ method, path, summary, access, limit }: Route): string {
  const calls = limit === null ? '–' : callsPerMinute[limit];
  return `| \`${method.toUpperCase()} ${path}\` | ${summary} | ${callers[access]} | ${calls} |`;
}
