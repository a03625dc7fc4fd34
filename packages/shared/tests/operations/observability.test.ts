import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { loadSettings } from '@tulkka/shared/config';
import { createMetrics, createPipelineMetrics, watchQueue } from '@tulkka/shared/metrics';
import { parse } from 'yaml';
import { z } from 'zod';
import { createApiContext } from '../../../api/src/context.ts';

const fromRoot = (path: string) => new URL(`../../../../${path}`, import.meta.url);

const AlertRules = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smhd]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['critical', 'warning', 'info']) }),
          annotations: z.strictObject({ summary: z.string().min(10) }),
        }),
      ),
    }),
  ),
});
const Dashboard = z.object({
  uid: z.string(),
  panels: z.array(
    z.object({
      title: z.string(),
      gridPos: z.object({ x: z.number(), w: z.number() }),
      targets: z.array(z.object({ expr: z.string() })).default([]),
    }),
  ),
});

const rules = AlertRules.parse(parse(readFileSync(fromRoot('deploy/prometheus/alerts.yml'), 'utf8'))).groups.flatMap(
  (group) => group.rules,
);
const dashboards = readdirSync(fromRoot('deploy/grafana')).map((name) =>
  Dashboard.parse(JSON.parse(readFileSync(fromRoot(`deploy/grafana/${name}`), 'utf8'))),
);
const panels = dashboards.flatMap((dashboard) => dashboard.panels);

/** Series of a registry with the labels they may have, as Prometheus sees them. */
async function seriesOf(registry: ReturnType<typeof createMetrics>['registry']): Promise<Map<string, Set<string>>> {
  const series = new Map<string, Set<string>>();
  for (const metric of registry.getMetricsAsArray()) {
    const declared = 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : [];
    const labels = ['process', 'job', 'instance', ...declared];
    const kind = String((await registry.getSingleMetric(metric.name)?.get())?.type);
    series.set(metric.name, new Set(labels));
    if (kind !== 'histogram') continue;
    for (const suffix of ['_bucket', '_sum', '_count'])
      series.set(`${metric.name}${suffix}`, new Set([...labels, 'le']));
  }
  return series;
}

/** The metrics and labels that an expression names; throws where it is no PromQL. */
function namesIn(expression: string): { metric: string; labels: string[] }[] {
  const text = expression.replaceAll('$__rate_interval', '5m');
  const found: { metric: string; labels: string[] }[] = [];
  const grouping: string[] = [];
  parser.parse(text).iterate({
    enter: (node) => {
      if (node.type.isError) throw new Error(`No PromQL at ${node.from}: ${text}`);
      const said = text.slice(node.from, node.to);
      if (node.name === 'VectorSelector') found.push({ metric: /^[\w:]+/.exec(said)?.[0] ?? '', labels: [] });
      if (node.name !== 'LabelName') return;
      if (node.node.parent?.name === 'GroupingLabels') grouping.push(said);
      else found.at(-1)?.labels.push(said);
    },
  });
  return found.map(({ metric, labels }) => ({ metric, labels: [...labels, ...grouping] }));
}

test('dashboard and alerts ask only for metrics and labels that the processes have', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tulkka-metrics-'));
  const context = await createApiContext(loadSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }));
  const worker = createMetrics('worker').registry;
  createPipelineMetrics(worker);
  const known = new Map([...(await seriesOf(worker)), ...(await seriesOf(context.metrics.registry))]);
  known.set('up', new Set(['job', 'instance']));
  await context.disposers.dispose(() => undefined);
  rmSync(dataDir, { recursive: true, force: true });

  const expressions = [...rules.map(({ expr }) => expr), ...panels.flatMap((p) => p.targets.map(({ expr }) => expr))];
  expect(expressions.length).toBeGreaterThan(40);
  const named = expressions.flatMap(namesIn);
  const unknown = named.flatMap(({ metric, labels }) => {
    const has = known.get(metric);
    if (!has) return [metric];
    return labels.filter((label) => !has.has(label)).map((label) => `${metric}{${label}}`);
  });
  expect(unknown).toEqual([]);
  // And the other way round: what the pipeline tells is looked at somewhere.
  const asked = new Set(named.map(({ metric }) => metric.replace(/_(bucket|sum|count)$/, '')));
  const ours = [...known.keys()].filter((name) => !/^(process|nodejs)_|_(bucket|sum|count)$|^up$/.test(name));
  expect(ours.filter((name) => !asked.has(name))).toEqual([]);
});

test('this test would notice a metric that does not exist, a label that does not exist, and a slip of the pen', () => {
  expect(namesIn('sum by (a) (rate(b{c="d"}[5m])) / b')).toEqual([
    { metric: 'b', labels: ['c', 'a'] },
    { metric: 'b', labels: ['a'] },
  ]);
  expect(() => namesIn('sum(rate(b[5m])')).toThrow('No PromQL');
});

test('every alert has a chapter in the run book, and the run book no chapter too many', () => {
  const book = readFileSync(fromRoot('docs/operations.md'), 'utf8');
  const chapters = [...book.matchAll(/^### (\w+)$/gm)].map((match) => match[1]);
  expect(chapters).toEqual(rules.map(({ alert }) => alert));
});

test('every command is in the run book', () => {
  const book = readFileSync(fromRoot('docs/operations.md'), 'utf8');
  const commands = ['status', 'retry', 'doctor', 'users:export', 'users:erase', 'retention', 'backup', 'restore'];
  expect(commands.filter((name) => !book.includes(`npm run ${name}`))).toEqual([]);
});

test('panels fill their rows and none lies over another', () => {
  expect(panels.every(({ gridPos }) => gridPos.x + gridPos.w <= 24)).toBe(true);
});

test('the gauges follow the queue, and outlive a database that is away', async () => {
  const { registry } = createMetrics('fetcher');
  const answers = [
    [
      { status: 'failed' as const, count: 2, oldestAt: new Date(Date.now() - 60_000).toISOString() },
      { status: 'completed' as const, count: 9, oldestAt: null },
      { status: 'unassigned' as const, count: 0, oldestAt: null },
    ],
    'away',
    [{ status: 'failed' as const, count: 1, oldestAt: new Date().toISOString() }],
  ] as const;
  let asked = 0;
  const countByStatus = async () => {
    const answer = answers[Math.min(asked++, answers.length - 1)];
    if (answer === undefined || answer === 'away') throw new Error('away');
    return [...answer];
  };
  const stop = watchQueue(createPipelineMetrics(registry), { countByStatus }, 5);
  const seen = new Set<string>();
  for (let i = 0; i < 200 && asked < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const text = await registry.getSingleMetricAsString('lessons_in_state');
    seen.add(/status="failed"[^}]*} (\d+)/.exec(text)?.[1] ?? 'none');
  }
  stop();
  const ages = await registry.getSingleMetricAsString('lessons_oldest_age_seconds');
  expect([...seen].filter((count) => count !== 'none')).toEqual(['2', '1']);
  expect(ages).not.toContain('status="completed"');
  const after = asked;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(asked).toBe(after);
});
