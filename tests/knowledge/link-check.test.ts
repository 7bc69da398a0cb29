import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkLinks, type Manners, polite } from '../../src/knowledge/link-check.ts';

type Page = (request: IncomingMessage, response: ServerResponse) => void;

const answer =
  (status: number, headers: Record<string, string> = {}): Page =>
  (_, response) =>
    void response.writeHead(status, headers).end();

/** A page that answers each request with the next of these, and with the last for ever. */
function inTurn(...pages: Page[]): Page {
  let asked = 0;
  return (request, response) => pages[Math.min(asked++, pages.length - 1)]?.(request, response);
}

const redirect = (status: number, location: string) => answer(status, { location });

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Manners whose waits pass at once, on a clock that only they move. */
function hurried(own: Partial<Manners> = {}) {
  let clock = 0;
  const waits: number[] = [];
  const manners: Manners = {
    ...polite,
    now: () => clock,
    wait: async (ms) => {
      waits.push(ms);
      clock += ms;
    },
    ...own,
  };
  return { manners, waits, clock: () => clock };
}

/** The result for one page of a site, and the requests that it took. */
async function check(pages: Record<string, Page>, path = '/page', own: Partial<Manners> = {}) {
  const requests: string[] = [];
  const site = await serve((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    (pages[request.url ?? ''] ?? answer(404))(request, response);
  });
  const { manners, waits } = hurried(own);
  const [result] = await checkLinks([`${site}${path}`], manners);
  return { site, requests, waits, verdict: result?.verdict, note: result?.note?.replaceAll(site, '') };
}

test.each([
  { name: 'a page that answers is alive', page: answer(200), verdict: 'alive', note: '' },
  { name: 'a page that is not found is dead', page: answer(404), verdict: 'dead', note: 'answers 404' },
  { name: 'a page that is gone is dead', page: answer(410), verdict: 'dead', note: 'answers 410' },
  {
    name: 'a wall against robots is not death',
    page: answer(403),
    verdict: 'unclear',
    note: 'answers 403',
  },
  {
    name: 'a page for members is not dead',
    page: answer(401),
    verdict: 'unclear',
    note: 'answers 401',
  },
  { name: 'a status of its own is not death', page: answer(999), verdict: 'unclear', note: 'answers 999' },
  {
    name: 'a server in lasting trouble is not dead',
    page: answer(500),
    verdict: 'unclear',
    note: 'answers 500',
  },
  {
    name: 'a host that is busy for ever is not dead',
    page: answer(429),
    verdict: 'unclear',
    note: 'answers 429',
  },
  {
    name: 'a connection that breaks is not death',
    page: (({ socket }) => socket.destroy()) as Page,
    verdict: 'unclear',
    note: expect.any(String),
  },
  {
    name: 'a redirect to nowhere is not death',
    page: redirect(301, 'mailto:ada@example.org'),
    verdict: 'unclear',
    note: 'answers 301',
  },
  {
    name: 'a redirect to itself ends',
    page: redirect(302, '/page'),
    verdict: 'unclear',
    note: 'its redirects never end',
  },
  {
    name: 'a page that moved for good is reported with its new address',
    page: redirect(301, '/here'),
    verdict: 'moved',
    note: 'to /here',
  },
  {
    name: 'a redirect for now is nobody’s business',
    page: redirect(302, '/here'),
    verdict: 'alive',
    note: '',
  },
  {
    name: 'of several redirects only the first permanent ones count',
    page: redirect(308, '/for-now'),
    verdict: 'moved',
    note: 'to /for-now',
  },
  {
    name: 'a redirect to a page that is not found is dead',
    page: redirect(301, '/nowhere'),
    verdict: 'dead',
    note: 'answers 404 at /nowhere',
  },
])('$name', async ({ page, verdict, note }) => {
  const pages = { '/page': page, '/here': answer(200), '/for-now': redirect(307, '/here') };
  expect(await check(pages)).toMatchObject({ verdict, note });
});

test('a living page costs one HEAD request that says who asks', async () => {
  let agent: string | undefined;
  const { requests } = await check({
    '/page': (request, response) => {
      agent = request.headers['user-agent'];
      response.end();
    },
  });
  expect(requests).toEqual(['HEAD /page']);
  expect(agent).toMatch(/^SignpostLinkCheck/);
});

test.each([403, 404, 405, 501])('a server that answers HEAD with %i is asked with GET', async (status) => {
  const page: Page = (request, response) =>
    answer(request.method === 'HEAD' ? status : 200)(request, response);
  expect(await check({ '/page': page })).toMatchObject({
    verdict: 'alive',
    requests: ['HEAD /page', 'GET /page'],
  });
});

