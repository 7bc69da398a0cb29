import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

/** Opens a tab and fails the test if it asks for anything outside the playground or writes an error. */
export async function openTab(
  browser: Browser,
  url: string,
  size = { width: 1280, height: 800 },
  scheme: 'dark' | 'light' = 'dark',
) {
  const context = await browser.newContext({ viewport: size, colorScheme: scheme });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`asked for ${request.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  await page.goto(url);
  await page.locator('#member option').first().waitFor({ state: 'attached' });
  return page;
}

export const composer = (page: Page) => page.locator('.field textarea');
export const messages = (page: Page) => page.locator('discord-message');
export const last = (page: Page) => messages(page).last();
export const options = (page: Page) => page.locator('#suggestions [role=option]');
export const textOf = (page: Page) => last(page).locator('.content').textContent();

/** Types a command and its first option's text, and sends it. */
export async function send(page: Page, command: string) {
  await composer(page).fill(`/${command}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await last(page).locator('.content:not(.thinking)').waitFor();
}

/** What axe finds that keeps people out. */
export async function seriousFindings(page: Page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as never as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join('; ')}`,
    );
}
