import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

/** Why there is no browser to test with, or undefined when there is one. */
export const noBrowser: string | undefined =
  process.env.CHROMIUM_PATH || (process.platform === 'linux' && process.arch === 'x64')
    ? undefined
    : 'no browser comes with the packages on this platform: set CHROMIUM_PATH';

/** Starts the Chromium of CHROMIUM_PATH, else the one that is inside the npm package. */
export async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  // Without it the package leaves out the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const executablePath =
    process.env.CHROMIUM_PATH ?? (await (await import('@sparticuz/chromium')).default.executablePath());
  if (!existsSync(executablePath)) throw new Error(`there is no browser at ${executablePath}`);
  // Not the package's own arguments: they switch off the web security that these tests are about.
  return chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', '--headless=shell'] });
}
