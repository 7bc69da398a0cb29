import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import { links } from '../src/cards/links.ts';
import { type CommandData, declarationsOf } from '../src/discord/command.ts';
import { careerTopics } from '../src/knowledge/schema.ts';
import { knowledge, people } from './support.ts';

const path = process.env.DISCORD_OPENAPI;

describe.skipIf(!path)(
  'Discord’s OpenAPI document (set DISCORD_OPENAPI to its path to check against it)',
  () => {
    let ajv: Ajv2020;
    const schema = (name: string): ValidateFunction =>
      ajv.compile({ $ref: `discord#/components/schemas/${name}` });

    beforeAll(() => {
      ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false });
      ajv.addSchema(JSON.parse(readFileSync(path ?? '', 'utf8')), 'discord');
    });

    test('takes every declaration of a command', () => {
      const validate = schema('ApplicationCommandUpdateRequest');
      for (const declaration of declarationsOf(commands)) {
        // The document wants an integer where Discord takes a string.
        const { default_member_permissions: _, ...rest } = declaration as CommandData;
        expect(validate(rest), `${rest.name}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      }
    });

    test('takes every answer to a command, a click and a completion', async () => {
      const message = schema('CreateMessageInteractionCallbackRequest');
      const update = schema('UpdateMessageInteractionCallbackRequest');
      const choices = schema('ApplicationCommandAutocompleteCallbackRequest');
      const { run, click, complete, respond } = people();
      const about = await run('about');
      const answers: object[] = [];
      for (const { data } of commands) {
        const needed = (data.options ?? []).filter(({ required }) => required);
        const given = Object.fromEntries(needed.map(({ name }) => [name, 'overfitting']));
        for (const more of [{}, { private: true }]) {
          const answer = await run(data.name, { ...given, ...more });
          expect(answer.content).not.toContain('Something went wrong');
          answers.push(asCallback(answer));
        }
        for (const option of data.options ?? []) {
          if (!('autocomplete' in option && option.autocomplete)) continue;
          answers.push(asCallback(await run(data.name, { [option.name]: 'no such thing' })));
          const offered = await complete(data.name, option.name, '');
          expect(choices({ type: 8, data: { choices: offered } }), ajv.errorsText(choices.errors)).toBe(true);
        }
      }
      const ids = [
        ...[...knowledge.career.keys()].flatMap((career) =>
          careerTopics.map((topic) => links.career.to({ career, topic })),
        ),
        ...[...knowledge.step.keys()].map((step) =>
          links.step.to({ career: 'machine-learning-engineer', step }),
        ),
        ...[...knowledge.project.keys()].map((project) => links.project.to({ project })),
        ...[...knowledge.certification.keys()].map((certification) =>
          links.certification.to({ certification }),
        ),
        ...[...knowledge.title.keys()].map((title) => links.title.to({ title })),
        ...[...knowledge.resource.keys()].map((resource) => links.resource.to({ resource })),
        ...[...knowledge.term.keys()].map((term) => links.term.to({ term })),
        ...[...knowledge.country.keys()].map((country) => links.salary.to({ country })),
        ...[...knowledge.faq.keys()].map((id) => links.open.to({ target: `faq/${id}` })),
        links.vote.to({ helpful: 'yes', target: 'faq/degree-needed' }),
        'a stale button',
      ];
      for (const customId of ids) answers.push(asCallback(await click(about, customId)));
      for (const question of [
        'hello',
        'is a degree needed for ml',
        'how do i become a nurse',
        'i want to die',
      ]) {
        answers.push(asCallback(await run('ask', { question })));
      }
      expect(await respond({ type: 1 } as never)).toEqual({ response: { type: 1 } });
      expect(message({ type: 4, data: { content: 'x'.repeat(2001) } }), 'the document has teeth').toBe(false);
      for (const answer of answers) {
        const validate = (answer as { type: number }).type === 7 ? update : message;
        expect(validate(answer), `${ajv.errorsText(validate.errors)}\n${JSON.stringify(answer)}`).toBe(true);
      }
    });
  },
);

const asCallback = ({ type, ...data }: { type: number }) => ({ type, data });
