import { type APIApplicationCommand, ApplicationCommandType } from 'discord.js';
import { z } from 'zod';
import { type CommandBody, commandForm } from './command-form.ts';
import { DiscordFault, faults } from './faults.ts';
import { checkForm, invalidForm } from './form.ts';

/** The commands that the application has registered: globally (no guild) and for single servers. */
export type Commands = ReturnType<typeof commandRegistry>;

const limits: Partial<Record<ApplicationCommandType, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

/** An empty registry; `changed` is called after every write. */
export function commandRegistry(applicationId: string, snowflake: () => string, changed: () => void) {
  const scopes = new Map<string | undefined, APIApplicationCommand[]>();
  const list = (guild?: string): readonly APIApplicationCommand[] => scopes.get(guild) ?? [];

  const write = (guild: string | undefined, commands: APIApplicationCommand[]) => {
    for (const [type, max] of Object.entries(limits)) {
      if (commands.filter((command) => command.type === Number(type)).length > max) {
        throw new DiscordFault(400, 30032, `Maximum number of application commands reached (${max}).`);
      }
    }
    scopes.set(guild, commands);
    changed();
  };

  const same = (a: { name: string; type?: number }, b: { name: string; type?: number }) =>
    a.name === b.name && a.type === b.type;

  const stored = (body: CommandBody, guild: string | undefined, before?: APIApplicationCommand) => {
    const id = before?.id ?? snowflake();
    const command = withDefaults(body, { id, application_id: applicationId, guild });
    const { version, ...rest } = before ?? {};
    // Discord counts a version only when something changed.
    const unchanged = version && JSON.stringify(rest) === JSON.stringify(command);
    return { ...command, version: unchanged ? version : snowflake() } as APIApplicationCommand;
  };

  const byId = (guild: string | undefined, id: string) => {
    const command = list(guild).find((one) => one.id === id);
    if (!command) throw faults.unknownCommand();
    return command;
  };

  return {
    list,
    byId,
    /** All that is registered, in every scope. */
    all: () => [...scopes.values()].flat(),

    /** Replaces every command of the scope; a name that was there before keeps its id. */
    overwrite(guild: string | undefined, bodies: unknown) {
      const forms = checkForm(z.array(commandForm), bodies);
      const twice = forms.findIndex((form, index) => forms.findIndex((other) => same(other, form)) < index);
      if (twice >= 0) {
        throw invalidForm([
          {
            path: [twice, 'name'],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ]);
      }
      const before = list(guild);
      write(
        guild,
        forms.map((form) =>
          stored(
            form,
            guild,
            before.find((one) => same(one, form)),
          ),
        ),
      );
      return list(guild);
    },

    /** Adds a command, or replaces the one of the same name and type. */
    upsert(guild: string | undefined, body: unknown) {
      const form = checkForm(commandForm, body);
      const before = list(guild).find((one) => same(one, form));
      const command = stored(form, guild, before);
      write(guild, [...list(guild).filter((one) => one !== before), command]);
      return { command, created: !before };
    },

    change(guild: string | undefined, id: string, patch: unknown) {
      const before = byId(guild, id);
      const { application_id, guild_id, version, ...body } = before as APIApplicationCommand & {
        handler?: never;
      };
      const command = stored(checkForm(commandForm, { ...body, ...(patch as object) }), guild, before);
      write(
        guild,
        list(guild).map((one) => (one === before ? command : one)),
      );
      return command;
    },

    remove(guild: string | undefined, id: string) {
      const command = byId(guild, id);
      write(
        guild,
        list(guild).filter((one) => one !== command),
      );
    },
  };
}

type Identity = { id: string; application_id: string; guild: string | undefined };

/** The command as Discord hands it out: every default spelt out, and flags of options only when set. */
function withDefaults(body: CommandBody, { id, application_id, guild }: Identity) {
  return {
    id,
    application_id,
    ...(guild && { guild_id: guild }),
    type: body.type,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions: body.default_member_permissions ?? null,
    ...(guild ? {} : { dm_permission: body.dm_permission ?? true }),
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
    ...('options' in body && body.options?.length && { options: body.options.map(withoutDefaults) }),
  };
}

function withoutDefaults(option: object): object {
  return Object.fromEntries(
    Object.entries(option)
      .filter(([, value]) => value !== null && value !== undefined && value !== false)
      .map(([key, value]) => [
        key,
        key === 'options' || key === 'choices' ? value.map(withoutDefaults) : value,
      ]),
  );
}

/** What a list of commands leaves out unless asked `with_localizations=true`. */
export function withoutLocalizations(command: APIApplicationCommand): APIApplicationCommand {
  return JSON.parse(
    JSON.stringify(command, (key, value) => (key.endsWith('_localizations') ? undefined : value)),
  );
}
