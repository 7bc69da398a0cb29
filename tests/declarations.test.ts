import { ApplicationCommandOptionType } from 'discord.js';
import { expect, test } from 'vitest';
import { commands } from '../commands/index.ts';
import type { CommandData, ValueOption } from '../src/discord/command.ts';

/** The keys that Discord knows: one that is misspelt passes the compiler and Discord's own document. */
const commandKeys = [
  'name',
  'description',
  'options',
  'contexts',
  'integration_types',
  'default_member_permissions',
];
const optionKeys = [
  'type',
  'name',
  'description',
  'required',
  'autocomplete',
  'choices',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
];

test.each(commands.map(({ data }) => [data.name, data] as const))(
  'the declaration of /%s is one that Discord takes',
  (_name, data) => {
    expect(Object.keys(data).filter((key) => !commandKeys.includes(key))).toEqual([]);
    expect(data.name).toMatch(/^[a-z0-9-]{1,32}$/);
    expect(data.description.length).toBeLessThanOrEqual(100);
    expect(textLength(data)).toBeLessThanOrEqual(8000);
    const options = data.options ?? [];
    expect(options.length).toBeLessThanOrEqual(25);
    expect(new Set(options.map(({ name }) => name)).size).toBe(options.length);
    for (const option of options) {
      expect(Object.keys(option).filter((key) => !optionKeys.includes(key))).toEqual([]);
      expect(option.name).toMatch(/^[a-z0-9-]{1,32}$/);
      expect(option.description.length).toBeLessThanOrEqual(100);
      if (option.type === ApplicationCommandOptionType.String)
        expect(option.autocomplete && option.choices).toBeFalsy();
    }
    const required = options.map((option) => option.required === true);
    expect(required, 'required options come first').toEqual(
      [...required].sort((a, b) => Number(b) - Number(a)),
    );
  },
);

test.each(commands.map((command) => [command.data.name, command] as const))(
  '/%s completes exactly the options that are declared so',
  (_name, { data, complete }) => {
    const completed = (data.options ?? []).filter(
      (option) => 'autocomplete' in option && option.autocomplete,
    );
    expect(Object.keys(complete).sort()).toEqual(completed.map(({ name }) => name).sort());
  },
);

function textLength({ name, description, options = [] }: CommandData): number {
  const ofOption = (option: ValueOption) =>
    option.name.length +
    option.description.length +
    ('choices' in option
      ? (option.choices ?? []).reduce((sum, choice) => sum + choice.name.length + choice.value.length, 0)
      : 0);
  return name.length + description.length + options.reduce((sum, option) => sum + ofOption(option), 0);
}
