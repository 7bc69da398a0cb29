import { z } from 'zod';
import { wrong } from './form.ts';

/** A text that must hold something besides spaces, of at most `max` characters. */
export const filled = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', {
      message: 'This field is required',
      params: { code: 'BASE_TYPE_REQUIRED' },
    });

export const flag = z.boolean().nullish();

export const snowflake = z.string().regex(/^\d{15,20}$/, 'is not a snowflake');

/** A web address with one of the schemes, of at most `max` characters. */
export const address = (schemes: readonly string[], max = 2048) =>
  z
    .string()
    .max(max)
    .superRefine((text, context) => {
      const scheme = text.match(/^([a-z][a-z0-9+.-]*):/i)?.[1]?.toLowerCase();
      if (scheme && !schemes.includes(scheme)) {
        const list = schemes.map((name) => `'${name}'`).join(', ');
        context.addIssue(
          wrong('URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" is not supported. Must be one of (${list}).`),
        );
      } else if (!URL.canParse(text)) {
        context.addIssue(wrong('URL_TYPE_INVALID_URL', 'Not a well formed URL.'));
      }
    });
