import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/supabase-lite.mjs';
import { bareEnv, describeWith, requireBuilt, root } from './clean-copy.ts';
import { answersAt, type Dyno, startFormation, until } from './formation.ts';
import { type GaleraNode, hasGalera, startGalera } from './galera.ts';
import { asSession, callerAs, Learners } from './learners.ts';
import { type Router, startRouter } from './router.ts';

if (!hasGalera()) process.stderr.write('SKIPPED: galera-4 is not installed, so no cluster was tested.\n');
const describeWhere = hasGalera() ? describeWith('haproxy') : describe.skip;
const secret = randomBytes(32).toString('hex');

describeWhere('the games on a Galera cluster of three behind HAProxy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tulkka-galera-'));
  const running: Dyno[] = [];
  let nodes: GaleraNode[] = [];
  let haproxy: ChildProcess;
  let router: Router;
  let env: Record<string, string>;

  beforeAll(async () => {
    requireBuilt();
    chmodSync(folder, 0o755);
    nodes = await startGalera(folder);
    const port = await freePort();
    const config = nodes.reduce(
      (text, node, n) => text.replace(`db${n + 1}.internal:3306`, `127.0.0.1:${node.port}`),
      readFileSync(join(root, 'deploy', 'haproxy', 'galera.cfg'), 'utf8').replace(
        '127.0.0.1:3307',
        `127.0.0.1:${port}`,
      ),
    );
    writeFileSync(join(folder, 'haproxy.cfg'), config);
    haproxy = spawn('haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], { env: bareEnv(), stdio: 'ignore' });
    router = await startRouter();
    env = {
      NODE_ENV: 'production',
      AUTH_MODE: 'jwt',
      JWT_SECRET: secret,
      MYSQL_HOST: '127.0.0.1',
      MYSQL_PORT: String(port),
      MYSQL_DATABASE: 'tulkka_galera',
      // The games need no lessons database; production wants one named.
      SUPABASE_URL: 'http://127.0.0.1:9',
    };
  }, 360_000);

  afterAll(async () => {
    for (const dyno of running) dyno.kill();
    haproxy?.kill();
    await router?.close();
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  }, 180_000);

  test('migrates, plays, and loses nothing when a node dies under load', async () => {
    const [release] = await startFormation(root, { release: 1 }, env);
    expect({ code: await release?.ended, output: release?.output() }).toMatchObject({ code: 0 });
    const webs = await startFormation(root, { web: 2 }, env);
    running.push(...webs);
    const ports = webs.flatMap((dyno) => dyno.port ?? []);
    for (const port of ports) await until(`${port} serves`, () => answersAt(`http://127.0.0.1:${port}/health`));
    router.route(ports);

    // A learner's device sends again what was not answered; the result's own id keeps it one result.
    const learners = new Learners(router.url, secret, 6, { sendsAgain: true });
    await until('they play', () => learners.played.length > 15, 60_000);
    await nodes[1]?.kill();
    const whenKilled = learners.played.length;
    await until('they play on', () => learners.played.length > whenKilled + 15, 60_000);
    await learners.stop();
    expect(learners.failures).toEqual([]);

    for (const { id, userId, results } of learners.played) {
      const call = callerAs(router.url, secret, userId);
      expect(asSession(await call('GET', `/sessions/${id}`))).toMatchObject({ status: 'completed', current: results });
    }
    const survivors = [nodes[0], nodes[2]];
    const counted = await Promise.all(
      survivors.map((node) =>
        node?.query(
          'select count(*) as results, count(distinct session_id, item_id) as items from tulkka_galera.game_results',
        ),
      ),
    );
    expect(counted[0]).toEqual(counted[1]);
    expect(JSON.stringify(counted[0])).toMatch(/"results":(\d+),"items":\1\b/);
    process.stderr.write(
      `Galera: ${learners.played.length} sessions, ${whenKilled} before a node was killed; ${learners.sentAgain} calls were sent again.\n`,
    );
  }, 240_000);
});
