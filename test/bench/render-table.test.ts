import { describe, expect, it } from '@jest/globals';
import type { Measured } from '../../bench/measure.ts';
import { renderTable } from '../../bench/render-table.ts';

describe('renderTable', () => {
  it('aligns the columns, marks what was reached and says what was left out', () => {
    const parts = new Map<string, Measured>([
      [
        'width',
        {
          status: 'measured',
          rows: [
            { measure: 'width', here: '.9', bestElsewhere: '.8', reach: '>= .9', reached: true },
            {
              measure: 'the whole height',
              here: '1',
              bestElsewhere: '',
              reach: '2',
              reached: false,
            },
            { measure: 'depth', here: '3 ms', bestElsewhere: '', reach: '' },
          ],
        },
      ],
      ['weight', { status: 'left-out', why: 'no scales here' }],
    ]);
    expect(renderTable(parts).split('\n')).toEqual([
      'measure           here  best elsewhere  reach',
      '----------------  ----  --------------  -----  -----------',
      'width             .9    .8              >= .9  reached',
      'the whole height  1                     2      not reached',
      'depth             3 ms',
      'left out: weight, no scales here',
      '',
    ]);
  });
});
