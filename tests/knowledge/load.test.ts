import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFault } from '../../src/knowledge/files.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { copyOfData } from '../support.ts';

const faultsIn = (dir: string) => {
  const loaded = loadKnowledge(dir);
  return loaded.ok ? [] : loaded.faults.map(formatFault);
};

/** The line of a file on which a text stands, counted from 1. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

test('the project’s own knowledge base has no fault', () => {
  expect(faultsIn('data')).toEqual([]);
});

test.each([
  {
    name: 'an unknown key names the key it was probably meant to be',
    file: 'steps/python.yaml',
    change: (text: string) => text.replace('\nwhy:', '\nwhi:'),
    fault: 'unknown key "whi": did you mean "why"?',
    column: 1,
    at: 'whi:',
  },
  {
    name: 'a missing key is named',
    file: 'steps/python.yaml',
    change: (text: string) => text.replace('\nwhy:', '\nwhi:'),
    fault: 'missing key "why"',
  },
  {
    name: 'an unresolved reference names the id it was probably meant to be',
    file: 'careers/machine-learning-engineer.yaml',
    change: (text: string) => text.replace('step: mathematics,', 'step: mathmatics,'),
    fault: 'there is no step "mathmatics": did you mean "mathematics"?',
    at: 'step: mathmatics',
  },
  {
    name: 'a wrong type deep in a list is named with its path',
    file: 'careers/machine-learning-engineer.yaml',
    change: (text: string) =>
      text.replace('step: mathematics, core: true', 'step: mathematics, core: perhaps'),
    fault: 'steps.0.core: Invalid input: expected boolean, received string',
    at: 'core: perhaps',
  },
  {
    name: 'an alias of another entry is refused',
    file: 'skills.yaml',
    change: (text: string) => text.replace(/^sql: .*$/m, 'sql: { title: SQL, aliases: [pandas] }'),
    fault: '"pandas" already names the skill "sql" in skills.yaml',
  },
  {
    name: 'an address that is none is refused',
    file: 'sources/article.yaml',
    change: (text: string) => `${text}  address: not an address\n`,
    fault: 'address: a whole address that starts with https://',
  },
  {
    name: 'broken YAML is reported with its place',
    file: 'skills.yaml',
    change: (text: string) => `${text}broken: [\n`,
    fault: 'Flow sequence in block collection must be sufficiently indented and end with a ]',
  },
  {
    name: 'phrasings of an entry that does not exist are refused',
    file: 'phrasings/degree.yaml',
    change: (text: string) => text.replace('faq/degree-needed:', 'faq/degree-neded:'),
    fault: 'names nothing that there is: did you mean "faq/degree-needed"?',
    at: 'faq/degree-neded:',
  },
  {
    name: 'phrasings of an unknown kind of entry are refused',
    file: 'phrasings/degree.yaml',
    change: (text: string) => text.replace('faq/degree-needed:', 'faqs/degree-needed:'),
    fault: 'did you mean "faq/degree-needed"?',
    at: 'faqs/degree-needed:',
  },
  {
    name: 'phrasings for an unknown reason to decline are refused',
    file: 'phrasings/degree.yaml',
    change: (text: string) => `${text}decline/boring: |\n  tell me about paint\n`,
    fault: '"boring" is no reason to decline',
    at: 'decline/boring:',
  },
  {
    name: 'a way to ask that stands under two entries is refused',
    file: 'phrasings/degree.yaml',
    change: (text: string) => text.replace('faq/which-degree: |\n', '$&  Is a CS degree required for ML\n'),
    fault: '"Is a CS degree required for ML" already asks for faq/degree-needed',
    at: 'faq/which-degree:',
  },
  {
    name: 'braces in a way to ask that stand for nothing are refused',
    file: 'phrasings/degree.yaml',
    change: (text: string) => text.replace('faq/which-degree: |\n', '$&  which degree for a {carreer}\n'),
    fault: '"{carreer}" stands for nothing; known are',
    at: 'faq/which-degree:',
  },
  {
    name: 'the same id twice in a file is refused',
    file: 'skills.yaml',
    change: (text: string) => `${text}sql: { title: Again }\n`,
    fault: 'Map keys must be unique',
  },
])('$name', ({ file, change, fault, at, column }) => {
  const data = copyOfData();
  data.edit(file, change);
  const loaded = loadKnowledge(data.dir);
  if (loaded.ok) throw new Error('the fault was not found');
  const found = loaded.faults.find(({ message }) => message.includes(fault));
  expect(found, loaded.faults.map(formatFault).join('\n')).toMatchObject({ file });
  if (at) {
    const text = loaded.files.find(({ path }) => path === file)?.text ?? '';
    expect(found?.line).toBe(lineOf(text, at));
  }
  if (column) expect(found?.column).toBe(column);
});

test('every fault of every file is reported at once', () => {
  const data = copyOfData();
  data.edit('steps/python.yaml', (text) => text.replace('\nwhy:', '\nwhi:'));
  data.edit('skills.yaml', (text) => text.replace(/^git: .*$/m, 'git: { titel: Git }'));
  const faults = faultsIn(data.dir).join('\n');
  expect(faults).toContain('did you mean "why"');
  expect(faults).toContain('unknown key "titel": did you mean "title"?');
});

test('an entry to which nothing refers is reported', () => {
  const data = copyOfData();
  data.edit('skills.yaml', (text) => `${text}knitting: { title: Knitting }\n`);
  expect(faultsIn(data.dir).join()).toContain('nothing refers to the skill "knitting"');
});

test('a file that is no part of the knowledge base is reported', () => {
  const data = copyOfData();
  writeFileSync(join(data.dir, 'salary.yaml'), '');
  expect(faultsIn(data.dir)[0]).toMatch(/^salary\.yaml:1:1 is no part of the knowledge base/);
});

test('a missing file is reported', () => {
  const data = copyOfData();
  rmSync(join(data.dir, 'job-titles.yaml'));
  expect(faultsIn(data.dir).join('\n')).toContain('job-titles.yaml:1:1 cannot be read');
});

test('a second load parses only the files that changed', () => {
  const data = copyOfData();
  const first = loadKnowledge(data.dir);
  data.edit('skills.yaml', (text) => text.replace('title: SQL', 'title: SQL language'));
  const second = loadKnowledge(data.dir, first.files);
  expect(second.files.filter((file) => !first.files.includes(file)).map(({ path }) => path)).toEqual([
    'skills.yaml',
  ]);
  expect(second.ok && second.knowledge.skill.get('sql')?.title).toBe('SQL language');
});
