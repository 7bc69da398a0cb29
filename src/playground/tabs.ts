import { MessageFlags } from 'discord.js';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Fault } from '../knowledge/files.ts';
import type { DiscordEvent, LocalDiscord } from './local-discord.ts';
import type { Stored } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { Inspection, News, Replies, ToPage, ToServer, Welcome } from './wire.ts';
import { userOf } from './world.ts';

type Tab = { readonly socket: WebSocket; member: string };

const given = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const asks = z.discriminatedUnion('type', [
  z.object({ id: z.int(), type: z.literal('hello'), member: z.string().optional() }),
  z.object({ id: z.int(), type: z.literal('run'), name: z.string(), options: given }),
  z.object({
    id: z.int(),
    type: z.literal('complete'),
    name: z.string(),
    options: given,
    option: z.string(),
    typed: z.string(),
  }),
  z.object({
    id: z.int(),
    type: z.literal('click'),
    message: z.string(),
    customId: z.string(),
    values: z.array(z.string()).optional(),
  }),
  z.object({ id: z.int(), type: z.literal('messageCommand'), name: z.string(), message: z.string() }),
  z.object({ id: z.int(), type: z.literal('say'), content: z.string().min(1).max(2000) }),
  z.object({ id: z.int(), type: z.literal('inspect'), message: z.string() }),
]) satisfies z.ZodType<ToServer>;

const remembered = 200;

export type Tabs = ReturnType<typeof tabsOf>;

/** The open tabs of the page; each acts as one member and hears only what that member sees. */
export function tabsOf(discord: LocalDiscord) {
  const tabs = new Set<Tab>();
  const exchanges = new Map<string, Inspection>();
  let faults: readonly Fault[] = [];

  const send = ({ socket }: Tab, news: ToPage) => socket.send(JSON.stringify(news));
  const broadcast = (news: News) => {
    for (const tab of tabs) send(tab, news);
  };

  const inChannel = ({ message }: Stored) => message.channel_id === discord.channel.id;
  const seenBy = (tab: Tab, stored: Stored) =>
    inChannel(stored) && (!stored.seenBy || stored.seenBy === tab.member);

  const remember = ({ interaction, response, files, took, message }: Outcome) => {
    if (!message) return;
    const sizes = files.map(({ name, data }) => ({ name, size: data.length }));
    exchanges.delete(message.id);
    exchanges.set(message.id, { interaction, response, files: sizes, took });
    for (const oldest of exchanges.keys()) {
      if (exchanges.size <= remembered) break;
      exchanges.delete(oldest);
    }
  };

  discord.on((event: DiscordEvent) => {
    if (event.type === 'answer') return remember(event.outcome);
    if (event.type === 'bot') return broadcast(event);
    for (const tab of tabs) {
      if (event.type === 'commands') send(tab, { type: 'commands', commands: offered(tab) });
      else if (!seenBy(tab, event.stored)) continue;
      else if (event.type === 'delete') send(tab, { type: 'delete', message: event.stored.message.id });
      else send(tab, { type: event.type, message: event.stored.message });
    }
  });

  const offered = (tab: Tab) => discord.commandsFor({ user: tab.member });

  const welcome = (tab: Tab, wanted: string | undefined): Welcome => {
    const taken = new Set([...tabs].filter((other) => other !== tab).map(({ member }) => member));
    const free = discord.members.find(({ id }) => !taken.has(id)) ?? discord.members[0];
    tab.member = discord.members.find(({ id }) => id === wanted)?.id ?? free?.id ?? '';
    tabs.add(tab);
    return {
      you: tab.member,
      members: discord.members.map(userOf),
      bot: discord.bot,
      guild: discord.guild.name,
      channel: discord.channel.name,
      online: discord.isOnline(),
      commands: offered(tab),
      messages: discord
        .messages(tab.member)
        .filter(inChannel)
        .map(({ message }) => message),
      faults,
    };
  };

  const answer = async (tab: Tab, ask: ToServer): Promise<Replies[ToServer['type']]> => {
    const user = tab.member;
    switch (ask.type) {
      case 'hello':
        return welcome(tab, ask.member);
      case 'run':
        return { message: (await discord.run({ user, ...ask })).message?.id };
      case 'complete':
        return discord.complete({ user, ...ask });
      case 'click': {
        const { message, customId, values } = ask;
        const outcome = await discord.click({ user, message, customId, ...(values && { values }) });
        return { message: outcome.message?.id };
      }
      case 'messageCommand':
        return { message: (await discord.messageCommand({ user, ...ask })).message?.id };
      case 'say':
        discord.say({ user, content: ask.content });
        return { heard: discord.hears() };
      case 'inspect': {
        const exchange = exchanges.get(ask.message);
        if (!exchange) throw new Error('What made this message is no longer known.');
        return exchange;
      }
    }
  };

  return {
    open(socket: WebSocket) {
      const tab: Tab = { socket, member: '' };
      socket.on('error', () => socket.terminate());
      socket.on('close', () => tabs.delete(tab));
      socket.on('message', async (data) => {
        const read = asks.safeParse(parsed(String(data)));
        if (!read.success || (read.data.type !== 'hello' && !tabs.has(tab))) return socket.close(1002);
        const { id } = read.data;
        try {
          send(tab, { type: 'reply', id, value: await answer(tab, read.data) });
        } catch (error) {
          send(tab, { type: 'refused', id, reason: (error as Error).message });
        }
      });
    },

    /** Asks anew for every answer on the screen that `may` be asked for again, and tells which ones changed. */
    async reloaded(may: (command: string) => boolean) {
      faults = [];
      broadcast({ type: 'faults', faults });
      const changed: string[] = [];
      for (const { message } of discord.messages().filter(isAnswer)) {
        // An answer that fails now is left as it was: its next click says what is wrong.
        const outcome = await discord.refresh(message.id, may).catch(() => 'kept');
        if (outcome === 'changed') changed.push(message.id);
      }
      broadcast({ type: 'reloaded', changed });
    },

    faulty(list: readonly Fault[]) {
      faults = list;
      broadcast({ type: 'faults', faults });
    },
  };
}

const isAnswer = ({ message }: Stored) =>
  message.interaction_metadata !== undefined && !((message.flags ?? 0) & MessageFlags.Loading);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
