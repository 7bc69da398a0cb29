import './skyra.ts';
import type { APIMessage, APIUser } from 'discord.js';
import type { Done, News, Welcome } from '../wire.ts';
import { channelOf } from './channel.ts';
import { composerOf } from './composer.ts';
import { type Connection, connect } from './connection.ts';
import { byId, el } from './dom.ts';
import type { SentCommand } from './draft.ts';
import { entriesOf, messageCommandsOf } from './entries.ts';
import { showInspection } from './inspector.ts';
import { avatarOf, displayName } from './message.ts';
import { reloadNote, say, showFaults } from './notices.ts';
import { startTheme } from './theme.ts';

const memberKey = 'member';
const examples = 5;

let state: Welcome = {
  you: '',
  members: [],
  bot: { id: '', username: 'Signpost', global_name: null, discriminator: '0', avatar: null, bot: true },
  guild: '',
  channel: 'careers',
  online: false,
  commands: [],
  messages: [],
  faults: [],
};

const people = (): APIUser[] => [...state.members, state.bot];
const you = (): APIUser => state.members.find(({ id }) => id === state.you) ?? state.bot;

/** Runs something that shows a line while the bot thinks, and what went wrong if it fails. */
async function thinkingOf(command: string, work: () => Promise<Done>): Promise<void> {
  const line = channel.pending(you(), state.bot, command);
  try {
    const { message } = await work();
    line.done();
    await channel.show(message ?? '');
  } catch (error) {
    line.failed((error as Error).message);
  }
}

const channel = channelOf(
  {
    mentions: {
      userName: (id) => people().flatMap((user) => (user.id === id ? [displayName(user)] : []))[0],
      get channel() {
        return state.channel;
      },
      get you() {
        return state.you;
      },
      useCommand: (path) => composer.start(path),
    },
    toolbar: {
      apps: () => messageCommandsOf(state.commands),
      useApp: (name, message) =>
        void thinkingOf(name, () => connection.ask({ type: 'messageCommand', name, message: message.id })),
      async inspect(message) {
        try {
          showInspection(await connection.ask({ type: 'inspect', message: message.id }));
        } catch (error) {
          say((error as Error).message);
        }
      },
    },
    click: async (message: APIMessage, customId, values) => {
      const done = await connection.ask({ type: 'click', message: message.id, customId, values });
      await channel.show(done.message ?? '');
    },
    dismiss: ({ id }) => channel.dismiss(id),
  },
  renderWelcome,
);

const composer = composerOf({
  commands: () => state.commands,
  people,
  complete: (asked) => connection.ask({ type: 'complete', ...asked }),
  sendCommand: ({ entry, values }: SentCommand) =>
    void thinkingOf(entry.path, () => connection.ask({ type: 'run', name: entry.path, options: values })),
  async sendText(text) {
    const content = people().reduce(
      (line, user) => line.replaceAll(`@${displayName(user)}`, `<@${user.id}>`),
      text,
    );
    const { heard } = await connection.ask({ type: 'say', content }).catch(() => ({ heard: true }));
    if (!heard) say(`${displayName(state.bot)} does not read plain messages here. Type / for its commands.`);
  },
});

function renderWelcome(): Node[] {
  const commands = [...entriesOf(state.commands)];
  const wanted = ['ask', 'roadmap', 'project-idea', 'salary', 'help'];
  const rank = (path: string) => (wanted.includes(path) ? wanted.indexOf(path) : wanted.length);
  const shown = commands.sort((a, b) => rank(a.path) - rank(b.path)).slice(0, examples);
  return [
    el('img', { src: avatarOf(state.bot), alt: '', width: 68, height: 68 }),
    el('h2', {}, `Welcome to #${state.channel}`),
    el(
      'p',
      {},
      `${displayName(state.bot)} answers questions about careers. Type / below, or begin with one of these:`,
    ),
    el(
      'ul',
      { class: 'examples' },
      ...shown.map(({ path, description }) =>
        el(
          'li',
          {},
          el(
            'button',
            { type: 'button', onclick: () => composer.start(path) },
            el('strong', {}, `/${path}`),
            el('span', {}, description),
          ),
        ),
      ),
    ),
  ];
}

/** Shows the channel as the member whom the server gave to this tab sees it. */
function show(welcome: Welcome): void {
  state = welcome;
  sessionStorage.setItem(memberKey, welcome.you);
  byId('guild').textContent = welcome.guild;
  byId('channel').textContent = welcome.channel;
  byId('side-channel').textContent = welcome.channel;
  byId<HTMLSelectElement>('member').replaceChildren(
    ...welcome.members.map((user) =>
      el('option', { value: user.id, selected: user.id === welcome.you }, displayName(user)),
    ),
  );
  showFaults(welcome.faults);
  showOnline();
  channel.reset(welcome.messages);
}

/** Shows whether the bot is there: in the list of members, and in a sentence when it is not. */
function showOnline(): void {
  byId('people').replaceChildren(
    ...people().map((user) =>
      el(
        'li',
        { class: user.bot && !state.online && 'offline' },
        el('img', { src: avatarOf(user), alt: '', width: 28, height: 28 }),
        displayName(user),
        user.bot && el('span', { class: 'tag' }, 'App'),
      ),
    ),
  );
  say(
    state.online ? '' : `${displayName(state.bot)} is offline. It answers once it has started.`,
    !state.online,
  );
}

const enter = async (connection: Connection, member: string | undefined) =>
  show(await connection.ask({ type: 'hello', member }));

const connection = connect({
  opened: (line) => void enter(line, sessionStorage.getItem(memberKey) ?? undefined),
  lost: () => say('The playground is not running. Start it again with npm start.', true),
  news(news: News) {
    switch (news.type) {
      case 'message':
      case 'edit':
        return channel.put(news.message);
      case 'delete':
        return channel.remove(news.message);
      case 'commands':
        state = { ...state, commands: news.commands };
        composer.commandsChanged();
        return channel.greet();
      case 'bot':
        state = { ...state, online: news.online };
        return showOnline();
      case 'faults':
        return showFaults(news.faults);
      case 'reloaded':
        channel.mark(news.changed);
        return say(reloadNote(news.changed.length));
    }
  },
});

byId<HTMLSelectElement>('member').addEventListener('change', ({ target }) => {
  void enter(connection, (target as HTMLSelectElement).value);
});
startTheme();
composer.focus();
