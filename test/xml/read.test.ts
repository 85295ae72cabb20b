import { describe, expect, it } from 'vitest';
import {
  attributeOf,
  child,
  children,
  descend,
  elementsOf,
  onlyChild,
  readXml,
  textOf,
  XmlError,
} from '../../src/xml/index.ts';

function faultOf(text: string): string {
  try {
    readXml(text);
  } catch (error) {
    if (error instanceof XmlError) return error.fault;
    throw error;
  }
  return 'none';
}

describe('readXml reads', () => {
  it('elements by namespace and local name, whatever the prefixes', () => {
    const root = readXml('<x:a xmlns:x="urn:1"><b xmlns="urn:2" x:c="d">e</b><x:b/></x:a>');
    expect(root).toMatchObject({ namespace: 'urn:1', name: 'a' });
    const b = child(root, 'urn:2', 'b');
    expect(b && textOf(b)).toBe('e');
    expect(b && attributeOf(b, 'urn:1', 'c')).toBe('d');
    expect(b && attributeOf(b, null, 'c')).toBeUndefined();
    expect(children(root, 'urn:1', 'b')).toHaveLength(1);
  });

  it('a byte order mark, an XML declaration, comments around the root, and Windows line ends', () => {
    const root = readXml(
      '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<!-- c --><a>1\r\n2</a>\r\n<!-- d -->\r\n',
    );
    expect(textOf(root)).toBe('1\n2');
  });

  it('escaped text, CDATA, character references and text split by comments', () => {
    expect(textOf(readXml('<a>&lt;&#65;<![CDATA[<b>]]>x<!-- c -->y</a>'))).toBe('<A<b>xy');
  });

  it('line separators of XML 1.1 as the ordinary characters they are', () => {
    expect(textOf(readXml('<a>\u2028\u0085</a>'))).toBe('\u2028\u0085');
  });

  it('ampersands in comments and CDATA, where they are ordinary characters', () => {
    expect(textOf(readXml('<a><!-- b & c --><![CDATA[d & e]]></a>'))).toBe('d & e');
  });

  it('more parts than the largest honest answer has', () => {
    const row = '<r><s>Valid</s><f>Match</f><n>Match</n><d>Match</d><u>BNGH7C75FN</u><i>1</i></r>';
    expect(elementsOf(readXml(`<a ${declarations(20)}>${row.repeat(500)}</a>`))).toHaveLength(500);
  });

  it('a quoted > without ending the tag', () => {
    expect(attributeOf(readXml('<a b="1>2" c=\'>\'/>'), null, 'b')).toBe('1>2');
  });
});

describe('navigation', () => {
  const root = readXml('<a xmlns="n"><b><c>1</c></b><d/><d/></a>');
  it('follows a path', () => {
    const c = descend(root, ['n', 'b'], ['n', 'c']);
    expect(c && textOf(c)).toBe('1');
    expect(descend(root, ['n', 'x'], ['n', 'c'])).toBeUndefined();
  });
  it('finds no only child where there are two', () => {
    expect(onlyChild(root, 'n', 'd')).toBeUndefined();
    expect(onlyChild(root, 'n', 'b')?.name).toBe('b');
  });
});

/** That many namespace declarations, each of another prefix. */
function declarations(count: number, prefix = 'p'): string {
  return Array.from({ length: count }, (_, index) => `xmlns:${prefix}${index}="urn:x"`).join(' ');
}

