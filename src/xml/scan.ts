import { XmlError } from './error.ts';

/** A keystore is 4 elements deep and a token answer 12, so 64 refuses only attacks. */
const DEEPEST = 64;

/**
 * Tags, comments and CDATA sections. A batch answer of 500 rows has 8,000; the parser needs a quarter of a second for
 * this many and, without a limit, ten seconds for the largest answer that is read.
 */
const MOST_PARTS = 50_000;

const WHITE_SPACE = /^[\t\n\r ]*$/;

/** An ampersand that starts neither a character reference nor one of the five built-in entities. */
const STRAY_AMPERSAND = /&(?!(?:#\d+|#x[\dA-Fa-f]+|amp|lt|gt|quot|apos);)/;

/**
 * Walks the markup once, before any tree is built, and refuses what must never reach the parser:
 * document types, processing instructions, deep nesting, countless parts. It also tells a truncated text from a broken one,
 * which the parser's messages do not. Whether names and attributes are well-formed is the parser's business.
 * @throws XmlError
 */
export function scan(text: string): void {
  const open: string[] = [];
  let rootSeen = false;
  let at = 0;
  for (let parts = 0; ; parts++) {
    if (parts > MOST_PARTS) throw new XmlError('too-complex', `more than ${MOST_PARTS} parts`);
    const tag = text.indexOf('<', at);
    const between = tag < 0 ? text.slice(at) : text.slice(at, tag);
    if (open.length === 0 && !WHITE_SPACE.test(between))
      throw new XmlError('not-xml', 'text outside the root');
    refuseStrayAmpersand(between);
    if (tag < 0) break;

    if (text.startsWith('<!--', tag)) at = after(text, '-->', tag + 4);
    else if (text.startsWith('<![CDATA[', tag)) at = after(text, ']]>', tag + 9);
    else if (text.startsWith('<?', tag)) at = afterDeclaration(text, tag);
    else if (['<![CDATA[', '<!--'].some((start) => start.startsWith(text.slice(tag)))) throw truncated();
    else if (text.startsWith('<!', tag)) throw new XmlError('doctype', 'markup declaration');
    else if (text.startsWith('</', tag)) {
      at = after(text, '>', tag + 2);
      const name = text.slice(tag + 2, at - 1).trimEnd();
      if (open.pop() !== name) throw new XmlError('not-xml', 'end tag does not fit');
    } else {
      at = afterStartTag(text, tag + 1);
      refuseStrayAmpersand(text.slice(tag, at));
      if (open.length === 0 && rootSeen) throw new XmlError('not-xml', 'several roots');
      rootSeen = true;
      if (text[at - 2] !== '/') open.push(/^[^\s/>]*/.exec(text.slice(tag + 1, at))?.[0] ?? '');
      if (open.length > DEEPEST) throw new XmlError('too-complex', `more than ${DEEPEST} levels`);
    }
  }
  if (open.length > 0) throw truncated();
  if (!rootSeen) throw new XmlError('not-xml', 'no element');
}

function truncated(): XmlError {
  return new XmlError('truncated', 'ends inside the document');
}

/** The parser lets these through as text; XML does not. */
function refuseStrayAmpersand(text: string): void {
  if (STRAY_AMPERSAND.test(text)) throw new XmlError('not-xml', 'ampersand that is no reference');
}

/** The position after the next `end`. */
function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  if (found < 0) throw truncated();
  return found + end.length;
}

/** The only processing instruction allowed is the XML declaration, which is none by name and stands first. */
function afterDeclaration(text: string, tag: number): number {
  if (tag !== 0 || !/^<\?xml\s/.test(text)) throw new XmlError('not-xml', 'processing instruction');
  return after(text, '?>', tag);
}

/** A `>` inside a quoted attribute value does not end the tag. */
function afterStartTag(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '<') throw new XmlError('not-xml', 'tag inside a tag');
    if (character === '"' || character === "'") at = after(text, character, at + 1) - 1;
  }
  throw truncated();
}
