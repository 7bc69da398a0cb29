import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { checkCallback } from '../../src/playground/callback-form.ts';
import { commandForm } from '../../src/playground/command-form.ts';
import { DiscordFault } from '../../src/playground/faults.ts';
import { checkForm } from '../../src/playground/form.ts';
import { callback, openBoth } from './support.ts';

/** What a check says: "fine", or the code and place of every fault as discord.js prints them. */
function verdict(check: () => unknown): string {
  try {
    check();
    return 'fine';
  } catch (fault) {
    if (!(fault instanceof DiscordFault)) throw fault;
    const url = 'http://127.0.0.1';
    const shown = new DiscordAPIError(
      fault.toJSON() as never,
      fault.code,
      fault.status,
      'POST',
      url,
      {} as never,
    );
    return shown.message.replaceAll(/: .*$/gm, '').split('\n').slice(1).join(' ');
  }
}

const message = (data: object) => verdict(() => checkCallback({ type: 4, data }, { type: 2 } as never));
const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const embed = (more: object) => ({ embeds: [{ title: 'T', ...more }] });
const field = (name = 'n', value = 'v') => ({ name, value });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const option = (value: string, more: object = {}) => ({ label: value, value, ...more });
const menu = (more: object = {}) => ({ type: 3, custom_id: 'menu', options: [option('a')], ...more });
const row = (...components: object[]) => ({ type: 1, components });
const rows = (...components: object[]) => ({ content: 'c', components });
const links = (count: number) => many(count, (i) => button({ custom_id: `go${i}` }));
const onButton = (more: object) => rows(row(button(more)));
const onMenu = (more: object) => rows(row(menu(more)));

