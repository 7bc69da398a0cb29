import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APIInteraction,
  type APIStringSelectComponent,
  ApplicationCommandOptionType,
  ComponentType,
} from 'discord.js';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { commands } from '../commands/index.ts';
import type { Bot } from '../src/bot.ts';
import type { ValueOption } from '../src/discord/command.ts';
import { type Respond, responder } from '../src/discord/respond.ts';
import type { KnowledgeBase } from '../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { searchOf } from '../src/search/search.ts';

/** The project's own knowledge base. */
export const knowledge: KnowledgeBase = (() => {
  const loaded = loadKnowledge('data');
  if (!loaded.ok) throw new Error(`data/ has faults: ${JSON.stringify(loaded.faults[0])}`);
  return loaded.knowledge;
})();

const search = searchOf(knowledge);

/** A bot over the real knowledge base, with what a test wants to decide itself. */
export const testBot = (own: Partial<Bot> = {}): Bot => ({
  knowledge,
  search,
  log: pino({ level: 'silent' }),
  random: () => 0,
  now: () => new Date('2026-11-22T12:00:00Z'),
  version: '0.0.0',
  reportUrl: 'https://example.org/report',
  sourceUrl: 'https://example.org/source',
  commandIds: new Map(),
  privacy: { keepsQuestions: false, readsMentions: false },
  heard: () => {},
  voted: () => {},
  ...own,
});

export const ada = { id: '200000000000000001', username: 'ada' };
export const ben = { id: '200000000000000002', username: 'ben' };
type Person = typeof ada;

/** The parts of an answer that tests look at. */
export type Seen = {
  readonly type: number;
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>[];
  readonly flags?: number;
  readonly allowed_mentions: { parse: string[]; users?: string[] };
};

/** People who use the bot through `respond`: what they type and click, and what they see. */
export function people(respond: Respond = responder(commands, () => testBot())) {
  const send = async (interaction: object): Promise<Seen> => {
    const { response } = await respond(interaction as APIInteraction);
    return { type: response.type, ...('data' in response ? response.data : {}) } as Seen;
  };
  return {
    respond,
    run: (name: string, options: Record<string, unknown> = {}, user: Person = ada) =>
      send({ ...common(user), type: 2, data: { id: '1', type: 1, name, options: submitted(name, options) } }),
    async complete(name: string, focused: string, typed: string, others: Record<string, unknown> = {}) {
      const options = [...submitted(name, others), { type: 3, name: focused, value: typed, focused: true }];
      const { response } = await respond({
        ...common(ada),
        type: 4,
        data: { id: '1', type: 1, name, options },
      } as unknown as APIInteraction);
      return (response as unknown as { data: { choices: { name: string; value: string }[] } }).data.choices;
    },
    /** Clicks the button or chooses in the menu with that custom_id, on a message that `asker` got. */
    click: (
      message: Seen,
      customId: string,
      { user = ada, asker = ada, value }: { user?: Person; asker?: Person; value?: string } = {},
    ) =>
      send({
        ...common(user),
        type: 3,
        data:
          value === undefined
            ? { component_type: ComponentType.Button, custom_id: customId }
            : { component_type: ComponentType.StringSelect, custom_id: customId, values: [value] },
        message: { ...message, flags: message.flags ?? 0, interaction_metadata: { user: asker } },
      }),
  };
}

const common = (user: Person) => ({
  id: '300000000000000001',
  application_id: '100000000000000001',
  token: 'interaction-token',
  version: 1,
  guild_id: '400000000000000001',
  member: { user },
});

function submitted(command: string, values: Record<string, unknown>): object[] {
  const declared = commands.find(({ data }) => data.name === command)?.data.options ?? [];
  return Object.entries(values).map(([name, value]) => ({ name, value, type: typeOf(declared, name) }));
}

const typeOf = (declared: readonly ValueOption[], name: string) =>
  declared.find((option) => option.name === name)?.type ?? ApplicationCommandOptionType.String;

/** Every button of a message by its label, and every menu by its placeholder: the custom_id. */
export function controls(message: Pick<Seen, 'components'>): Map<string, string> {
  const all = (message.components ?? []).flatMap(({ components }) => components);
  return new Map(
    all.flatMap((component): [string, string][] => {
      if (component.type === ComponentType.StringSelect)
        return [[component.placeholder ?? '', component.custom_id]];
      return 'custom_id' in component ? [[component.label ?? '', component.custom_id]] : [];
    }),
  );
}

/** The custom_id of the button or menu with that label or placeholder. */
export function control(message: Seen, label: string): string {
  const found = controls(message).get(label);
  if (found === undefined) throw new Error(`no "${label}" among ${[...controls(message).keys()].join(', ')}`);
  return found;
}

/** The options of a message's menus. */
export const menuOptions = (message: Seen) =>
  message.components
    .flatMap(({ components }) => components)
    .flatMap((component) => (component.type === ComponentType.StringSelect ? component.options : []));

/** All words of a message: its sentence, and every text of its embeds. */
export const words = ({ content, embeds = [] }: Pick<Seen, 'content' | 'embeds'>) =>
  [
    content,
    ...embeds.flatMap(({ title, description, fields = [] }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  ]
    .filter(Boolean)
    .join('\n');

/** A copy of the knowledge base in a folder of its own, to be broken. */
export function copyOfData() {
  const dir = mkdtempSync(join(tmpdir(), 'signpost-data-'));
  cpSync('data', dir, { recursive: true });
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return {
    dir,
    edit(file: string, change: (text: string) => string) {
      writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
    },
  };
}
