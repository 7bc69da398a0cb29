import { setTimeout as sleep } from 'node:timers/promises';

/** How the owners of the pages are treated; times in milliseconds. */
export type Manners = {
  /** Between two requests to one host. */
  readonly gap: number;
  /** Hosts that are asked at once. */
  readonly hosts: number;
  /** What one request may take. */
  readonly limit: number;
  /** The waits before each further attempt, when a host is busy or cannot be reached. */
  readonly pauses: readonly number[];
  /** The longest wait that a host may ask for with Retry-After; beyond it the host is left alone. */
  readonly patience: number;
  wait(ms: number): Promise<unknown>;
  now(): number;
};

export const polite: Manners = {
  gap: 1000,
  hosts: 6,
  limit: 20_000,
  pauses: [2000, 8000, 30_000],
  patience: 60_000,
  wait: sleep,
  now: Date.now,
};

/** `unclear`: it may be there, but this program cannot tell, for example because a wall against robots answers. */
export type Verdict = 'alive' | 'moved' | 'unclear' | 'dead';
export type LinkResult = { readonly address: string; readonly verdict: Verdict; readonly note: string };

/** What came back from one request. */
type Answer = {
  /** Missing when nothing came back. */
  readonly status?: number;
  readonly location?: string | undefined;
  readonly retryAfter?: number;
  /** Why nothing came back: a code of Node's, or words. */
  readonly problem?: string;
};

const headers = { 'user-agent': 'SignpostLinkCheck/1.0 (looks once a week whether pages still exist)' };
const mostRedirects = 10;

/** Asks every address over the network whether it is still there; the results come in the order of the addresses. */
export async function checkLinks(
  addresses: readonly string[],
  manners: Manners = polite,
): Promise<LinkResult[]> {
  const checkLink = linkChecker(manners);
  const results = new Map<string, LinkResult>();
  // The host with the most addresses takes longest, because of the gap, so it goes first.
  const queue = [...Map.groupBy(addresses, (address) => new URL(address).host).values()].sort(
    (a, b) => b.length - a.length,
  );
  const worker = async () => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      for (const address of batch) results.set(address, await checkLink(address));
    }
  };
  await Promise.all(Array.from({ length: manners.hosts }, worker));
  return withoutNetwork([...results.values()])
    ? addresses.map((address) => ({
        address,
        verdict: 'unclear',
        note: 'nothing answers: is there a network?',
      }))
    : addresses.flatMap((address) => results.get(address) ?? []);
}

const unknownHost = 'no host has this name';

/** A machine without network knows no host either, which must not make every page dead. */
const withoutNetwork = (results: readonly LinkResult[]) =>
  results.length > 1 && results.every(({ note }) => note === unknownHost);

function linkChecker(manners: Manners) {
  const turns = turnsOf(manners);
  /** Hosts that still want fewer requests after every pause. */
  const annoyed = new Set<string>();

  async function request(url: URL, method: 'HEAD' | 'GET'): Promise<Answer> {
    await turns.next(url.host);
    try {
      const response = await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(manners.limit),
      });
      await response.body?.cancel();
      return {
        status: response.status,
        location: response.headers.get('location') ?? undefined,
        retryAfter: retryAfter(response.headers.get('retry-after'), manners.now()),
      };
    } catch (error) {
      return { problem: problemOf(error as Error, manners.limit) };
    }
  }

  async function ask(url: URL): Promise<Answer> {
    let answer = await request(url, 'HEAD');
    // Many servers handle HEAD badly, so only GET is believed when it says that something is wrong.
    if (answer.status && answer.status >= 400 && !mayPass(answer)) answer = await request(url, 'GET');
    for (const pause of manners.pauses) {
      const wait = Math.max(pause, answer.retryAfter ?? 0);
      if (!mayPass(answer) || wait > manners.patience) break;
      turns.hold(url.host, wait);
      answer = await request(url, 'GET');
    }
    if (answer.status === 429) annoyed.add(url.host);
    return answer;
  }

  return async function checkLink(address: string): Promise<LinkResult> {
    let url = new URL(address);
    let movedTo: string | undefined;
    let forGood = true;
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      if (annoyed.has(url.host))
        return { address, verdict: 'unclear', note: `${url.host} wants fewer requests` };
      const answer = await ask(url);
      const target = redirectOf(answer, url);
      if (!target) {
        const { verdict, note } = judge(answer);
        if (verdict === 'alive')
          return { address, ...(movedTo ? { verdict: 'moved', note: `to ${movedTo}` } : { verdict, note }) };
        return { address, verdict, note: redirects > 0 ? `${note} at ${url.href}` : note };
      }
      forGood &&= answer.status === 301 || answer.status === 308;
      if (forGood) movedTo = target.href;
      url = target;
    }
    return { address, verdict: 'unclear', note: 'its redirects never end' };
  };
}

/** Lets requests to one host start one after the other, a gap apart; holding a host makes all of them wait. */
function turnsOf({ gap, now, wait }: Manners) {
  const queues = new Map<string, Promise<void>>();
  const free = new Map<string, number>();
  const left = (host: string) => (free.get(host) ?? 0) - now();
  return {
    next(host: string): Promise<void> {
      const turn = (queues.get(host) ?? Promise.resolve()).then(async () => {
        while (left(host) > 0) await wait(left(host));
        free.set(host, now() + gap);
      });
      queues.set(host, turn);
      return turn;
    },
    hold(host: string, ms: number) {
      free.set(host, Math.max(free.get(host) ?? 0, now() + ms));
    },
  };
}

/** Whether it is worth asking again. That a name is unknown is a clear answer; a resolver in trouble says EAI_AGAIN. */
const mayPass = ({ status = 0, problem }: Answer) =>
  problem !== undefined
    ? problem !== unknownHost
    : status === 408 || status === 429 || (status >= 500 && status < 600);

function redirectOf({ status = 0, location }: Answer, from: URL): URL | undefined {
  if (status < 300 || status >= 400 || location === undefined) return undefined;
  const target = URL.parse(location, from.href);
  return target && /^https?:$/.test(target.protocol) ? target : undefined;
}

function judge({ status, problem }: Answer): { verdict: Verdict; note: string } {
  if (problem !== undefined) return { verdict: problem === unknownHost ? 'dead' : 'unclear', note: problem };
  if (status === 404 || status === 410) return { verdict: 'dead', note: `answers ${status}` };
  if (status && status >= 200 && status < 300) return { verdict: 'alive', note: '' };
  return { verdict: 'unclear', note: `answers ${status}` };
}

/** The wait that a Retry-After header asks for, in milliseconds; it is written in seconds or as a date. */
function retryAfter(header: string | null, now: number): number {
  if (header === null) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Math.max(wait || 0, 0);
}

function problemOf(error: Error, limit: number): string {
  if (error.name === 'TimeoutError') return `no answer within ${limit / 1000} s`;
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code === 'ENOTFOUND' ? unknownHost : code || message;
}