describe('readXml refuses', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "${'&b;'.repeat(10)}">]><a>&c;</a>`;
  it.each([
    ['nothing', '', 'not-xml'],
    ['white space', ' \n', 'not-xml'],
    ['plain text', 'Service unavailable', 'not-xml'],
    ['text before the root', 'x<a/>', 'not-xml'],
    ['text after the root', '<a/>x', 'not-xml'],
    ['two roots', '<a/><b/>', 'not-xml'],
    ['only a comment', '<!-- a -->', 'not-xml'],
    ['a document type', '<!DOCTYPE a><a/>', 'doctype'],
    ['a document type after the declaration', '<?xml version="1.0"?><!DOCTYPE a><a/>', 'doctype'],
    ['entities', laughs, 'doctype'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'doctype'],
    ['a markup declaration inside', '<a><!ENTITY b "c"></a>', 'doctype'],
    ['an undeclared entity', '<a>&b;</a>', 'not-xml'],
    ['a processing instruction before the root', '<?xml-stylesheet href="a"?><a/>', 'not-xml'],
    ['a processing instruction inside', '<a><?b c?></a>', 'not-xml'],
    ['a second XML declaration', '<a/><?xml version="1.0"?>', 'not-xml'],
    ['an end inside the document', '<a><b>text', 'truncated'],
    ['an end inside a tag', '<a><b c="d', 'truncated'],
    ['an end inside a comment', '<a><!-- b', 'truncated'],
    ['an end inside CDATA', '<a><![CDATA[b', 'truncated'],
    ['an end inside an end tag', '<a>b</a', 'truncated'],
    ['an end right after <', '<a>b<', 'truncated'],
    ['an end inside the start of a comment', '<a>b<!-', 'truncated'],
    ['tags that do not fit', '<a><b></a></b>', 'not-xml'],
    ['an end tag too many', '<a></a></b>', 'not-xml'],
    ['a tag inside a tag', '<a <b/></a>', 'not-xml'],
    ['a < in an attribute', '<a b="<"/>', 'not-xml'],
    ['an attribute without quotes', '<a b=c></a>', 'not-xml'],
    ['an attribute without value', '<a b></a>', 'not-xml'],
    ['an attribute given twice', '<a b="1" b="2"/>', 'not-xml'],
    ['an undeclared prefix', '<p:a/>', 'not-xml'],
    ['an undeclared prefix of an attribute', '<a p:b="c"/>', 'not-xml'],
    ['a bare ampersand', '<a>b & c</a>', 'not-xml'],
    ['a bare ampersand in an attribute', '<a b="c&d"/>', 'not-xml'],
    ['a control character', '<a>\u0001</a>', 'not-xml'],
    ['a reference to a control character', '<a>&#1;</a>', 'not-xml'],
    ['a reference to a lone surrogate', '<a b="&#xD800;"/>', 'not-xml'],
    ['the replacement character of a wrong encoding', '<a>\uFFFD</a>', 'not-xml'],
    ['a web page', '<html><br><p>Log in</html>', 'not-xml'],
    ['deep nesting', '<a>'.repeat(65) + '</a>'.repeat(65), 'too-complex'],
    ['endless nesting', '<a>'.repeat(1_000_000), 'too-complex'],
    ['countless elements', `<a>${'<b/>'.repeat(500_000)}</a>`, 'too-complex'],
    ['countless comments', `<a>${'<!---->'.repeat(250_000)}</a>`, 'too-complex'],
    [
      'countless namespace declarations',
      `<a ${declarations(5_000)}>${'<b xmlns:c="d"/>'.repeat(5_000)}</a>`,
      'too-complex',
    ],
    [
      'namespace declarations that grow level by level',
      `<a ${declarations(40)}><b ${declarations(40, 'q')}/></a>`,
      'too-complex',
    ],
  ])('%s', (_what, text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('two megabytes made to be slow', () => {
    expect(faultOf(`<a ${declarations(50_000)}>${'<b xmlns:c="d"/>'.repeat(40_000)}</a>`)).toBe(
      'too-complex',
    );
    expect(faultOf(`<a>${'<b c=""/>'.repeat(230_000)}</a>`)).toBe('too-complex');
  });

  it('every beginning of a document as truncated, never as something else', () => {
    const whole = '<?xml version="1.0"?><!-- c --><a b="c"><d><![CDATA[e]]></d>f<g/></a>';
    const start = whole.indexOf('<a');
    for (let length = start + 1; length < whole.length; length++) {
      expect(faultOf(whole.slice(0, length)), whole.slice(0, length)).toBe('truncated');
    }
  });
});
