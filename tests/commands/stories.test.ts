import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readableDate } from '../../src/cards/evidence.ts';
import { responder } from '../../src/discord/respond.ts';
import { lastChecked } from '../../src/knowledge/knowledge.ts';
import { control, controls, knowledge, menuOptions, people, type Seen, testBot, words } from '../support.ts';

const { run, click, complete } = people();

describe('/roadmap', () => {
  test('without options shows the machine learning engineer’s steps in order, and says so first', async () => {
    const answer = await run('roadmap');
    expect(answer.content).toMatch(/^The Machine Learning Engineer roadmap has 14 steps/);
    const titles = ['Mathematics', 'Python', 'Deep learning', 'Data engineering', 'Portfolio'];
    const places = titles.map((title) => words(answer).toLowerCase().indexOf(title.toLowerCase()));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(words(answer)).toContain('optional');
    expect(menuOptions(answer)).toHaveLength(14);
  });

  test('a step opened from the menu leads to the next and back', async () => {
    const roadmap = await run('roadmap', { career: 'data scientist' });
    const step = await click(roadmap, control(roadmap, 'Open a step'), { value: 'sql' });
    expect(step.content).toContain('SQL');
    const next = await click(step, control(step, 'Next step'));
    const back = await click(next, control(next, 'Previous step'));
    expect(words(back)).toBe(words(step));
    const whole = await click(back, control(back, 'Whole roadmap'));
    expect(words(whole)).toBe(words(roadmap));
  });

  test('a step asked for by another name is found in a career that has it', async () => {
    const answer = await run('roadmap', { step: 'kubernetes' });
    expect(answer.content).toContain('MLOps Engineer');
  });

  test('a step says why, its topics, when it is done, and what to learn it from', async () => {
    const { embeds } = await run('roadmap', { step: 'mathematics' });
    const names = embeds[0]?.fields?.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Topics', 'You are done when you can …', 'Resources']));
  });

  test('a career that is not known is asked about privately, with a button that works', async () => {
    const unsure = await run('roadmap', { career: 'machine engineer data' });
    expect(unsure.flags).toBe(64);
    expect(unsure.content).toContain('Did you mean');
    const [first] = controls(unsure).values();
    const answer = await click(unsure, first ?? '');
    expect(answer.type).toBe(7);
    expect(answer.content).toContain('roadmap has');
  });

  test('completing a step offers the career’s steps in order, then what fits', async () => {
    const all = await complete('roadmap', 'step', '', { career: 'data-analyst' });
    expect(all.map(({ value }) => value)).toEqual(
      knowledge.career.get('data-analyst')?.steps.map(({ step }) => step),
    );
    const [first] = await complete('roadmap', 'step', 'deep');
    expect(first).toMatchObject({ value: 'deep-learning' });
  });
});

describe('/project-idea', () => {
  test('every filter narrows, and "Another idea" goes round all that fit', async () => {
    let answer = await run('project-idea', { level: 'beginner', area: 'nlp' });
    const count = [...knowledge.project.values()].filter(
      ({ level, group }) => level === 'beginner' && group === 'nlp',
    ).length;
    expect(count).toBeGreaterThan(1);
    const seen = new Set<string>();
    for (let turn = 0; turn < count; turn++) {
      seen.add(answer.embeds[0]?.title ?? '');
      answer = await click(answer, control(answer, 'Another idea'));
    }
    expect(seen.size).toBe(count);
    expect(seen).toContain(answer.embeds[0]?.title);
  });

  test('shows data with address and licence, milestones, hours, a stretch goal and how to show it', async () => {
    const { embeds } = await run('project-idea');
    const names = embeds[0]?.fields?.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Skills', 'Data', 'Milestones', 'Stretch goal', 'How to show it']),
    );
    expect(embeds[0]?.fields?.find(({ name }) => name === 'Data')?.value).toMatch(/\]\(https?:/);
    expect(embeds[0]?.description).toContain('our estimate');
  });

  test('says which filter to loosen when nothing fits, with a button that works', async () => {
    const answer = await run('project-idea', { level: 'advanced', 'max-hours': 1 });
    expect(answer.flags).toBe(64);
    expect(answer.content).toMatch(/without `max-hours` there are \d+/);
    const label = [...controls(answer).keys()].find((text) => text.startsWith('Without max-hours')) ?? '';
    const idea = await click(answer, control(answer, label));
    expect(words(idea)).toContain('advanced');
  });

  test('starts at a random idea', async () => {
    const titles = [];
    for (const random of [0, 0.5, 0.99]) {
      const bot = testBot({ random: () => random });
      const answer = await people(responder(commands, () => bot)).run('project-idea');
      titles.push(answer.embeds[0]?.title);
    }
    expect(new Set(titles).size).toBe(3);
  });
});

