/// <reference path="./node-forge-lib.d.ts" />
/**
 * What keystores need and WebCrypto lacks: Triple DES, the PKCS#12 key derivation and a synchronous SHA-1.
 * The primitives are node-forge's; it is imported here and nowhere else, and never verifies anything.
 */
import cipher from 'node-forge/lib/cipher.js';
import 'node-forge/lib/des.js';
import forgeSha1 from 'node-forge/lib/sha1.js';
import util from 'node-forge/lib/util.js';
import { type Bytes, wipe } from './bytes.ts';

/** Output and block size of SHA-1, bytes (u and v in RFC 7292 appendix B.2). */
const HASH_BYTES = 20;
const HASH_BLOCK_BYTES = 64;

/** Block size and Triple DES key size, bytes. */
const DES_BLOCK_BYTES = 8;
const TRIPLE_DES_KEY_BYTES = 24;

/** What a derived key is for: the ID byte of RFC 7292 appendix B.3. */
const PURPOSE = { key: 1, iv: 2 } as const;

/**
 * The most rounds that are run. Files in the field have 1,024 and OpenSSL writes 2,048; this many take about
 * two seconds here, and a file that asks for more is made to hang the worker.
 */
export const LEGACY_ROUNDS_LIMIT = 500_000;

/** SHA-1 at once, for the fingerprint of a certificate; everything else uses WebCrypto's `digest`. */
export function sha1(bytes: Uint8Array): Bytes {
  return sha1Rounds(bytes, 1);
}

/**
 * Opens pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292 appendix C).
 * The plaintext, which the caller wipes, or null if its padding is wrong.
 */
export function decryptPbeSha1TripleDes(
  ciphertext: Uint8Array,
  password: string,
  salt: Uint8Array,
  rounds: number,
): Bytes | null {
  const terminated = utf16BigEndian(`${password}\0`);
  const key = pkcs12Key(terminated, salt, rounds, PURPOSE.key, TRIPLE_DES_KEY_BYTES);
  const iv = pkcs12Key(terminated, salt, rounds, PURPOSE.iv, DES_BLOCK_BYTES);
  wipe(terminated);
  const plaintext = decryptTripleDes(ciphertext, key, iv);
  wipe(key);
  return plaintext;
}

/** DES-EDE3-CBC with PKCS#7 padding. The plaintext, which the caller wipes, or null if its padding is wrong. */
export function decryptTripleDes(ciphertext: Uint8Array, key: Uint8Array, iv: Uint8Array): Bytes | null {
  const plaintext = new Uint8Array(ciphertext.length);
  const view = new DataView(plaintext.buffer);
  let written = 0;
  const output = {
    putInt32(word: number) {
      view.setInt32(written, word);
      written += Int32Array.BYTES_PER_ELEMENT;
    },
  };
  const decipher = cipher.createDecipher('3DES-CBC', util.createBuffer(key));
  decipher.start({ iv: util.createBuffer(iv), output });
  decipher.update(util.createBuffer(ciphertext));
  return withoutPadding(plaintext);
}

/**
 * The key derivation of RFC 7292 appendix B.2 with SHA-1.
 * `password` is UTF-16, big-endian, ended by two zero bytes.
 */
export function pkcs12Key(
  password: Uint8Array,
  salt: Uint8Array,
  rounds: number,
  purpose: (typeof PURPOSE)[keyof typeof PURPOSE],
  length: number,
): Bytes {
  const key = new Uint8Array(length);
  const saltBlocks = filledBlocks(salt);
  const passwordBlocks = filledBlocks(password);
  const input = new Uint8Array(HASH_BLOCK_BYTES + saltBlocks.length + passwordBlocks.length);
  input.fill(purpose, 0, HASH_BLOCK_BYTES);
  input.set(saltBlocks, HASH_BLOCK_BYTES);
  input.set(passwordBlocks, HASH_BLOCK_BYTES + saltBlocks.length);
  wipe(passwordBlocks);
  for (let offset = 0; offset < length; offset += HASH_BYTES) {
    const hash = sha1Rounds(input, rounds);
    key.set(hash.subarray(0, length - offset), offset);
    const addend = filledBlocks(hash);
    wipe(hash);
    for (let start = HASH_BLOCK_BYTES; start < input.length; start += HASH_BLOCK_BYTES) {
      addPlusOne(input.subarray(start, start + HASH_BLOCK_BYTES), addend);
    }
    wipe(addend);
  }
  wipe(input);
  return key;
}

/** SHA-1 of SHA-1 of … of the bytes. */
function sha1Rounds(bytes: Uint8Array, rounds: number): Bytes {
  const hasher = forgeSha1.create();
  let binary = util.createBuffer(bytes).getBytes();
  for (let round = 0; round < rounds; round += 1) {
    binary = hasher.start().update(binary).digest().getBytes();
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** The bytes repeated until they fill whole hash blocks; nothing stays nothing. */
function filledBlocks(bytes: Uint8Array): Bytes {
  const length = Math.ceil(bytes.length / HASH_BLOCK_BYTES) * HASH_BLOCK_BYTES;
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0);
}

/** Adds `addend` and one to `block`, both big-endian numbers of the same size, dropping the last carry. */
function addPlusOne(block: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let index = block.length - 1; index >= 0; index -= 1) {
    const sum = (block[index] ?? 0) + (addend[index] ?? 0) + carry;
    block[index] = sum & 0xff;
    carry = sum >> 8;
  }
}

/** The text as UTF-16, high byte first, which RFC 7292 appendix B.1 calls a BMPString. */
function utf16BigEndian(text: string): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index));
  return bytes;
}

/** The bytes before PKCS#7 padding (RFC 5652 section 6.3), or null if it is wrong; what is not returned is wiped. */
function withoutPadding(plaintext: Bytes): Bytes | null {
  const count = plaintext.at(-1) ?? 0;
  const padding = plaintext.subarray(-count);
  const right = count >= 1 && count <= DES_BLOCK_BYTES && padding.every((byte) => byte === count);
  wipe(right ? padding : plaintext);
  return right ? plaintext.subarray(0, -count) : null;
}
