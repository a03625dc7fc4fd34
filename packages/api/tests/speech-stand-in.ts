import { type StandIn, startStandIn } from '../../../tests/vendors/stand-in.ts';

/** A speech server in OpenAI's manner; its recordings say which text they would be of. */
export function startSpeech(): Promise<StandIn<{ spoken: string[] }>> {
  const state = { spoken: [] as string[] };
  return startStandIn({
    state,
    operationOf: (method, url) => (method === 'POST' && url.pathname === '/v1/audio/speech' ? 'speak' : 'unknown'),
    handle: async (operation, exchange) => {
      if (operation !== 'speak') return exchange.json(404, { error: { message: 'no such route' } });
      const body = JSON.parse(await exchange.readText()) as { input: string };
      exchange.seen.body = body;
      state.spoken.push(body.input);
      exchange.response.writeHead(200, { 'content-type': 'audio/mpeg' });
      exchange.response.end(`ID3 ${body.input}`);
    },
  });
}