describe('/certification', () => {
  test.each([
    ['Google TensorFlow Developer', 'retired'],
    ['AI-102', 'retired'],
    ['coursera machine learning andrew ng', 'superseded'],
  ])('%s is said to be %s in the first line', async (name, status) => {
    expect((await run('certification', { name })).content).toContain(`**${status}**`);
  });

  test('without a name lists current ones first, to be turned page by page', async () => {
    let page = await run('certification');
    const values = menuOptions(page).map(({ value }) => value);
    while (controls(page).has('Next')) {
      page = await click(page, control(page, 'Next'));
      values.push(...menuOptions(page).map(({ value }) => value));
    }
    expect(new Set(values)).toEqual(new Set(knowledge.certification.keys()));
    const gone = values.map((id) =>
      ['retired', 'superseded'].includes(knowledge.certification.get(id)?.status.value ?? ''),
    );
    expect(gone).toEqual([...gone].sort((a, b) => Number(a) - Number(b)));
  });
});

describe('/job-title', () => {
  test('compares two titles with one field per point that names both', async () => {
    const { embeds } = await run('job-title', { title: 'MLE', 'compare-with': 'data scientist' });
    for (const name of ['What they do', 'What sets them apart', 'Typical requirements']) {
      const value = embeds[0]?.fields?.find((field) => field.name === name)?.value;
      expect(value).toContain('Machine Learning Engineer');
      expect(value).toContain('Data Scientist');
    }
  });

  test('a title with itself is refused', async () => {
    expect((await run('job-title', { title: 'mle', 'compare-with': 'MLE' })).flags).toBe(64);
  });
});

describe('/salary', () => {
  test('a title in a country shows measure, year, source and confidence', async () => {
    const text = words(await run('salary', { title: 'data scientist', country: 'US' }));
    expect(text).toContain('base pay');
    expect(text).toMatch(/Confidence/);
    expect(text).toMatch(/checked \d{1,2} [A-Z][a-z]{2} 20\d\d/);
  });

  test('the article’s Indian bands are shown as its claim', async () => {
    const text = words(await run('salary', { title: 'machine learning engineer', country: 'india' }));
    expect(text).toContain('**₹7 LPA** to **₹12 LPA**');
    expect(text).toContain('the article says so and we found no source');
  });

  test('a country that is not held gets no number, and says what is held', async () => {
    const answer = await run('salary', { title: 'data scientist', country: 'Atlantis' });
    expect(answer.flags).toBe(64);
    expect(answer.content).not.toMatch(/[$€£₹]/);
  });
});

describe('/career', () => {
  test.each([
    ['companies', ['Google DeepMind', 'NVIDIA', 'Tesla', 'Flipkart', 'CRED', 'Razorpay', 'Ola Electric']],
    ['freelance', ['Upwork', 'Toptal', 'Turing']],
    ['first-roles', ['Junior ML Engineer', 'Data Analyst', 'AI Intern']],
    ['outlook', ['Reasons for hope', 'Reasons for care', 'cities']],
    ['tips', ['arXiv', 'Kaggle']],
  ])('%s of the machine learning engineer name all that the article names', async (topic, named) => {
    const text = await everyPage(await run('career', { topic }));
    for (const name of named) expect(text).toContain(name);
  });
});

async function everyPage(first: Seen): Promise<string> {
  const pages = [first];
  while (controls(pages.at(-1) ?? first).has('Next')) {
    const last = pages.at(-1) ?? first;
    pages.push(await click(last, control(last, 'Next')));
  }
  return pages.map(words).join('\n');
}