const messages: [string, object, string][] = [
  ['content of 2000', { content: text(2000) }, 'fine'],
  ['content of 2001', { content: text(2001) }, 'data.content[BASE_TYPE_MAX_LENGTH]'],
  ['content that is no text', { content: 5 }, 'data.content[BASE_TYPE_INVALID]'],
  ['an unknown key', { contents: 'x' }, 'data.contents[UNKNOWN_KEY]'],
  ['10 embeds', { embeds: many(10, () => ({ title: 'T' })) }, 'fine'],
  ['11 embeds', { embeds: many(11, () => ({ title: 'T' })) }, 'data.embeds[BASE_TYPE_MAX_LENGTH]'],
  ['an embed with nothing in it', { embeds: [{}] }, 'data.embeds[0].description[BASE_TYPE_REQUIRED]'],
  ['a title of 257', embed({ title: text(257) }), 'data.embeds[0].title[BASE_TYPE_MAX_LENGTH]'],
  ['a description of 4096', embed({ description: text(4096) }), 'fine'],
  [
    'a description of 4097',
    embed({ description: text(4097) }),
    'data.embeds[0].description[BASE_TYPE_MAX_LENGTH]',
  ],
  ['25 fields', embed({ fields: many(25, () => field()) }), 'fine'],
  ['26 fields', embed({ fields: many(26, () => field()) }), 'data.embeds[0].fields[BASE_TYPE_MAX_LENGTH]'],
  [
    'a field name of 257',
    embed({ fields: [field(text(257))] }),
    'data.embeds[0].fields[0].name[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a blank field name',
    embed({ fields: [field(' ')] }),
    'data.embeds[0].fields[0].name[BASE_TYPE_REQUIRED]',
  ],
  [
    'a field value of 1025',
    embed({ fields: [field('n', text(1025))] }),
    'data.embeds[0].fields[0].value[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'an empty field value',
    embed({ fields: [field('n', '')] }),
    'data.embeds[0].fields[0].value[BASE_TYPE_REQUIRED]',
  ],
  [
    'a footer of 2049',
    embed({ footer: { text: text(2049) } }),
    'data.embeds[0].footer.text[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'an author of 257',
    embed({ author: { name: text(257) } }),
    'data.embeds[0].author.name[BASE_TYPE_MAX_LENGTH]',
  ],
  ['a misspelt embed key', embed({ colour: 1 }), 'data.embeds[0].colour[UNKNOWN_KEY]'],
  ['a colour beyond white', embed({ color: 0x1000000 }), 'data.embeds[0].color[NUMBER_TYPE_MAX]'],
  [
    'an embed url that is no address',
    embed({ url: 'no address' }),
    'data.embeds[0].url[URL_TYPE_INVALID_URL]',
  ],
  [
    'an embed url of another scheme',
    embed({ url: 'ftp://a.b' }),
    'data.embeds[0].url[URL_TYPE_INVALID_SCHEME]',
  ],
  ['a timestamp that is none', embed({ timestamp: 'today' }), 'data.embeds[0].timestamp[BASE_TYPE_INVALID]'],
  ['6000 over all embeds', { embeds: [{ description: text(4000) }, { description: text(2000) }] }, 'fine'],
  [
    '6001 over all embeds',
    { embeds: [{ description: text(4000) }, { description: text(2001) }] },
    'data.embeds[MAX_EMBED_SIZE_EXCEEDED]',
  ],
  ['5 rows', rows(...links(5).map((one) => row(one))), 'fine'],
  ['6 rows', rows(...links(6).map((one) => row(one))), 'data.components[BASE_TYPE_MAX_LENGTH]'],
  ['5 buttons', rows(row(...links(5))), 'fine'],
  [
    '6 buttons in a row',
    rows(row(...links(6))),
    'data.components[0].components[COMPONENT_LAYOUT_WIDTH_EXCEEDED]',
  ],
  [
    'a button beside a menu',
    rows(row(button(), menu())),
    'data.components[0].components[COMPONENT_LAYOUT_WIDTH_EXCEEDED]',
  ],
  [
    '2 menus in a row',
    rows(row(menu(), menu({ custom_id: 'b' }))),
    'data.components[0].components[COMPONENT_LAYOUT_WIDTH_EXCEEDED]',
  ],
  ['an empty row', rows(row()), 'data.components[0].components[BASE_TYPE_MIN_LENGTH]'],
  [
    'a row inside a row',
    rows(row(row(button()))),
    'data.components[0].components[0].type[BASE_TYPE_INVALID]',
  ],
  [
    'a custom_id twice',
    rows(row(button()), row(button())),
    'data.components[1].components[0].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]',
  ],
  ['a custom_id of 100', onButton({ custom_id: text(100) }), 'fine'],
  [
    'a custom_id of 101',
    onButton({ custom_id: text(101) }),
    'data.components[0].components[0].custom_id[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'an empty custom_id',
    onButton({ custom_id: '' }),
    'data.components[0].components[0].custom_id[BASE_TYPE_MIN_LENGTH]',
  ],
  [
    'no custom_id',
    onButton({ custom_id: undefined }),
    'data.components[0].components[0].custom_id[BASE_TYPE_REQUIRED]',
  ],
  [
    'a label of 81',
    onButton({ label: text(81) }),
    'data.components[0].components[0].label[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'neither label nor emoji',
    onButton({ label: '' }),
    'data.components[0].components[0].label[BASE_TYPE_REQUIRED]',
  ],
  ['an emoji alone', onButton({ label: undefined, emoji: { name: '▶️' } }), 'fine'],
  [
    'an emoji that is none',
    onButton({ emoji: { name: 'abc' } }),
    'data.components[0].components[0].emoji[BUTTON_COMPONENT_INVALID_EMOJI]',
  ],
  ['a misspelt button key', onButton({ lable: 'x' }), 'data.components[0].components[0].lable[UNKNOWN_KEY]'],
  [
    'a url on a plain button',
    onButton({ url: 'https://a.b' }),
    'data.components[0].components[0].url[BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE]',
  ],
  ['a link', rows(row(button({ style: 5, custom_id: undefined, url: 'https://a.b' }))), 'fine'],
  [
    'a link into Discord',
    rows(row(button({ style: 5, custom_id: undefined, url: 'discord://-/a' }))),
    'fine',
  ],
  [
    'a link without url',
    rows(row(button({ style: 5, custom_id: undefined }))),
    'data.components[0].components[0].url[BASE_TYPE_REQUIRED]',
  ],
  [
    'a link with custom_id',
    onButton({ style: 5, url: 'https://a.b' }),
    'data.components[0].components[0].custom_id[BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE]',
  ],
  [
    'a link of another scheme',
    onButton({ style: 5, custom_id: undefined, url: 'mailto:a@b.c' }),
    'data.components[0].components[0].url[URL_TYPE_INVALID_SCHEME]',
  ],
  [
    'a link of 513',
    onButton({ style: 5, custom_id: undefined, url: `https://a.b/${text(501)}` }),
    'data.components[0].components[0].url[BASE_TYPE_MAX_LENGTH]',
  ],
  ['25 options', onMenu({ options: many(25, (i) => option(`${i}`)) }), 'fine'],
  [
    '26 options',
    onMenu({ options: many(26, (i) => option(`${i}`)) }),
    'data.components[0].components[0].options[BASE_TYPE_MAX_LENGTH]',
  ],
  ['no options', onMenu({ options: [] }), 'data.components[0].components[0].options[BASE_TYPE_MIN_LENGTH]'],
  [
    'an option value twice',
    onMenu({ options: [option('a'), option('a')] }),
    'data.components[0].components[0].options[1].value[SELECT_COMPONENT_OPTION_VALUE_DUPLICATED]',
  ],
  [
    'an option label of 101',
    onMenu({ options: [option('a', { label: text(101) })] }),
    'data.components[0].components[0].options[0].label[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'an option value of 101',
    onMenu({ options: [option(text(101), { label: 'a' })] }),
    'data.components[0].components[0].options[0].value[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'an option description of 101',
    onMenu({ options: [option('a', { description: text(101) })] }),
    'data.components[0].components[0].options[0].description[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    '2 defaults where 1 is chosen',
    onMenu({ options: [option('a', { default: true }), option('b', { default: true })] }),
    'data.components[0].components[0].options[SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES]',
  ],
  [
    'more values than options',
    onMenu({ max_values: 2 }),
    'data.components[0].components[0].max_values[NUMBER_TYPE_MAX]',
  ],
  [
    'a placeholder of 151',
    onMenu({ placeholder: text(151) }),
    'data.components[0].components[0].placeholder[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a misspelt menu key',
    onMenu({ placeholde: 'x' }),
    'data.components[0].components[0].placeholde[UNKNOWN_KEY]',
  ],
  [
    'mentions parsed and named',
    { content: 'c', allowed_mentions: { parse: ['users'], users: ['220000000000000001'] } },
    'data.allowed_mentions.users[MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE]',
  ],
  [
    'mentions of a kind that is none',
    { content: 'c', allowed_mentions: { parse: ['people'] } },
    'data.allowed_mentions.parse[0][BASE_TYPE_INVALID]',
  ],
  [
    'a misspelt key of mentions',
    { content: 'c', allowed_mentions: { prase: [] } },
    'data.allowed_mentions.prase[UNKNOWN_KEY]',
  ],
  ['flags: private, quiet, without link previews', { content: 'c', flags: 64 | 4 | 4096 }, 'fine'],
  ['a flag that only Discord sets', { content: 'c', flags: 1 }, 'data.flags[MESSAGE_FLAGS_INVALID]'],
];

