import type { StorageArea } from '../../src/browser/index.ts';
import type { ClockWarning } from '../../src/messages/index.ts';
import { clockError, type DateSample, learnOffset } from '../../src/soap/index.ts';

const KEY = 'clock-offset';

/** The services' clock as far as we know it. Kept in storage.session: a clock may be set while the browser is closed. */
export class ServiceClock {
  readonly #area: StorageArea;
  readonly #now: () => number;
  /** Services' clock minus this computer's, milliseconds. */
  #offset = 0;

  readonly #tell: () => Promise<void>;

  /**
   * @param now the computer's own clock
   * @param tell called when there is something else to tell the clerk of it
   */
  constructor(area: StorageArea, now: () => number, tell: () => Promise<void>) {
    this.#area = area;
    this.#now = now;
    this.#tell = tell;
  }

  async wake(): Promise<void> {
    const offset = await this.#area.read(KEY);
    if (typeof offset === 'number' && Number.isFinite(offset)) this.#offset = offset;
  }

  /** Milliseconds since 1970, corrected. */
  readonly now = (): number => this.#now() + this.#offset;

  /** Learns from the Date header of an answer. What cannot be kept is learned again from the next answer. */
  readonly learn = (sample: DateSample): void => {
    const offset = learnOffset(this.#offset, sample);
    if (offset === this.#offset) return;
    const before = this.warning();
    this.#offset = offset;
    void this.#area.write({ [KEY]: offset }).catch(() => undefined);
    if (!isSame(before, this.warning())) void this.#tell();
  };

  /** What to tell the clerk, or null while the computer's clock is right to a minute. */
  warning(): ClockWarning | null {
    return clockError(this.#offset);
  }
}

function isSame(one: ClockWarning | null, other: ClockWarning | null): boolean {
  return one?.minutes === other?.minutes && one?.direction === other?.direction;
}
