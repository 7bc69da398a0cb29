import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addressesIn, addressesInText } from '../../src/knowledge/addresses.ts';
import type { EntryOf, KnowledgeBase } from '../../src/knowledge/knowledge.ts';
import { formatSections, reportOn } from '../../src/knowledge/report.ts';
import type { Kind } from '../../src/knowledge/schema.ts';
import { knowledge } from '../support.ts';

/** The project's knowledge base with some entries changed, added, or (where `change` returns nothing) left out. */
function changed<K extends Kind>(
  kind: K,
  change: (entry: EntryOf[K]) => Partial<EntryOf[K]> | undefined,
  base = knowledge,
): KnowledgeBase {
  const entries = [...(base[kind].values() as Iterable<EntryOf[K]>)].flatMap((entry) => {
    const own = change(entry);
    return own ? [{ ...entry, ...own }] : [];
  });
  return { ...base, [kind]: new Map(entries.map((entry) => [entry.id, entry])) };
}

const added = <K extends Kind>(kind: K, entry: EntryOf[K]): KnowledgeBase => ({
  ...knowledge,
  [kind]: new Map<string, EntryOf[K]>([
    ...(knowledge[kind] as Iterable<[string, EntryOf[K]]>),
    [entry.id, entry],
  ]),
});

const anyOf = <K extends Kind>(kind: K): EntryOf[K] => {
  const [first] = knowledge[kind].values() as Iterable<EntryOf[K]>;
  if (!first) throw new Error(`there is no ${kind}`);
  return first;
};

/** The items of the report's section whose title begins so. */
function itemsOf(title: string, base: KnowledgeBase, today = '2026-01-01'): readonly string[] {
  const found = reportOn(base, today).find((section) => section.title.startsWith(title));
  if (!found) throw new Error(`no section "${title}"`);
  return 'items' in found ? found.items : found.names;
}

const entriesOf = (items: readonly string[]) => items.map((item) => item.slice(0, item.indexOf(':')));

/** Everything was read on the first day of 2026. */
const read = changed('source', () => ({ checked: '2026-01-01' }));
const certifications = [...knowledge.certification.keys()].map((id) => `certification/${id}`);
const outlooks = [...knowledge.career.keys()].map((id) => `career/${id}`);
const salaries = [...knowledge.country.keys()].map((id) => `country/${id}`);

test.each([
  { days: 90, today: '2026-04-01', certification: [], money: [], other: false },
  { days: 91, today: '2026-04-02', certification: certifications, money: [], other: false },
  { days: 365, today: '2027-01-01', certification: certifications, money: [], other: false },
  {
    days: 366,
    today: '2027-01-02',
    certification: certifications,
    money: [...outlooks, ...salaries],
    other: false,
  },
  {
    days: 541,
    today: '2027-06-26',
    certification: certifications,
    money: [...outlooks, ...salaries],
    other: true,
  },
])('after $days days the right entries are due for a check', ({ today, certification, money, other }) => {
  expect(entriesOf(itemsOf('Certifications due', read, today))).toEqual(certification);
  expect(entriesOf(itemsOf('Salaries and outlooks due', read, today))).toEqual(money);
  const rest = entriesOf(itemsOf('Other entries due', read, today));
  expect(rest.some((entry) => entry.startsWith('step/'))).toBe(other);
});

test('an entry is due by its oldest source, and only old sources are named', () => {
  const { id, status } = [...knowledge.certification.values()].find((c) => c.status.sources.length > 1) ?? {
    id: '',
    status: { sources: [] },
  };
  const [old] = status.sources;
  const base = changed('source', (source) => ({ checked: source.id === old ? '2026-01-01' : '2026-12-01' }));
  const item = itemsOf('Certifications due', base, '2026-12-24').find((line) => line.includes(`/${id}:`));
  expect(item).toBe(`certification/${id}: ${old} (2026-01-01)`);
});

test('two resources, sources or certifications with one address are named', () => {
  const { address } = anyOf('resource');
  const other = `${address.replace('https://', 'http://www.').replace(/\/$/, '')}#part`;
  const base = added('resource', { ...anyOf('resource'), id: 'copy', address: other });
  const found = itemsOf('Addresses that two', base).find((item) => item.includes('resource/copy'));
  expect(found).toBe(`${address}: resource/${anyOf('resource').id}, resource/copy`);
});

test('a source may share the address of the page it describes', () => {
  const { address } = anyOf('resource');
  const base = added('source', { ...anyOf('source'), id: 'copy', address });
  expect(itemsOf('Addresses that two', base).join()).not.toContain('source/copy');
});

test('a step whose resources all cost something or have gone stale is named', () => {
  const step = anyOf('step').id;
  const paid = changed('resource', ({ steps, price }) => ({
    price: steps.includes(step) ? 'mixed' : price,
  }));
  expect(itemsOf('Steps without a free resource', paid)).toContain(`step/${step}`);
  const stale = { since: '2020', why: 'It teaches the version before.' };
  const old = changed('resource', ({ steps }) => (steps.includes(step) ? { stale } : {}));
  expect(itemsOf('Steps without a free resource', old)).toContain(`step/${step}`);
});

test('a step without a project is named where a project makes sense', () => {
  const base = changed('project', () => undefined);
  const steps = itemsOf('Steps without a project', base);
  expect(steps).toContain('step/python');
  expect(steps).not.toContain('step/first-job');
});