test.each(messages)('a message with %s', (_what, data, said) => {
  expect(message(data)).toBe(said);
});

const choices = (list: unknown[], type?: number) =>
  verdict(() => checkCallback({ type: 8, data: { choices: list } }, { type: 4 } as never, type));
const choice = (name: string, value: unknown = name) => ({ name, value });

const completions: [string, string, string][] = [
  ['25 choices', choices(many(25, (i) => choice(`${i}`))), 'fine'],
  ['26 choices', choices(many(26, (i) => choice(`${i}`))), 'data.choices[BASE_TYPE_MAX_LENGTH]'],
  ['an empty name', choices([choice('', 'a')]), 'data.choices[0].name[BASE_TYPE_REQUIRED]'],
  ['a name of 101', choices([choice(text(101), 'a')]), 'data.choices[0].name[BASE_TYPE_MAX_LENGTH]'],
  ['a value of 101', choices([choice('a', text(101))]), 'data.choices[0].value[BASE_TYPE_MAX_LENGTH]'],
  ['an empty value', choices([choice('a', '')]), 'data.choices[0].value[BASE_TYPE_MIN_LENGTH]'],
  ['a text for a number', choices([choice('a', 'b')], 4), 'data.choices[0].value[BASE_TYPE_INVALID]'],
];

