import { type APIInteraction, type APIMessage, InteractionType, MessageType } from 'discord.js';

/** The user behind an interaction, in a server or in direct messages. */
export function whoAsked(interaction: APIInteraction) {
  const user = interaction.member?.user ?? interaction.user;
  if (!user) throw new Error('an interaction without a user');
  return user;
}

/** What a message says of the interaction that it answers. */
export function relation(interaction: APIInteraction): Partial<APIMessage> {
  const user = whoAsked(interaction);
  const metadata = {
    id: interaction.id,
    type: interaction.type,
    user,
    authorizing_integration_owners: interaction.authorizing_integration_owners,
  };
  if (interaction.type === InteractionType.MessageComponent) {
    const { id, channel_id } = interaction.message;
    return {
      type: MessageType.Reply,
      message_reference: { type: 0, message_id: id, channel_id },
      interaction_metadata: { ...metadata, interacted_message_id: id } as never,
    };
  }
  if (interaction.type !== InteractionType.ApplicationCommand) return {};
  const { type } = interaction.data;
  const name = pathOf(interaction.data);
  return {
    type: type === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand,
    interaction: { id: interaction.id, type: interaction.type, name, user },
    interaction_metadata: { ...metadata, name, command_type: type } as never,
  };
}

type Part = { readonly name: string; readonly type?: number; readonly options?: readonly Part[] };

/** The name of a command with its subcommand, which are the options of types 1 and 2. */
const pathOf = ({ name, options }: Part): string => {
  const inner = options?.find(({ type }) => type === 1 || type === 2);
  return inner ? `${name} ${pathOf(inner)}` : name;
};
