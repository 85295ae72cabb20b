import type { StorageArea } from '../../src/browser/index.ts';
import type { StudentDraft } from '../../src/messages/index.ts';
import { fits } from '../shape.ts';
import { STUDENT_DRAFT } from './record.ts';

const KEY = 'draft';

/** What the clerk has typed, for a popup that was closed. In storage.session; never a password. */
export class Draft {
  readonly #area: StorageArea;

  constructor(area: StorageArea) {
    this.#area = area;
  }

  async read(): Promise<StudentDraft | null> {
    const draft = await this.#area.read(KEY);
    return fits(STUDENT_DRAFT, draft) ? draft : null;
  }

  async save(draft: StudentDraft | null): Promise<void> {
    if (draft === null) await this.#area.forget(KEY);
    else await this.#area.write({ [KEY]: draft });
  }
}
