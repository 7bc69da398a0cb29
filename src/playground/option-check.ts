// The page runs this too, so it takes only types from discord.js: the library does not belong in a browser.

/** Discord's numbers for the types of options that can be filled in here. */
export const optionKind = { string: 3, integer: 4, boolean: 5, user: 6, number: 10 } as const;

/** What the check reads of an option's declaration. */
export type CheckedOption = {
  readonly type: number;
  readonly choices?: readonly { readonly value: string | number }[] | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
};

/** What is wrong with the value, as an ending of "The option …"; undefined when it may be sent. */
export function optionFault(
  option: CheckedOption,
  value: string | number | boolean,
  isMember: (id: string) => boolean,
): string | undefined {
  switch (option.type) {
    case optionKind.string:
      if (typeof value !== 'string') return 'takes a text';
      return option.choices?.length ? notAmong(option.choices, value) : lengthFault(option, value);
    case optionKind.integer:
    case optionKind.number:
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'takes a number';
      if (option.type === optionKind.integer && !Number.isSafeInteger(value)) return 'takes a whole number';
      return option.choices?.length ? notAmong(option.choices, value) : rangeFault(option, value);
    case optionKind.boolean:
      return typeof value === 'boolean' ? undefined : 'takes true or false';
    case optionKind.user:
      return isMember(String(value)) ? undefined : 'takes a member of this server';
    default:
      return `is of a type (${option.type}) that the playground cannot fill in`;
  }
}

function lengthFault({ min_length = 0, max_length = 6000 }: CheckedOption, value: string) {
  if (value === '') return 'must not be empty';
  if (value.length < min_length) return `takes at least ${min_length} characters`;
  if (value.length > max_length) return `takes at most ${max_length} characters`;
  return undefined;
}

function rangeFault({ min_value = -Infinity, max_value = Infinity }: CheckedOption, value: number) {
  if (value < min_value) return `takes a number of ${min_value} or more`;
  if (value > max_value) return `takes a number of ${max_value} or less`;
  return undefined;
}

const notAmong = (choices: readonly { value: string | number }[], value: string | number) =>
  choices.some((choice) => choice.value === value)
    ? undefined
    : `takes one of ${choices.map((choice) => choice.value).join(', ')}`;
