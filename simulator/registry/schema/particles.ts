/** Content models: how far a sequence, a choice or an element gets in a list of child elements. */
import { children, type Element } from '../../soap/dom.ts';

/** How far a particle got, and what was wrong inside the elements it took. */
export interface Progress {
  next: number;
  errors: string[];
}

/** Judges one element by its declaration. */
type CheckElement = (element: Element, declaration: Element) => string[];

/** Takes particles of one namespace. `undefined` always means: does not fit here. */
export class ContentModel {
  readonly #namespace: string;
  readonly #checkElement: CheckElement;

  constructor(namespace: string, checkElement: CheckElement) {
    this.#namespace = namespace;
    this.#checkElement = checkElement;
  }

  /** Takes a particle as often as it may occur, from `start` on. */
  take(particle: Element, content: readonly Element[], start: number): Progress | undefined {
    const least = Number(particle.getAttribute('minOccurs') ?? 1);
    const most = particle.getAttribute('maxOccurs') ?? '1';
    const limit = most === 'unbounded' ? Number.POSITIVE_INFINITY : Number(most);
    const at: Progress = { next: start, errors: [] };
    for (let count = 0; count < limit; count++) {
      const once = this.#takeOnce(particle, content, at.next);
      if (!once) return count >= least ? at : undefined;
      const moved = once.next > at.next;
      at.next = once.next;
      at.errors.push(...once.errors);
      // A particle that may be empty would otherwise repeat without end.
      if (!moved) return at;
    }
    return at;
  }

  #takeOnce(particle: Element, content: readonly Element[], start: number): Progress | undefined {
    switch (particle.localName) {
      case 'element':
        return this.#takeElement(particle, content[start], start);
      case 'choice':
        return this.#choose(children(particle), content, start);
      case 'sequence':
        return this.#takeInOrder(children(particle), content, start);
      default:
        throw new TypeError(`particle not supported: ${particle.localName}`);
    }
  }

  #takeElement(declaration: Element, candidate: Element | undefined, start: number): Progress | undefined {
    const fits =
      candidate?.localName === declaration.getAttribute('name') && candidate.namespaceURI === this.#namespace;
    return fits ? { next: start + 1, errors: this.#checkElement(candidate, declaration) } : undefined;
  }

  /** The alternative that takes most; an empty one only when no other fits. */
  #choose(parts: readonly Element[], content: readonly Element[], start: number): Progress | undefined {
    return parts
      .map((part) => this.take(part, content, start))
      .reduce((best, one) => (one && (!best || one.next > best.next) ? one : best), undefined);
  }

  #takeInOrder(parts: readonly Element[], content: readonly Element[], start: number): Progress | undefined {
    const at: Progress = { next: start, errors: [] };
    for (const part of parts) {
      const taken = this.take(part, content, at.next);
      if (!taken) return undefined;
      at.next = taken.next;
      at.errors.push(...taken.errors);
    }
    return at;
  }
}
