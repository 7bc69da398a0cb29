/** The form in which names are compared: lower case, no accents, words of letters, digits, + and # with single spaces. */
export function normalise(text: string): string {
  // Most texts have nothing to decompose, and looking is faster than doing.
  const plain = /^[\x20-\x7e]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
