import type { Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import {
  attribute,
  canonical,
  element,
  type Markup,
  type MarkupContent,
  type Namespace,
  readXml,
  received,
  serialise,
  textOf,
  type XmlElement,
} from '../../src/xml/index.ts';
import {
  canonicalise,
  canonicaliseWithXmllint,
  describeWithTool,
  parseLoosely,
} from '../support/xml-tools.ts';

/** Prefixes mean different namespaces at different depths, and namespaces have several prefixes. */
const NAMESPACES: readonly Namespace[] = [
  { prefix: 'a', uri: 'urn:1' },
  { prefix: 'b', uri: 'urn:1' },
  { prefix: 'a', uri: 'urn:2' },
  { prefix: 'c', uri: 'http://example.com/c' },
  { prefix: '', uri: 'urn:1' },
  { prefix: '', uri: 'urn:3' },
];

/** Correct, but more than xml-crypto can do: it repeats xmlns="". */
const NONE: Namespace = { prefix: '', uri: '' };

const xmlText = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu, ''));
const troublesome = fc.constantFrom('&', '<', '>', '"', "'", '\r', '\n', '\t', ']]>', '&amp;', 'é', '𝄞', ' ');
const text = fc.array(fc.oneof(xmlText, troublesome), { maxLength: 4 }).map((parts) => parts.join(''));
const name = fc.constantFrom('Alpha', 'beta', 'Gamma', 'delta');

/** Random elements, nested, with names from these namespaces. */
function trees(namespaces: readonly Namespace[]): fc.Arbitrary<Markup> {
  return fc.letrec<{ tree: Markup }>((tie) => ({
    tree: fc
      .record({
        namespace: fc.constantFrom(...namespaces),
        name,
        attributes: fc.uniqueArray(
          fc.record({
            namespace: fc.constantFrom(null, ...namespaces.filter(({ prefix }) => prefix !== '')),
            name,
            value: text,
          }),
          { maxLength: 4, selector: (one) => `${one.namespace?.uri}|${one.name}` },
        ),
        content: fc.array(
          fc.oneof({ depthSize: 'small' }, text, tie('tree') as fc.Arbitrary<MarkupContent>),
          {
            maxLength: 4,
          },
        ),
      })
      .filter((one) => isPossible(one)),
  })).tree;
}

const tree = trees(NAMESPACES);

/** One element cannot give one prefix two meanings. */
function isPossible({ namespace, attributes }: Markup): boolean {
  const used = [namespace, ...attributes.flatMap((one) => one.namespace ?? [])];
  return used.every((one) => used.every((other) => one.prefix !== other.prefix || one.uri === other.uri));
}

function textWritten(markup: Markup): string {
  return markup.content
    .map((one) => (typeof one === 'string' ? one : 'name' in one ? textWritten(one) : ''))
    .join('');
}

function childMarkups(markup: Markup): Markup[] {
  return markup.content.filter((one): one is Markup => typeof one !== 'string' && 'name' in one);
}

function childElements(node: Element): Element[] {
  return Array.from(node.childNodes).filter((one): one is Element => one.nodeType === 1);
}

