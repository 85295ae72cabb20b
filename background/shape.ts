/**
 * Judges a value that came from outside: gives the name of the first part that does not fit, or null when all fits.
 * The type it vouches for is carried along only for the compiler.
 */
export interface Shape<T> {
  (value: unknown, part: string): string | null;
  readonly of?: T;
}

type Shapes<T> = { readonly [Name in keyof T]-?: Shape<NonNullable<T[Name]> | Extract<T[Name], null>> };

/** Whether the value is a T, where nobody asks which part is not. */
export function fits<T>(shape: Shape<T>, value: unknown): value is T {
  return shape(value, '') === null;
}

/** A string of at most so many UTF-16 units. */
export function text(maxLength: number): Shape<string> {
  return (value, part) => (typeof value === 'string' && value.length <= maxLength ? null : part);
}

export const truth: Shape<boolean> = (value, part) => (typeof value === 'boolean' ? null : part);

/** Milliseconds since 1970, a counter: any finite number. */
export const finite: Shape<number> = (value, part) => (Number.isFinite(value) ? null : part);

export function oneOf<const T>(...choices: readonly T[]): Shape<T> {
  return (value, part) => (choices.some((choice) => choice === value) ? null : part);
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, part) => (value === null ? null : shape(value, part));
}

/** An object with exactly these members. */
export function members<T extends object>(shapes: Shapes<T>): Shape<T> {
  const names = Object.keys(shapes);
  const some = someMembers<T>(shapes);
  return (value, part) => {
    const wrong = some(value, part);
    if (wrong !== null) return wrong;
    return names.find((name) => !Object.hasOwn(value as object, name)) ?? null;
  };
}

/** An object with some of these members and no other. */
export function someMembers<T extends object>(shapes: Shapes<T>): Shape<Partial<T>> {
  const judges = new Map<string, Shape<unknown>>(Object.entries(shapes));
  return (value, part) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return part;
    for (const [name, member] of Object.entries(value)) {
      const judge = judges.get(name);
      // An unknown name is not repeated: it may be anything, even what somebody typed.
      if (judge === undefined) return part;
      const wrong = judge(member, name);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

/** Any of two shapes. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value, part) => (first(value, part) === null ? null : second(value, part));
}