test('of a page that GET had to fetch the rest is not read', async () => {
  const endless: Page = (request, response) => {
    if (request.method === 'HEAD') return answer(405)(request, response);
    const more = () => !response.destroyed && response.write('x'.repeat(65_536), more);
    more();
  };
  expect(await check({ '/page': endless })).toMatchObject({ verdict: 'alive' });
});

test('a server in passing trouble is asked again after growing waits', async () => {
  const page = inTurn(answer(503), ({ socket }) => socket.destroy(), answer(429), answer(200));
  expect(await check({ '/page': page }, '/page', { pauses: [2000, 8000, 30_000] })).toMatchObject({
    verdict: 'alive',
    waits: [2000, 8000, 30_000],
  });
});

test.each([
  { name: 'in seconds', value: '45' },
  { name: 'as a date', value: new Date(45_000).toUTCString() },
])('a host that asks for a pause $name gets it', async ({ value }) => {
  const page = inTurn(answer(429, { 'retry-after': value }), answer(200));
  expect(await check({ '/page': page })).toMatchObject({ verdict: 'alive', waits: [45_000] });
});

test('a host that asks for too long a pause is left alone, other pages of it included', async () => {
  const requests: string[] = [];
  const site = await serve((request, response) => {
    requests.push(`${request.url}`);
    answer(429, { 'retry-after': '3600' })(request, response);
  });
  const results = await checkLinks([`${site}/a`, `${site}/b`], hurried().manners);
  expect(results.map(({ verdict }) => verdict)).toEqual(['unclear', 'unclear']);
  expect(results[1]?.note).toContain('wants fewer requests');
  expect(requests).toEqual(['/a']);
});

test('a page that never answers is given up after the time limit', async () => {
  const silence = { '/page': () => {} };
  expect(await check(silence, '/page', { limit: 50, pauses: [] })).toMatchObject({
    verdict: 'unclear',
    note: 'no answer within 0.05 s',
  });
});

test('a host where nothing listens is not dead', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const [result] = await checkLinks([`http://127.0.0.1:${port}/`], hurried().manners);
  expect(result).toMatchObject({ verdict: 'unclear', note: 'ECONNREFUSED' });
});

/** No name server is asked about a name with an empty part, so this stays on the machine. */
const unknownHosts = ['http://no..where/', 'http://no..where..else/'];

test('a host that nobody knows is dead', async () => {
  const site = await serve(answer(200));
  const results = await checkLinks([...unknownHosts, site], hurried().manners);
  expect(results.map(({ verdict }) => verdict)).toEqual(['dead', 'dead', 'alive']);
  expect(results[0]?.note).toBe('no host has this name');
});

test('without a network nothing is dead', async () => {
  const results = await checkLinks(unknownHosts, hurried().manners);
  expect(results.map(({ verdict }) => verdict)).toEqual(['unclear', 'unclear']);
});

test('requests to one host start at least a gap apart, redirects and second attempts included', async () => {
  const times: number[] = [];
  const { manners, clock } = hurried({ gap: 1000, hosts: 1 });
  const pages = inTurn(answer(200), redirect(301, '/b'), answer(200), answer(403), answer(200));
  const site = await serve((request, response) => {
    times.push(clock());
    pages(request, response);
  });
  const elsewhere = await serve(redirect(302, `${site}/from-elsewhere`));
  await checkLinks([`${site}/a`, `${site}/c`, elsewhere, `${site}/d`], manners);
  expect(times.length).toBeGreaterThan(5);
  for (const [index, time] of times.entries()) {
    if (index > 0) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(1000);
  }
});

test('only a few hosts are asked at once, and the results come in the order of the addresses', async () => {
  const open: ServerResponse[] = [];
  let most = 0;
  // Nobody gets an answer before three have asked; whoever asks too many at once has all six open by then.
  const listener: RequestListener = (_, response) => {
    most = Math.max(most, open.push(response));
    if (open.length === 3) setImmediate(() => open.splice(0).map((held) => held.end()));
  };
  const sites = await Promise.all(Array.from({ length: 6 }, () => serve(listener)));
  const results = await checkLinks(sites, hurried({ hosts: 3 }).manners);
  expect(results.map(({ address, verdict }) => `${address} ${verdict}`)).toEqual(
    sites.map((site) => `${site} alive`),
  );
  expect(most).toBe(3);
});