test.each(completions)('a completion with %s', (_what, said, expected) => {
  expect(said).toBe(expected);
});

const kinds: [string, number, number, string][] = [
  ['an update of a command', 7, 2, 'type[BASE_TYPE_CHOICES]'],
  ['a deferred update of a command', 6, 2, 'type[BASE_TYPE_CHOICES]'],
  ['a message for a completion', 4, 4, 'type[BASE_TYPE_CHOICES]'],
  ['choices for a command', 8, 2, 'type[BASE_TYPE_CHOICES]'],
  ['a pong', 1, 2, 'type[BASE_TYPE_CHOICES]'],
];

test.each(kinds)('%s is refused', (_what, type, interaction, said) => {
  expect(verdict(() => checkCallback({ type, data: {} }, { type: interaction } as never))).toBe(said);
});

const chat = (more: object = {}) => ({ name: 'a', description: 'd', ...more });
const leaf = (more: object = {}) => ({ type: 3, name: 'o', description: 'd', ...more });
const sub = (more: object = {}) => ({ type: 1, name: 's', description: 'd', ...more });
const withOptions = (...options: object[]) => chat({ options });
const fixed = (count: number, more: object = {}) =>
  many(count, (i) => ({ name: `${i}`, value: `${i}`, ...more }));

const declarations: [string, object, string][] = [
  [
    'all that this bot uses',
    withOptions(leaf({ required: true, autocomplete: true }), leaf({ name: 'p', choices: fixed(25) })),
    'fine',
  ],
  ['capital letters', chat({ name: 'Roadmap' }), 'name[APPLICATION_COMMAND_INVALID_NAME]'],
  ['a space in its name', chat({ name: 'a b' }), 'name[APPLICATION_COMMAND_INVALID_NAME]'],
  ['a name of 33', chat({ name: text(33) }), 'name[BASE_TYPE_MAX_LENGTH]'],
  ['no description', { name: 'a' }, 'description[BASE_TYPE_REQUIRED]'],
  ['a description of 101', chat({ description: text(101) }), 'description[BASE_TYPE_MAX_LENGTH]'],
  ['a misspelt key', chat({ option: [] }), 'option[UNKNOWN_KEY]'],
  ['a misspelt key of an option', withOptions(leaf({ reqired: true })), 'options[0].reqired[UNKNOWN_KEY]'],
  ['25 options', withOptions(...many(25, (i) => leaf({ name: `o${i}` }))), 'fine'],
  ['26 options', withOptions(...many(26, (i) => leaf({ name: `o${i}` }))), 'options[BASE_TYPE_MAX_LENGTH]'],
  [
    'an option twice',
    withOptions(leaf(), leaf()),
    'options[1].name[APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS]',
  ],
  [
    'a required option after another',
    withOptions(leaf(), leaf({ name: 'p', required: true })),
    'options[1].required[APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID]',
  ],
  [
    'choices and completion',
    withOptions(leaf({ autocomplete: true, choices: fixed(1) })),
    'options[0].choices[APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID]',
  ],
  ['26 choices', withOptions(leaf({ choices: fixed(26) })), 'options[0].choices[BASE_TYPE_MAX_LENGTH]'],
  [
    'a choice twice',
    withOptions(leaf({ choices: fixed(2, { name: 'x' }) })),
    'options[0].choices[1].name[APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS]',
  ],
  [
    'a text as a choice of numbers',
    withOptions(leaf({ type: 4, choices: fixed(1) })),
    'options[0].choices[0].value[BASE_TYPE_INVALID]',
  ],
  [
    'a length for a number',
    withOptions(leaf({ type: 4, max_length: 2 })),
    'options[0].max_length[UNKNOWN_KEY]',
  ],
  ['a length of 6001', withOptions(leaf({ max_length: 6001 })), 'options[0].max_length[NUMBER_TYPE_MAX]'],
  [
    'a least number above the greatest',
    withOptions(leaf({ type: 4, min_value: 3, max_value: 2 })),
    'options[0].min_value[NUMBER_TYPE_MAX]',
  ],
  ['an unknown type of option', withOptions(leaf({ type: 99 })), 'options[0].type[BASE_TYPE_INVALID]'],
  [
    'a subcommand beside an option',
    withOptions(leaf(), sub()),
    'options[1].type[APPLICATION_COMMAND_OPTIONS_TYPE_INVALID]',
  ],
  [
    'a subcommand in a subcommand',
    withOptions(sub({ options: [sub()] })),
    'options[0].options[0].type[BASE_TYPE_INVALID]',
  ],
  ['a group of subcommands', withOptions({ type: 2, name: 'g', description: 'd', options: [sub()] }), 'fine'],
  ['an unknown language', chat({ name_localizations: { xx: 'a' } }), 'name_localizations.xx[UNKNOWN_KEY]'],
  [
    'permissions as a number',
    chat({ default_member_permissions: 32 }),
    'default_member_permissions[BASE_TYPE_INVALID]',
  ],
  ['an unknown context', chat({ contexts: [3] }), 'contexts[0][BASE_TYPE_INVALID]'],
  ['a message menu with spaces and capitals', { type: 3, name: 'Ask Signpost' }, 'fine'],
  [
    'a message menu with a description',
    { type: 3, name: 'Ask', description: 'd' },
    'description[BASE_TYPE_INVALID]',
  ],
  [
    'more than 8000 characters',
    withOptions(
      ...many(25, (i) =>
        leaf({ name: `o${i}`, choices: many(4, (c) => ({ name: `${c}`, value: `${c}${text(90)}` })) }),
      ),
    ),
    '0[APPLICATION_COMMAND_TOO_LARGE]',
  ],
];

test.each(declarations)('a command with %s', (_what, command, said) => {
  expect(verdict(() => checkForm(commandForm, command))).toBe(said);
});

test('what the checks refuse, the REST interface refuses in the words that discord.js understands', async () => {
  const errors: DiscordAPIError[] = [];
  const { discord } = await openBoth([chat()], async (interaction, client) => {
    const bad = { body: { type: 4, data: { content: text(2001) } } };
    await callback(client, interaction, bad).catch((error) => errors.push(error));
    const empty = { body: { type: 4, data: { content: ' ' } } };
    await callback(client, interaction, empty).catch((error) => errors.push(error));
    const lost = { body: { type: 4, data: embed({ image: { url: 'attachment://lost.png' } }) } };
    await callback(client, interaction, lost).catch((error) => errors.push(error));
    return { body: { type: 4, data: { content: 'good' } } };
  });
  expect((await discord.run({ name: 'a' })).message?.content).toBe('good');
  expect(errors.map(({ code, status }) => [code, status])).toEqual([
    [50035, 400],
    [50006, 400],
    [50035, 400],
  ]);
  expect(errors[0]?.message).toBe(
    'Invalid Form Body\ndata.content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.',
  );
});