test('/help lists every command and explains each', async () => {
  const help = await run('help');
  for (const { data } of commands.filter(({ data }) => data.name !== 'help')) {
    expect(words(help)).toContain(`/${data.name}`);
    expect((await run('help', { topic: data.name })).content).toContain(data.description);
  }
});

test('/help names commands so that they can be clicked once they are registered', async () => {
  const bot = testBot({ commandIds: new Map([['roadmap', '123']]) });
  expect(words(await people(responder(commands, () => bot)).run('help'))).toContain('</roadmap:123>');
});

test('/about says the version, the date and what is known of people', async () => {
  const text = words(await run('about'));
  expect(text).toContain(readableDate(lastChecked(knowledge)));
  expect(text).toContain('Privacy');
});

test('/glossary explains a word', async () => {
  const answer = await run('glossary', { term: 'overfiting' });
  expect(answer.content).toMatch(/^Overfitting: /);
});

test('/resources can be narrowed to free ones for a topic', async () => {
  const text = words(await run('resources', { topic: 'mathematics', price: 'free' }));
  expect(text).not.toMatch(/· paid/);
  expect(text).toContain('Mathematics for Machine Learning');
});

describe('"Did you mean" keeps what else was asked', () => {
  test.each([
    ['salary', { title: 'scientist', country: 'india' }, 'salary|india|'],
    ['roadmap', { career: 'engineer', step: 'sql' }, 'step|'],
    ['project-idea', { area: 'zzz', skill: 'sql', level: 'beginner' }, '|sql|'],
    ['job-title', { title: 'data scientist', 'compare-with': 'engineer' }, 'compare|data-scientist|'],
  ])('/%s %j', async (name, options, part) => {
    const unsure = await run(name, options);
    expect(unsure.flags).toBe(64);
    expect(
      [...controls(unsure).values()].every((customId) => customId.includes(part)),
      [...controls(unsure).values()].join(),
    ).toBe(true);
    for (const customId of controls(unsure).values()) {
      expect((await click(unsure, customId)).content).not.toContain('Something went wrong');
    }
  });
});

test('every idea for so many hours can be done in them', async () => {
  let answer = await run('project-idea', { 'max-hours': 12 });
  for (let turn = 0; turn < 30; turn++) {
    const project = [...knowledge.project.values()].find(({ title }) => title === answer.embeds[0]?.title);
    expect(project?.hours.high).toBeLessThanOrEqual(12);
    expect(answer.content).toContain('Machine Learning Engineer');
    const next = controls(answer).get('Another idea');
    if (!next) break;
    answer = await click(answer, next);
  }
});

test('every word of a step can be reached by turning pages', async () => {
  const step = await run('roadmap', { step: 'machine-learning' });
  let page = await click(step, control(step, 'Mistakes and words'));
  const words = menuOptions(page).map(({ value }) => value);
  while (controls(page).has('Next')) {
    page = await click(page, control(page, 'Next'));
    words.push(...menuOptions(page).map(({ value }) => value));
  }
  const expected = [...knowledge.term.values()].filter(({ steps }) => steps.includes('machine-learning'));
  expect(new Set(words)).toEqual(new Set(expected.map(({ id }) => id)));
});

test('/about says what the operator’s choices mean for privacy', async () => {
  const bot = testBot({ privacy: { keepsQuestions: true, readsMentions: true } });
  const text = words(await people(responder(commands, () => bot)).run('about'));
  expect(text).toContain('is kept for the authors');
  expect(text).toContain('messages that mention me');
});

test('every card offers a way to report a mistake', async () => {
  for (const name of [
    'roadmap',
    'project-idea',
    'certification',
    'job-title',
    'salary',
    'career',
    'resources',
    'about',
    'help',
  ]) {
    const { components } = await run(name);
    const labels = components
      .flatMap((row) => row.components)
      .map((part) => ('label' in part ? part.label : ''));
    expect(labels, name).toContain('Wrong or out of date?');
  }
});

test('without an address for reports the card says whom to ask', async () => {
  const bot = testBot({ reportUrl: undefined });
  const { embeds } = await people(responder(commands, () => bot)).run('roadmap');
  expect(embeds[0]?.footer?.text).toContain('Ask whoever runs this bot');
});
