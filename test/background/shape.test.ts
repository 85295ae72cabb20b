import { describe, expect, it } from 'vitest';
import {
  either,
  finite,
  fits,
  members,
  nullable,
  oneOf,
  someMembers,
  text,
  truth,
} from '../../background/shape.ts';

interface Person {
  name: string;
  age: number | null;
}

const PERSON = members<Person>({ name: text(5), age: nullable(finite) });

describe('a shape', () => {
  it('lets pass what has exactly its members', () => {
    expect(PERSON({ name: 'Ada', age: null }, 'person')).toBeNull();
    expect(fits(PERSON, { name: 'Ada', age: 36 })).toBe(true);
  });

  it.each([
    ['a member that is missing', { name: 'Ada' }, 'age'],
    ['a member of another type', { name: 1, age: 1 }, 'name'],
    ['a text that is too long', { name: 'Ada L.', age: 1 }, 'name'],
    ['a number that is none', { name: 'Ada', age: Number.NaN }, 'age'],
    ['a list', [], 'person'],
    ['null', null, 'person'],
  ])('names %s', (_title, value, part) => {
    expect(PERSON(value, 'person')).toBe(part);
  });

  it('does not repeat the name of a member it does not know', () => {
    expect(PERSON({ name: 'Ada', age: 1, 'secret words': 1 }, 'person')).toBe('person');
    expect(fits(PERSON, JSON.parse('{"name":"Ada","age":1,"__proto__":{}}'))).toBe(false);
  });

  it('does not take inherited members for its own', () => {
    expect(PERSON(Object.create({ name: 'Ada', age: 1 }), 'person')).toBe('name');
  });

  it('may leave members out, if it says so', () => {
    const some = someMembers<Person>({ name: text(5), age: nullable(finite) });
    expect(some({}, 'person')).toBeNull();
    expect(some({ age: 'old' }, 'person')).toBe('age');
  });

  it('knows choices, truth and alternatives', () => {
    expect(fits(oneOf('a', 'b'), 'b')).toBe(true);
    expect(fits(oneOf('a', 'b'), 'c')).toBe(false);
    expect(fits(truth, false)).toBe(true);
    expect(fits(truth, 0)).toBe(false);
    expect(fits(either(truth, finite), 0)).toBe(true);
    expect(fits(either(truth, finite), 'x')).toBe(false);
  });
});
