import { describe, expect, it } from 'vitest';
import { formatAbn, formatDay, formatDayAndTime, formatNumericTime } from '../../src/ui/index.ts';

describe('formats', () => {
  it('print an ABN as the Business Register does', () => {
    expect(formatAbn('27809366375')).toBe('27 809 366 375');
  });

  it('leave alone what is no ABN', () => {
    expect(formatAbn('2780936637')).toBe('2780936637');
  });

  it('name the month of a day, so that nobody can swap it', () => {
    expect(formatDay('2028-02-03T01:00:00')).toBe('3 February 2028');
  });

  it('show the time of a check in local time, by a 24-hour clock', () => {
    expect(formatDayAndTime('2026-11-21T14:03:00')).toBe('21 Nov 2026, 14:03');
    expect(formatDayAndTime('2026-11-21T00:03:00')).toBe('21 Nov 2026, 00:03');
  });

  it('write the time for other systems as dd/mm/yyyy', () => {
    expect(formatNumericTime(new Date(2026, 10, 1, 9, 5).getTime())).toBe('01/11/2026, 09:05');
  });
});