describe('canonical', () => {
  it('is what an independent canonicaliser makes of it, for the whole and for every part', () => {
    const agree = (markup: Markup, node: Element): void => {
      expect(canonical(markup)).toBe(canonicalise(node));
      const nodes = childElements(node);
      for (const [index, inner] of childMarkups(markup).entries()) agree(inner, nodes[index] as Element);
    };
    fc.assert(
      fc.property(tree, (markup) => {
        agree(markup, parseLoosely(canonical(markup)));
      }),
      { numRuns: 500 },
    );
  });

  it('is read back as what was written', () => {
    fc.assert(
      fc.property(tree, (markup) => {
        const read = readXml(canonical(markup));
        expect(read.name).toBe(markup.name);
        expect(read.namespace).toBe(markup.namespace.uri);
        for (const { namespace, name: local, value } of markup.attributes) {
          const found = read.attributes.find(
            (one) => one.namespace === (namespace?.uri ?? '') && one.name === local,
          );
          expect(found?.value).toBe(value);
        }
        expect(textOf(read)).toBe(textWritten(markup));
      }),
    );
  });

  it('sorts declarations by prefix and attributes by namespace name', () => {
    const one = { prefix: 'x', uri: 'urn:9' };
    const two = { prefix: 'y', uri: 'urn:0' };
    expect(
      canonical(element(one, 'e', [attribute('q', '1', one), attribute('q', '2', two), attribute('z', '3')])),
    ).toBe('<x:e xmlns:x="urn:9" xmlns:y="urn:0" z="3" y:q="2" x:q="1"></x:e>');
  });

  it('escapes namespace names like attributes, which neither canonicaliser does', () => {
    const odd = { prefix: 'a', uri: 'urn:a?b=1&c=2' };
    expect(canonical(element(odd, 'e', []))).toBe('<a:e xmlns:a="urn:a?b=1&amp;c=2"></a:e>');
  });

  it('never takes text for markup', () => {
    expect(canonical(element(NONE, 'a', [attribute('b', '"/><c>')], '<d/>&amp;'))).toBe(
      '<a b="&quot;/>&lt;c>">&lt;d/&gt;&amp;amp;</a>',
    );
  });

  it('refuses characters that XML cannot hold', () => {
    for (const bad of ['\u0000', '\u001b', '\ud800', '\uffff']) {
      expect(() => canonical(element(NONE, 'a', [], bad))).toThrow(Problem);
      expect(() => canonical(element(NONE, 'a', [attribute('b', bad)]))).toThrow(Problem);
    }
  });
});

describeWithTool('xmllint', 'canonical', () => {
  it('is what libxml2 makes of it', () => {
    const root = { prefix: 'r', uri: 'urn:root' };
    const samples = fc.sample(trees([...NAMESPACES, NONE]), 500);
    const xml = canonical(element(root, 'root', [], ...samples));
    expect(canonicaliseWithXmllint(xml)).toBe(xml);
  });
});

describe('serialise', () => {
  const sameMeaning = (read: XmlElement, node: Element) => {
    const host = { prefix: 'h', uri: 'urn:host' };
    const carried = canonical(element(host, 'other', [], received(serialise(read))));
    const [arrived] = childElements(parseLoosely(carried));
    expect(canonicalise(arrived as Element)).toBe(canonicalise(node));
  };

  it('keeps the meaning of every part of a document, carried into another', () => {
    const everyPart = (read: XmlElement, node: Element): void => {
      sameMeaning(read, node);
      const nodes = childElements(node);
      const inner = read.content.filter((one) => typeof one !== 'string');
      for (const [index, one] of inner.entries()) everyPart(one, nodes[index] as Element);
    };
    fc.assert(
      fc.property(tree, (markup) => {
        const xml = canonical(markup);
        everyPart(readXml(xml), parseLoosely(xml));
      }),
      { numRuns: 200 },
    );
  });

  it('takes along the declarations of ancestors, used in names or only in values', () => {
    const read = readXml('<p:a xmlns:p="urn:1" xmlns="urn:2"><b t="p:x" xmlns:q="urn:3"><q:c/></b></p:a>');
    const [b] = read.content;
    expect(serialise(b as XmlElement)).toBe(
      '<b xmlns:p="urn:1" xmlns="urn:2" xmlns:q="urn:3" t="p:x"><q:c></q:c></b>',
    );
  });

  it('undoes a default namespace where it was undone', () => {
    const xml = '<a xmlns="urn:1"><b xmlns=""><c xmlns="urn:2"></c></b></a>';
    expect(serialise(readXml(xml))).toBe(xml);
  });

  it('leaves comments out and keeps white space', () => {
    expect(serialise(readXml('<a> <!-- x -->\n<b/>\t</a>'))).toBe('<a> \n<b></b>\t</a>');
  });
});