test('a glossary term without a step is named', () => {
  const { id } = anyOf('term');
  const base = changed('term', (term) => (term.id === id ? { steps: [] } : {}));
  expect(itemsOf('Glossary terms', base)).toContain(`term/${id}`);
});

test('a question whose answer names no source is named', () => {
  const question: EntryOf['faq'] = {
    id: 'why-so',
    title: 'Why is that so?',
    answer: 'Because somebody once decided it.',
    next: ['step/python'],
    group: 'test',
  };
  const evidence = { sources: ['article'], asOf: '2026', grade: 'claim' as const };
  expect(itemsOf('Questions', added('faq', question))).toContain('faq/why-so');
  expect(itemsOf('Questions', added('faq', { ...question, evidence }))).not.toContain('faq/why-so');
});

test('a section says how much there is in it', () => {
  const sections = [
    { title: 'Nothing', items: [] },
    { title: 'Something', items: ['first\nmore of it', 'second'] },
    { title: 'Names', names: ['step/python', 'step/sql'] },
  ];
  expect(formatSections(sections)).toBe(
    'Nothing: none\nSomething: 2\n  first\n    more of it\n  second\nNames: 2\n  step/python, step/sql',
  );
});

test.each([
  { text: 'https://example.org/a_(b)', found: ['https://example.org/a_(b)'] },
  { text: 'Read [this](https://example.org/a), please.', found: ['https://example.org/a'] },
  { text: 'See [a](https://en.wikipedia.org/wiki/A_(b)).', found: ['https://en.wikipedia.org/wiki/A_(b)'] },
  { text: 'It is at https://example.org/a?b=c.', found: ['https://example.org/a?b=c'] },
  {
    text: 'Both <https://a.example> and `http://b.example/x`!',
    found: ['https://a.example', 'http://b.example/x'],
  },
  { text: 'Nothing to see: example.org', found: [] },
])('the addresses in "$text" are found', ({ text, found }) => {
  expect(addressesInText(text)).toEqual(found);
});

test('an address is listed once, with every entry that holds it, be it a field or in a text', () => {
  const address = 'https://example.org/once';
  const base = changed(
    'resource',
    ({ id }) => (id === anyOf('resource').id ? { address: `${address}#there` } : {}),
    changed('step', ({ id }) => (id === 'python' ? { why: `It is [explained](${address}).` } : {})),
  );
  expect(addressesIn(base).filter((found) => found.address.startsWith(address))).toEqual([
    { address, entries: ['step/python', `resource/${anyOf('resource').id}`] },
  ]);
});

test('data sets, certification pages and sources are among the addresses', () => {
  const found = new Map(addressesIn(knowledge).map(({ address, entries }) => [address, entries]));
  const { id, data } = anyOf('project');
  expect(found.get(data[0]?.address ?? '')).toContain(`project/${id}`);
  const certification = anyOf('certification');
  expect(found.get(certification.page)).toContain(`certification/${certification.id}`);
});

/** A knowledge base of one resource for one step. */
function smallBase(address: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'signpost-small-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const step = {
    title: 'Walking',
    sentence: 'Putting one foot before the other.',
    why: 'Every journey is made of steps like this one.',
    topics: [{ name: 'Left' }, { name: 'Right' }],
    done: ['walk a mile', 'walk back', 'climb a stair'],
    hours: { low: 1, high: 2 },
    mistakes: ['Running before walking.'],
  };
  const resource = {
    title: 'A walk',
    author: 'Ada',
    price: 'free',
    level: 'beginner',
    format: 'text',
    address,
    covers: 'One foot, then the other.',
    steps: ['walking'],
  };
  // JSON is YAML.
  const files = {
    'steps/walking.yaml': step,
    'resources/walks.yaml': { 'a-walk': resource },
    'skills.yaml': {},
    'job-titles.yaml': {},
  };
  for (const [path, value] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), JSON.stringify(value));
  }
  return dir;
}

const command = (...options: string[]) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, ['src/knowledge/cli.ts', ...options], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });

test('the command counts, reports, and fails nothing that is no fault', async () => {
  const { code, output } = await command(smallBase('https://example.org'), '--today', '2026-11-22');
  expect(code).toBe(0);
  expect(output).toMatch(/^The knowledge base has no fault: 0 careers, 1 step, 0 projects/);
  expect(output).toContain('Steps without a project: 1\n  step/walking\n');
});

test('the command refuses a day that is none', async () => {
  expect(await command(smallBase('https://example.org'), '--today', 'soon')).toEqual({
    code: 1,
    output: '--today is a day like 2026-11-22, not "soon"\n',
  });
});

/** In milliseconds: the command keeps its gap of a second, and the machine may be busy. */
const patience = { timeout: 30_000 };

test('the command with --links fails for a dead address alone, and names its entry', patience, async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/gone' ? 410 : 403).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [gone, walled] = await Promise.all([
    command(smallBase(`${site}/gone`), '--links'),
    command(smallBase(`${site}/walled`), '--links'),
  ]);
  expect(gone.code).toBe(1);
  expect(gone.output).toContain(`${site}/gone\n    answers 410\n    in resource/a-walk`);
  expect(walled.code).toBe(0);
  expect(walled.output).toContain('Could not tell, to be opened by hand: 1');
});
