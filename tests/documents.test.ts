import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { variableNames } from '../src/config.ts';

const readme = readFileSync('README.md', 'utf8');

/** The cells of the table under a heading, a row each. */
function table(heading: string): string[][] {
  const [, section = ''] = readme.split(`## ${heading}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

test('the README’s table of commands is the list of commands', () => {
  const rows = commands.map(({ data }) => {
    const own = (data.options ?? []).filter(({ name }) => name !== 'private' && name !== 'for');
    const options = own.map(
      (option) => `\`${option.name}\`${'autocomplete' in option && option.autocomplete ? '⌕' : ''}`,
    );
    return [`\`/${data.name}\``, options.join(' '), data.description];
  });
  expect(table('What it answers')).toEqual(rows);
});

test('the README and .env.example name every variable', () => {
  expect(table('Configuration').map(([name]) => name)).toEqual(variableNames.map((name) => `\`${name}\``));
  const example = readFileSync('.env.example', 'utf8');
  expect([...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)).toEqual(variableNames);
});

test.each(['README.md', 'CONTRIBUTING.md', 'docs/content.md', 'docs/architecture.md', 'docs/playground.md'])(
  'every file that %s points to exists',
  (document) => {
    const folder = document.includes('/') ? 'docs/' : '';
    for (const [, target = ''] of readFileSync(document, 'utf8').matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
      if (!/^https?:/.test(target)) expect(existsSync(folder + target), target).toBe(true);
    }
  },
);
