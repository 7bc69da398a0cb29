import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { start } from '../../src/start.ts';
import { launchBrowser, noBrowser } from './browser.ts';
import { openPlayground, openPlaygroundAlone } from './page-bot.ts';
import { composer, last, messages, openTab, options, send, seriousFindings, textOf } from './tab.ts';

// One file for all of it: the browser unpacks itself on its first start, and two at once would get in each other's way.
let browser: Browser;

describe.skipIf(noBrowser)(`the page${noBrowser ? ` (skipped: ${noBrowser})` : ''}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  test('an empty channel says what to type, and an example starts its command', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await page.getByRole('button', { name: '/roadmap' }).click();
    expect(await page.getByRole('group', { name: '/roadmap' }).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await last(page).locator('.components').waitFor();
    expect(await page.locator('.welcome').isVisible()).toBe(false);
  });

  test('"/" lists the commands, typing filters them, arrows choose, Escape leaves', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await composer(page).pressSequentially('/');
    expect(await options(page).locator('.suggestion-label').allTextContents()).toEqual([
      '/ask',
      '/plan',
      '/progress forget',
      '/progress show',
      '/roadmap',
      '/slow',
    ]);
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[aria-selected=true]').textContent()).toContain('/plan');
    await page.keyboard.type('progress s');
    expect(await options(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('.suggestions').isVisible()).toBe(false);
    await page.keyboard.type('how');
    await page.keyboard.press('Enter');
    expect(await page.locator('.draft-name').textContent()).toBe('/progress show');
  });

  test('an option completes while one types, within 50 ms, and its value is sent', async () => {
    const { url, discord } = await openPlayground();
    const page = await openTab(browser, url);
    await composer(page).pressSequentially('/roadmap career:');
    await options(page).nth(2).waitFor();
    // The best of a few: the machine may be busy with something else.
    const took = await page.evaluate<number>(`(async () => {
      const field = document.activeElement;
      const list = document.querySelector('#suggestions');
      const times = [];
      for (const text of ['s', 'sc', 'sci', 'scien']) {
        const start = performance.now();
        const shown = new Promise((resolve) => new MutationObserver(resolve).observe(list, { childList: true }));
        field.value = text;
        field.dispatchEvent(new Event('input'));
        await shown;
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    })()`);
    expect(took).toBeLessThan(50);
    expect(await options(page).allTextContents()).toEqual(['Data Scientist']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('The Data-Scientist roadmap');
    expect(discord.messages().length).toBe(1);
  });

  test('choices, numbers, members and booleans are chosen and checked as Discord does', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await composer(page).pressSequentially('/roadmap hours:');
    await page.keyboard.type('99');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').filter({ hasText: 'hours' }).textContent()).toContain('40 or less');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('7');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('level:adv');
    await page.keyboard.press('Enter');
    await page.keyboard.type('for:');
    expect(await options(page).allTextContents()).toEqual(['Robin', 'Sam', 'Kim', 'Signpost']);
    await page.keyboard.type('sa');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('for Sam');
    expect(await last(page).locator('discord-embed-field').allTextContents()).toEqual([
      'Hours7',
      'Leveladvanced',
    ]);
  });

  test('a required option comes first and is missed when it is empty; lengths are checked', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await composer(page).fill('/ask');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const problem = page.locator('.problem');
    expect(await problem.textContent()).toContain('"question" is required');
    await page.keyboard.type('x'.repeat(41));
    await page.keyboard.press('Enter');
    expect(await problem.textContent()).toContain('at most 40');
    for (const _ of 'xx') await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toBe(`You asked: ${'x'.repeat(39)}`);
  });

  test('Up brings back what was sent, with its options', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await composer(page).pressSequentially('/ask what is SQL?');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toBe('You asked: what is SQL?');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.chip input').inputValue()).toBe('what is SQL?');
    await page.keyboard.press('Enter');
    await expect.poll(() => messages(page).count()).toBe(2);
  });

  test('the bot is thinking until it answers, and a bot that does not answer is reported', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await composer(page).fill('/slow');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toBe('Signpost is thinking…');
    await page.getByText('The application did not respond').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await messages(page).count()).toBe(0);
  });

  test('an embed shows everything that Discord shows of it', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await send(page, 'roadmap');
    const embed = last(page).locator('discord-embed');
    for (const [tag, text] of [
      ['strong', 'Bold'],
      ['em', 'italic'],
      ['u', 'under'],
      ['s', 'gone'],
      ['code', 'code'],
    ] as const) {
      expect(await embed.locator(tag).first().textContent()).toBe(text);
    }
    expect(await embed.getByRole('link', { name: 'masked link' }).getAttribute('href')).toBe(
      'https://example.com/a',
    );
    expect(await embed.getByRole('link', { name: 'Roadmap', exact: true }).getAttribute('target')).toBe(
      '_blank',
    );
    expect(await embed.locator('ul > li').count()).toBe(3);
    expect(await embed.locator('ol > li').allTextContents()).toEqual(['first', 'second']);
    expect(await embed.locator('discord-quote').textContent()).toContain('a quote');
    expect(await embed.locator('pre').textContent()).toBe('a block');
    expect(await embed.locator('.md-subtext').textContent()).toContain('November 14, 2023');
    expect(await embed.locator('discord-embed-footer').textContent()).toBe('Checked 2026-11-01');
    const picture = embed.getByRole('img', { name: 'The roadmap as a picture' });
    expect(await picture.evaluate((image) => (image as never as { naturalWidth: number }).naturalWidth)).toBe(
      10,
    );
    expect(await last(page).locator('a.button').getAttribute('target')).toBe('_blank');
    expect(await last(page).getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await last(page).getByRole('button', { name: 'Use the command /ask' }).click();
    expect(await page.locator('.draft-name').textContent()).toBe('/ask');
  });

  test('a button and a menu change the message in place, by mouse and by keys', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await send(page, 'roadmap');
    const menu = last(page).getByRole('combobox', { name: 'Open a step' });
    await menu.click();
    await last(page).getByRole('option', { name: 'Python' }).click();
    await expect.poll(() => textOf(page)).toContain('Opened python');
    await menu.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('Opened sql');
    await last(page).getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => textOf(page)).toContain('Opened next');
    expect(await messages(page).count()).toBe(1);
    expect(await page.locator(':focus').textContent()).toBe('Next step');
    await last(page).getByRole('button', { name: 'Broken' }).click();
    await last(page).getByText('This interaction failed').waitFor();
  });

  test('files download, and pictures show with what they are', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await send(page, 'plan');
    expect(await last(page).getByRole('img', { name: 'A red square' }).isVisible()).toBe(true);
    const download = page.waitForEvent('download');
    await last(page).getByRole('link', { name: 'Download plan.ics' }).click();
    expect((await download).suggestedFilename()).toBe('plan.ics');
  });

  test('a second tab is a second member; a private answer is for its owner, who can dismiss it', async () => {
    const { url } = await openPlayground();
    const robin = await openTab(browser, url);
    const sam = await openTab(browser, url);
    expect(await sam.locator('#member option:checked').textContent()).toBe('Sam');
    await composer(robin).pressSequentially('/roadmap private:t');
    await robin.keyboard.press('Enter');
    await robin.keyboard.press('Enter');
    await robin.getByText('Only you can see this').waitFor();
    await send(sam, 'plan');
    await expect.poll(() => messages(robin).count()).toBe(2);
    expect(await messages(sam).count()).toBe(1);
    await robin.reload();
    await expect.poll(() => messages(robin).count()).toBe(2);
    await robin.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await messages(robin).count()).toBe(1);
  });

  test('a message’s menu holds "Ask Signpost", and a plain mention reaches the bot', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await composer(page).pressSequentially('What is SQL?');
    await page.keyboard.press('Enter');
    await messages(page).first().hover();
    await page.getByRole('button', { name: 'More for this message' }).click();
    await page
      .getByRole('menu')
      .getByRole('group', { name: 'Apps' })
      .getByRole('menuitem', { name: 'Ask Signpost' })
      .click();
    await expect.poll(() => textOf(page)).toBe('About “What is SQL?”');
    await composer(page).pressSequentially('@Sig');
    await page.keyboard.press('Tab');
    await page.keyboard.type('hello');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toBe('You called?');
  });

  test('a reload renews the answers that changed, with a note; a fault shows with its place until it is mended', async () => {
    const { url, reload, knowledgeFaults } = await openPlayground();
    const page = await openTab(browser, url);
    await send(page, 'plan');
    await send(page, 'roadmap');
    await last(page).getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => textOf(page)).toContain('first edition');
    knowledgeFaults([{ file: 'steps/sql.yaml', line: 3, column: 7, message: 'missing key "why"' }]);
    const banner = page.locator('.banner');
    await banner.waitFor();
    expect(await banner.textContent()).toContain('steps/sql.yaml:3:7 missing key "why"');
    reload('second edition');
    await expect.poll(() => textOf(page)).toContain('Opened next (second edition)');
    await page.getByText('1 answer renewed').waitFor();
    expect(await banner.count()).toBe(0);
  });

  test('the inspector shows both sides of an exchange, its size and its time', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url);
    await send(page, 'roadmap');
    await last(page).hover();
    await last(page).getByRole('button', { name: 'More for this message' }).click();
    await page.getByRole('menuitem', { name: 'Inspect' }).click();
    const panel = page.getByRole('complementary', { name: 'Inspector' });
    await panel.waitFor();
    const text = (await panel.textContent()) ?? '';
    expect(text).toMatch(/Answered in [\d.]+ ms/);
    expect(text).toMatch(/Content *\d+ of 2000/);
    expect(text).toContain('"custom_id": "next"');
    expect(text).toContain('"name": "roadmap"');
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(false);
  });

  test('who types before the bot is there is told so, and gets the commands when they come', async () => {
    const { url, startBot } = await openPlaygroundAlone();
    const page = await openTab(browser, url);
    await composer(page).pressSequentially('/road');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('still starting');
    await startBot();
    await options(page).getByText('/roadmap').waitFor();
    expect(await composer(page).inputValue()).toBe('/road');
    expect(await page.getByRole('alert').isVisible()).toBe(false);
    await expect.poll(() => page.locator('#people .offline').count()).toBe(0);
  });

  test('the bot may restart and the page may reload: nothing is lost, nothing breaks', async () => {
    const { url, bot, startBot, discord } = await openPlayground();
    const page = await openTab(browser, url);
    await send(page, 'roadmap');
    await bot.destroy();
    await page.getByText('Signpost is offline').waitFor();
    await startBot();
    await expect.poll(() => page.locator('#status').textContent()).toBe('');
    await last(page).getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => textOf(page)).toContain('Opened next');
    for (let count = 0; count < 200; count += 1) discord.say({ content: `message ${count}` });
    await expect.poll(() => messages(page).count()).toBe(201);
    const atEnd = () =>
      page.locator('#log').evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 2);
    await expect.poll(atEnd).toBe(true);
    await page.reload();
    await expect.poll(() => messages(page).count()).toBe(201);
  });

  test('text of other people stays text', async () => {
    const { url, discord } = await openPlayground();
    const page = await openTab(browser, url);
    const attack = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) @everyone **<b>**';
    discord.say({ content: attack });
    await expect
      .poll(() => textOf(page))
      .toBe('<img src=x onerror=alert(1)> [x](javascript:alert(1)) @everyone <b>');
    expect(await last(page).locator('.content img, .content a').count()).toBe(0);
  });

  test('a long answer is shown from its beginning, and the list follows its end again after the next command', async () => {
    const { url } = await openPlayground();
    const page = await openTab(browser, url, { width: 800, height: 420 });
    await send(page, 'roadmap');
    await last(page).getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => textOf(page)).toContain('Opened next');
    const top = () => last(page).evaluate((message) => message.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThanOrEqual(40);
    await send(page, 'plan');
    await expect.poll(() => last(page).locator('.content').isVisible()).toBe(true);
    expect(await top()).toBeGreaterThan(100);
  });

  const looks = [
    ['wide and dark', { width: 1280, height: 800 }, 'dark'],
    ['wide and light', { width: 1280, height: 800 }, 'light'],
    ['narrow and dark', { width: 375, height: 720 }, 'dark'],
    ['narrow and light', { width: 375, height: 720 }, 'light'],
  ] as const;

  test.each(looks)(
    '%s: no serious finding of axe, and nothing hangs out at the side',
    async (_name, size, scheme) => {
      const { url } = await openPlayground();
      const page = await openTab(browser, url, size, scheme);
      expect(await seriousFindings(page)).toEqual([]);
      await send(page, 'plan');
      await composer(page).pressSequentially('/roadmap private:t');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByText('Only you can see this').waitFor();
      await last(page).getByRole('combobox').click();
      expect(await seriousFindings(page)).toEqual([]);
      await composer(page).pressSequentially('/');
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.type('roadmap for:');
      await options(page).first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      const overflow = await page.evaluate<number>(`(() => {
      const log = document.querySelector('#log');
      return Math.max(log.scrollWidth - log.clientWidth, document.body.scrollWidth - innerWidth);
    })()`);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  test('the real bot: a roadmap, its steps, and an edit of its data that is seen at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'signpost-'));
    cpSync('data', folder, { recursive: true });
    const read = readConfig({ PORT: '0', DATA_DIR: folder });
    if ('faults' in read) throw new Error(read.faults.join());
    const running = await start(read.config, pino({ level: 'silent' }), () => {});
    onTestFinished(async () => {
      await running.stop();
      rmSync(folder, { recursive: true });
    });
    const page = await openTab(browser, running.address);
    await composer(page).pressSequentially('/roadmap career:machine learning eng');
    await options(page).filter({ hasText: 'Machine Learning Engineer' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(page)).toContain('Machine Learning Engineer');
    const menu = last(page).getByRole('combobox');
    await menu.click();
    await last(page).getByRole('option').first().click();
    await last(page).getByRole('button', { name: 'Next step' }).click();
    await expect.poll(() => textOf(page)).toContain('is step 2 of');

    const file = join(folder, 'careers', 'machine-learning-engineer.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^title:.*$/m, 'title: Engineer of Machines'));
    await expect.poll(() => textOf(page), { timeout: 5000 }).toContain('Engineer of Machines');
    writeFileSync(file, text.replace(/^title:/m, 'titel:'));
    await page.locator('.banner').filter({ hasText: 'careers/machine-learning-engineer.yaml:' }).waitFor();
    writeFileSync(file, text);
    await expect.poll(() => page.locator('.banner').count(), { timeout: 5000 }).toBe(0);
  }, 30_000);
});
