import './skyra-config.ts';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordFileAttachment } from '@skyra/discord-components-core/discord-file-attachment.js';
import { DiscordLink } from '@skyra/discord-components-core/discord-link.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import '@skyra/discord-components-core/discord-attachments.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-quote.js';
import '@skyra/discord-components-core/discord-spoiler.js';
import '@skyra/discord-components-core/discord-time.js';

type Styled = { elementStyles: unknown[] };

/** Adds rules to the shadow style of a component, which outer style sheets do not reach. */
function restyle(component: Styled, rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  component.elementStyles.push(sheet);
}

// Skyra's greys are too pale to read (WCAG AA), and its sizes are fixed: both come from our own properties here.
restyle(
  DiscordMessages,
  ':host { background: none; border: 0; color: var(--text); line-height: 1.375; font-family: inherit; }',
);
restyle(
  DiscordMessage,
  `:host { color: var(--text) !important; font-family: inherit; padding: 4px 16px; line-height: 1.375; }
   :host(:hover) { background-color: var(--hover); }
   .discord-message-content { min-width: 0; flex: 1; line-height: 1.375; }
   .discord-message-timestamp, .discord-message-edited { color: var(--muted) !important; }
   .discord-author-avatar img { cursor: default; }
   @media (max-width: 600px) { :host { padding: 4px 12px; } .discord-author-avatar { margin-right: 12px; } }`,
);
restyle(
  DiscordEmbed,
  `:host { color: var(--text) !important; margin-block: 6px 4px; max-width: 520px; }
   .discord-embed-root { min-width: 0; flex: 1 1 auto; }
   .discord-embed-wrapper { background-color: var(--embed) !important; border-color: var(--line) !important; width: 100%; justify-self: stretch !important; }
   .discord-embed-grid { display: grid !important; grid-template-columns: minmax(0, 1fr) auto !important; }`,
);
restyle(DiscordEmbedField, ':host { overflow-wrap: anywhere; }');
restyle(DiscordEmbedFooter, ':host { color: var(--muted) !important; flex-wrap: wrap; }');
restyle(DiscordLink, 'a, a:visited { color: var(--link) !important; }');
const replied = `:host { color: var(--muted) !important; min-width: 0; white-space: nowrap !important; font-family: inherit; }
  .discord-replied-message-username { color: var(--text) !important; opacity: 1; cursor: default; }
  .discord-replied-message-username:hover { text-decoration: none; }
  .discord-replied-message-content { overflow: hidden; cursor: default; }
  :host > span { white-space: pre; }`;
restyle(DiscordReply, replied);
restyle(
  DiscordCommand,
  `${replied}
   :host .discord-slash-command-name, :host .discord-slash-command-name:hover { color: var(--mention-text) !important; background: var(--mention) !important; }`,
);
restyle(
  DiscordMention,
  ':host { color: var(--mention-text) !important; background-color: var(--mention) !important; cursor: inherit; }',
);
restyle(
  DiscordFileAttachment,
  `.discord-file-attachment-mosaic-style { background: var(--embed) !important; border-color: var(--line) !important; }
   .discord-file-attachment-metadata { color: var(--muted); }
   .discord-button-download-attachment { display: none !important; }`,
);
