/** The tenth character of a USI: Luhn mod 32 (protocol facts, h). */

/** In the order of their code points; 0, 1, I and O are left out. */
export const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Appends the check character to the nine characters of a payload. */
export function withCheckCharacter(payload: string): string {
  let sum = 0;
  [...payload].reverse().forEach((character, fromRight) => {
    const product = ALPHABET.indexOf(character) * (fromRight % 2 === 0 ? 2 : 1);
    sum += Math.floor(product / ALPHABET.length) + (product % ALPHABET.length);
  });
  const index = (ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length;
  return payload + (ALPHABET[index] ?? '');
}
