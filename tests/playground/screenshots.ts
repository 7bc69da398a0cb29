import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/start.ts';
import { launchBrowser } from './browser.ts';

// Takes the pictures of the documentation from the real bot: node tests/playground/screenshots.ts [folder]
const folder = process.argv[2] ?? 'docs/pictures';

const wide = { width: 1280, height: 860 };
const phone = { width: 375, height: 812 };

const pictures = [
  {
    name: 'roadmap-wide',
    viewport: wide,
    colorScheme: 'dark',
    command: '/roadmap career:machine learning engineer',
  },
  {
    name: 'job-title-phone',
    viewport: phone,
    colorScheme: 'dark',
    command: '/job-title title:data scientist',
  },
  {
    name: 'ask-phone',
    viewport: phone,
    colorScheme: 'dark',
    command: '/ask question:do i need a degree for ml jobs or is a portfolio enough',
  },
] as const;

const read = readConfig({ PORT: '0' });
if ('faults' in read) throw new Error(read.faults.join('\n'));
mkdirSync(folder, { recursive: true });

const browser = await launchBrowser();
for (const { name, viewport, colorScheme, command } of pictures) {
  // A bot of its own for each picture, so that its channel holds nothing else.
  const running = await start(read.config, pino({ level: 'silent' }), () => {});
  const page = await browser.newPage({ viewport, colorScheme });
  await page.goto(running.address);
  await page.locator('.examples button').first().waitFor();
  await page.locator('.field textarea').pressSequentially(command);
  // An option's text is settled by its completion, a command without options by the list.
  await page.waitForTimeout(200);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.locator('discord-message .content:not(.thinking)').waitFor();
  await page.evaluate('document.activeElement.blur()');
  // Pictures in the answer are drawn and the list has settled.
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
  await running.stop();
}
await browser.close();
